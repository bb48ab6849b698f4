"""Is this word a verb that says what one person or thing does: 'stampte', 'hing'? By spelling and a list.

The ordinary words hold infinitives; from those a form is recognised. It knows no meaning: what only things do
('schijnt', 'duurt') stands in the section `thing_verb`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from magdit.check.text.data import word_list
from magdit.check.text.people.known import is_ordinary

_CUES = word_list("around_names")
_LETTERS = 4
_HARDER = {"f": "v", "s": "z"}


@lru_cache(maxsize=4096)
def is_deed(word: str) -> bool:
    """Whether this is the form of a verb, in the singular, that someone rather than something does."""
    if word in _CUES["thing_verb"] or not word.isalpha():
        return False
    if word in _CUES["past"] or word in _CUES["person_verb"]:
        return True
    if len(word) < _LETTERS:
        return False
    ending = 2 if word.endswith(("de", "te")) else 1 if word.endswith("t") else 0
    return bool(ending) and any(is_ordinary(verb) for verb in _infinitives(word[:-ending]))


def _infinitives(stem: str) -> Iterator[str]:
    """'speel' gives 'spelen', 'stap' 'stappen', 'leef' 'leven', 'werk' 'werken'."""
    if len(stem) < 3 or stem[-1] in "aeiou":
        return
    soft = _HARDER.get(stem[-1], stem[-1])
    if stem[-2] == stem[-3] and stem[-2] in "aeou":
        yield f"{stem[:-2]}{stem[-1]}en"
        yield f"{stem[:-2]}{soft}en"
    elif stem[-2] in "aeiou" and stem[-3] not in "aeiou":
        yield f"{stem}{stem[-1]}en"
        yield f"{stem}en"  # 'huppel', 'teken'
    else:
        yield f"{stem}en"
        yield f"{stem[:-1]}{soft}en"
