"""Whether a run of letters is an ordinary word, and so no account and no web address. Knows words, not people."""

from __future__ import annotations

from magdit.check.text.people.known import first_names, is_surname, ordinary_words


def is_ordinary(word: str) -> bool:
    """Whether this is a word of Dutch, or an everyday word of English."""
    often, others = ordinary_words()
    return word in often or word in others


def is_word_or_name(word: str) -> bool:
    """Whether it is such a word, or what somebody is called."""
    return is_ordinary(word) or word in first_names() or is_surname(word)
