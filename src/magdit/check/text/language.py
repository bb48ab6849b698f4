"""Which language a text is in, as far as it matters here: can the finders of tone and marks read it, yes or no?

It counts small words and looks at the script; it knows no grammar. Dutch and English are read. Frisian is told apart
and not read: our lists hold no Frisian words, and a list that cannot match must not say that nothing is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

from magdit.check.text.data import word_list


class Language(StrEnum):
    """What a text is in. `SHORT`: too few words to tell; the finders read it as Dutch."""

    DUTCH = "nl"
    ENGLISH = "en"
    FRISIAN = "fy"
    OTHER = "other"
    SHORT = "short"

    @property
    def is_read(self) -> bool:
        """Whether tone and marks in this language are looked at."""
        return self not in (Language.FRISIAN, Language.OTHER)


_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ELIDED = re.compile(r"\b(?:l|d|j|n|qu|m|dell|all|un)'(?=[^\W\d_]{3})", re.IGNORECASE)  # l'école, dell'arte
# Web and e-mail addresses, accounts, hashtags, file names and abbreviations ('t.n.v.') are in no language.
_NO_WORD = re.compile(
    r"[@#]|www\.|[^\s@/]{1,60}[@/_\\]|(?:\w\.){1,9}\w?|[\w-]{1,60}\.(?:jpe?g|png|heic|webp|gif|mp4|mov|pdf)"
)
_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")
# Letters that Dutch and English never use in a word that is no name.
_STRANGE = frozenset("ığşłąęśćńźżßñøæåőűčřžšđțșăãõûîœěůľķļņģėįųūı")
_LIKE_DUTCH = re.compile(r"aa|ee|oo|uu|ij|oe|ui|sch|cht|(?:en|je|jes|ing|lijk|heid|tie|baar)\Z")
ENOUGH = 1.5  # small words of one language, each counted for the languages that share it
CLEARLY = 1.4  # how much more there must be of it than of Dutch or English
MANY = 10  # words without one that Dutch or English knows: then it is something we have no list of
FEW_IN_SCRIPT = 4  # letters of another script that make a word or more


def language_of(text: str) -> Language:
    """The language of a text. One foreign sentence or line is enough for `OTHER`: that part nobody looked at."""
    whole = _language(text)
    if not whole.is_read:
        return whole
    parts = [part for part in _ENDS.split(text) if part.strip()]
    foreign = [found for found in map(_language, parts) if not found.is_read] if len(parts) > 1 else []
    return foreign[0] if foreign else whole


def _language(text: str) -> Language:
    if _other_script(text):
        return Language.OTHER
    words = _WORD.findall(
        _ELIDED.sub(" ", unicodedata.normalize("NFC", " ".join(_plain_parts(text))).replace("’", "'"))
    )
    # Single letters say nothing: 'k l o t e', 't.n.v.', 'groep 5 b'.
    plain = [word for word in words if len(word) > 1 and (not word[0].isupper() or word.lower() in _known())]
    scores = _scores(word.lower() for word in plain)
    home, code = max((scores[code], code) for code in ("nl", "en"))
    score, best = max((scores[code], code) for code in scores if code not in ("nl", "en"))
    score += sum(any(sign in _STRANGE for sign in word) for word in plain if word.islower()) / 2
    if score >= ENOUGH and score > home * CLEARLY:
        return Language.FRISIAN if best == "fy" else Language.OTHER
    if home >= 1:
        return Language(code)
    return Language.OTHER if _is_unknown(words) else Language.SHORT


def _plain_parts(text: str) -> Iterator[str]:
    return (part for part in text.split() if not _NO_WORD.match(part))


def _other_script(text: str) -> bool:
    """Whether a good part of the letters is no Latin: Arabic, Cyrillic, Greek, Tigrinya, Chinese."""
    if text.isascii():
        return False
    letters = [sign for sign in text if sign.isalpha()]
    foreign = sum(not _is_latin(sign) for sign in letters if sign > "\x7f")
    return foreign >= FEW_IN_SCRIPT and foreign * 4 >= len(letters)


@cache
def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(("LATIN", "FEMININE", "MASCULINE", "MODIFIER"))


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Every small word with the languages that use it."""
    known: dict[str, tuple[str, ...]] = {}
    for code, words in word_list("languages").items():
        for word in words:
            known[word] = (*known.get(word, ()), code)
    return known


def _scores(words: Iterable[str]) -> dict[str, float]:
    scores = dict.fromkeys(word_list("languages"), 0.0)
    for word in words:
        spoken = _known().get(word, ())
        for code in spoken:
            scores[code] += 1 if len(spoken) == 1 else 0.5 if len(spoken) == 2 else 0.3
    return scores


def _is_unknown(words: list[str]) -> bool:
    """Many words and not one we know: a language without a list. A Dutch list of things to bring looks Dutch."""
    small = [word for word in words if word.islower() and len(word) > 1]
    return len(small) >= MANY and sum(bool(_LIKE_DUTCH.search(word)) for word in small) * 10 < len(small) * 3
