"""The word of a list that someone typed: its number, a spelling, or the only known word in a sentence. No guesses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from magdit.cli.asking_read import NEARLY, Unclear, plain_of
from magdit.words.vocabulary import UnknownWord, Vocabulary

DENIES = frozenset("niet geen nooit behalve zonder niks niets".split())
LIKE = 0.65
SHORT = 3
MOST_WORDS_IN_ONE = 3
# What people say for more than one thing: asked back, never chosen for them.
SEVERAL = {
    "delen": ("plaatsen", "doorsturen"),
    "livestreamen": ("opnemen", "plaatsen"),
    "streamen": ("opnemen", "plaatsen"),
    "klassenapp": ("whatsapp", "ouderportaal"),
    "oma": ("hulpouder", "vrijwilliger", "bezoeker"),
    "opa": ("hulpouder", "vrijwilliger", "bezoeker"),
}


def code_of(text: str, words: Vocabulary) -> str:
    """The code of the word that was typed; raises Unclear."""
    plain = plain_of(text)
    if plain.isdecimal():
        codes = [word.code for word in words]
        if 1 <= int(plain[:9]) <= len(codes):
            return codes[int(plain) - 1]
        raise Unclear(f"Nummer {plain[:9]} staat niet in de lijst. Typ 'lijst' om de woorden te zien.")
    exact = _exact(plain, words)
    if exact is not None:
        return exact
    tokens = re.findall(r"[\w'’-]+", plain)
    if DENIES & set(tokens):
        raise Unclear("Hierin staat wat het niet is. Typ wat het wel is, of typ 'lijst' om alle woorden te zien.")
    heard = tuple(dict.fromkeys(_heard(tokens, words)))
    if len(heard) == 1:
        return heard[0]
    raise _several(text, heard, words) if heard else _not_known(text, words)


def understood(text: str, words: Vocabulary) -> str | None:
    """The word that was heard in a longer sentence, to be said back; None when just that word was typed."""
    plain = plain_of(text)
    if plain.isdecimal() or _exact(plain, words) is not None:
        return None
    return words.dutch(code_of(text, words))


def _exact(plain: str, words: Vocabulary) -> str | None:
    for word in words:
        if word.dutch.casefold() == plain:
            return word.code
    try:
        return words.code(plain)
    except UnknownWord:
        return None


def _heard(tokens: list[str], words: Vocabulary) -> Iterator[str]:
    """The known words in a sentence, the longest first; what may be several words gives all of them."""
    at = 0
    while at < len(tokens):
        for length in range(MOST_WORDS_IN_ONE, 0, -1):
            spelling = "_".join(tokens[at : at + length]).replace("-", "_").replace("’", "'").replace("foto's", "fotos")
            found = [words.code(spelling)] if spelling in words else _meanings(spelling, words)
            if found:
                yield from found
                at += length - 1
                break
        at += 1


def _meanings(spelling: str, words: Vocabulary) -> list[str]:
    return [code for code in SEVERAL.get(spelling.replace("_", ""), ()) if code in words]


def _near(plain: str, words: Vocabulary, *, cutoff: float) -> tuple[str, ...]:
    """The words that look this much like it, best first."""
    spellings = [spelling for word in words for spelling in (word.code, *word.also)] if len(plain) > SHORT else []
    found = get_close_matches(plain.replace(" ", "_").replace("-", "_"), spellings, cutoff=cutoff)
    return tuple(dict.fromkeys(words.code(spelling) for spelling in found))


def _several(text: str, codes: tuple[str, ...], words: Vocabulary) -> Unclear:
    listed = " / ".join(words.dutch(code) for code in codes)
    return Unclear(f"'{text.strip()}' kan meer dan één ding zijn. Typ het woord dat past: {listed}.")


def _not_known(text: str, words: Vocabulary) -> Unclear:
    """Only what nearly is a word may be answered with 'ja': another act must not be one letter away."""
    plain = plain_of(text)
    surely = _near(plain, words, cutoff=NEARLY)[:1]
    nearest = surely or (_near(plain, words, cutoff=LIKE) if " " not in plain else ())
    if not nearest:
        return Unclear(f"'{text.strip()}' kennen we niet. Typ 'lijst' om alle woorden te zien.")
    names = [words.dutch(code) for code in nearest]
    joined = " of ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    meant = names[0] if len(names) == 1 and surely else None
    more = " Typ ja, of een ander woord." if meant else " Typ het woord zelf, of een ander."
    return Unclear(f"'{text.strip()}' kennen we niet. Bedoelde u {joined}?{more}", meant)
