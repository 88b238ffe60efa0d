from collections.abc import Iterator

import pytest

from qa.backtranslate import BackendChoice, Translator
from qa.errors import BackendError
from qa.model import Document
from tests.backtranslate.fakes import document


@pytest.mark.parametrize(
    ("choice", "asked"),
    [
        (BackendChoice(None, None), False),
        (BackendChoice(False, None), False),
        (BackendChoice(True, None), True),
        (BackendChoice(None, "embedded"), True),
    ],
)
def test_what_was_asked_for_is_not_left_out(
    monkeypatch: pytest.MonkeyPatch, choice: BackendChoice, asked: bool
) -> None:
    monkeypatch.setattr("qa.backtranslate.embedded._obstacle", lambda: "not installed")
    notes: list[str] = []
    if asked:
        with pytest.raises(BackendError, match="not installed"):
            Translator(choice, notes, None)
        return
    (told,) = Translator(choice, notes, None)([document("Yes.")])
    assert [skipped.reason for skipped in told.skipped] == (
        ["back-translation was turned off"] if choice.wanted is False else notes
    )


def test_without_a_backend_documents_are_read_as_they_are_asked_for() -> None:
    read: list[Document] = []

    def coming() -> Iterator[Document]:
        for text in ("Yes.", "No."):
            read.append(document(text))
            yield read[-1]

    next(iter(Translator(BackendChoice(False, None), [], None)(coming())))
    assert len(read) == 1
