"""Codes and rows of words as a reader says them: "foto, video of geluid". Knows no lists and no protocols."""

from __future__ import annotations

from collections.abc import Iterable


def spoken(code: str) -> str:
    """A code as plain words."""
    return code.replace("_", " ")


def one_of(words: Iterable[str]) -> str:
    """Words in a row, each once, with "of" before the last."""
    listed = list(dict.fromkeys(words))
    return " of ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
