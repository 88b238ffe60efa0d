"""The command line: the only place that prints, asks and exits."""

from __future__ import annotations

import os
import sys

from qa.errors import QaError


def main() -> None:
    """Run `qa`; what a user can mend ends in one line on stderr and exit code 2."""
    from qa.cli.app import app

    try:
        app()
    except QaError as error:
        _fail(str(error))
    except BrokenPipeError:
        # The reader of stdout has gone (`qa check … | head`); that is no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        print("qa: interrupted; what was translated is kept in the cache", file=sys.stderr)
        sys.exit(130)


def _fail(message: str) -> None:
    print("qa: " + " ".join(message.split()), file=sys.stderr)
    sys.exit(2)
