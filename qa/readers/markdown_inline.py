"""A Markdown parser whose inline tokens know where they stand; markdown-it itself only knows the lines."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType


def parser(nesting: int) -> MarkdownIt:
    """CommonMark with tables and strikethrough, whose inline tokens carry their place in `meta`.

    `meta["at"]` is the offset in the contents of the block where a token begins. Text that came together from
    several places has `meta["pieces"]`: pairs of (offset in the token's text, offset in the contents).
    """
    made = MarkdownIt("commonmark", {"maxNesting": nesting})
    made.inline = _Inline()
    made.enable(["table", "strikethrough"])
    # Rules for links in raw text are not part of CommonMark; those that join tokens would lose the places.
    made.disable(["linkify", "text_join", "fragments_join"])
    return made


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _Traced(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Traced(StateInline):
    """Notes for every piece of text, and every token, at which offset it was found."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self._pieces: list[tuple[int, int]] = []
        self._length = 0

    def append_pending(self, text: str) -> None:
        self._pieces.append((self._length, self.pos))
        self._length += len(text)
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 (the name is markdown-it's)
        token = super().pushPending()
        # A line end takes blanks off the end again, so the last pieces may lie beyond the text.
        token.meta["pieces"] = [piece for piece in self._pieces if piece[0] < len(token.content)]
        self._pieces, self._length = [], 0
        return token

    def push(self, ttype: str, tag: str, nesting: int) -> Token:
        token = super().push(ttype, tag, nesting)  # type: ignore[arg-type]
        token.meta["at"] = self.pos
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        if ttype == "text" and before and before.type == "text" and before.meta.get("run") == self.pos:
            # Several markers are pushed from one place, one token each.
            token.meta["at"] = before.meta["at"] + len(before.content)
        if ttype == "text":
            token.meta["run"] = self.pos
        return token
