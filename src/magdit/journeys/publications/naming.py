"""Whether words name somebody of a list of people. Rather too often than once too seldom. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from magdit.areas.people.names import Named

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORTEST = 2


def names_another(text: str, people: Iterable[Named], *, own: Named) -> bool:
    """Whether any of them is called by first name, however it is written, or by surname with a capital.

    What they share with the one who may be named (`own`) tells nobody of another.
    """
    written = set(WORD.findall(text))
    folded = {one.casefold() for one in written} | {_plain(one) for one in written}
    mine_called, mine_last = _called(own), set(WORD.findall(own.last))
    return any((_called(one) - mine_called) & folded or (_last(one) - mine_last) & written for one in people)


def _called(person: Named) -> set[str]:
    parts = (part for name in (person.called, person.first) for part in WORD.findall(name))
    return {part.casefold() for part in parts if len(part) >= SHORTEST}


def _last(person: Named) -> set[str]:
    return {part for part in WORD.findall(person.last) if len(part) > SHORTEST}


def _plain(word: str) -> str:
    """Noors, Noor's, Noor-Mila: the name in it."""
    return re.split(r"['’-]", word.casefold().removesuffix("s"))[0]
