"""Text into numbers, as a WordPiece vocabulary has it: words, cut where the list of pieces says so. Knows no model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = re.compile(r"\w+|[^\w\s]")
_LONGEST_WORD = 100
START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces of `vocab.txt`, one a line, each with the number of its line."""

    numbers: dict[str, int]
    lower_case: bool

    @classmethod
    def of(cls, content: bytes, *, lower_case: bool) -> Vocabulary:
        """Raises ValueError when the three signs that every text needs are not in it."""
        numbers = {
            piece.rstrip("\r"): at for at, piece in enumerate(content.decode("utf-8").split("\n")) if piece.strip()
        }
        if not {START, END, UNKNOWN} <= numbers.keys():
            raise ValueError("no [CLS], [SEP] or [UNK] in the vocabulary")
        return cls(numbers, lower_case)

    def numbers_of(self, text: str) -> list[int]:
        """The numbers of a text, with those of its beginning and end around them."""
        pieces = [piece for word in _WORDS.findall(self._plain(text)) for piece in self._pieces(word)]
        return [self.numbers[piece] for piece in (START, *pieces, END)]

    def _plain(self, text: str) -> str:
        if not self.lower_case:
            return unicodedata.normalize("NFC", text)
        apart = unicodedata.normalize("NFD", text.lower())
        return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")

    def _pieces(self, word: str) -> Iterator[str]:
        """The longest piece that fits, again and again; a word that cannot be cut up is unknown as a whole."""
        found, at = [], 0
        while at < len(word) and len(word) <= _LONGEST_WORD:
            mark = "##" if at else ""
            fitting = (mark + word[at:end] for end in range(len(word), at, -1) if mark + word[at:end] in self.numbers)
            piece = next(fitting, None)
            if piece is None:
                break
            found.append(piece)
            at += len(piece) - len(mark)
        yield from found if found and at >= len(word) else (UNKNOWN,)
