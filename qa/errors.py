"""What could not run: every error a user may meet is a `QaError` with one line to act on."""

SHOWN = 40  # characters of a value that a message quotes


def unread(error: OSError | ValueError) -> str:
    """Why a file could not be read, to stand behind its path; an empty path is the current folder."""
    if isinstance(error, IsADirectoryError):
        return "is a folder, a file was expected"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"


class QaError(Exception):
    """Something could not run; the message is one line that says what, where and what to do next.

    The command line prints it to stderr and exits with code 2. Anything that merely could not be
    *judged* is not an error but a `qa.model.Skipped`.
    """


class InputError(QaError):
    """A document could not be read: missing, unreadable, too large, of an unknown or broken format."""


class GlossaryError(QaError):
    """A glossary could not be used; the message starts with `file:line:column`."""


class ConfigError(QaError):
    """An option or a configuration key has a value that cannot be used."""


class BackendError(QaError):
    """A back-translation backend cannot run here, or failed while running."""


class OutputError(QaError):
    """A result could not be written; what stood there before is untouched."""
