"""How names are told: whole, in a list, in order, and as short as a class allows. Knows no rows; what may
stand in a name is for `clean` to say.

Dutch lists put 'van der Berg' under the B, and a teacher calls two Noors by their surnames.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Protocol, TypeVar

from magdit.areas.people.clean_names import clean as clean
from magdit.check.tables.folded import folded

Key = TypeVar("Key")
INFIXES = tuple(
    """van der|van den|van de|van 't|van het|van ter|van|von der|von|de la|de l'|de le|de|den|der|des|del|della|di|da
    |dos|du|d'|la|le|les|l'|in 't|in de|in den|in het|in|op de|op den|op 't|op het|op ten|op ter|op|onder de|onder den
    |over de|ter|ten|te|'t|'s|aan de|aan den|aan 't|aan het|bij de|bij den|bij 't|uit de|uit den|uit het|uit 't|uijt de
    |voor de|voor den|voor 't|vom|zum|zur|zu|el|al|ben|bin""".replace("\n    ", "").split("|")
)
_LONGEST_FIRST = tuple(sorted(INFIXES, key=len, reverse=True))


class Named(Protocol):
    """Anyone with the parts of a name."""

    @property
    def first(self) -> str: ...
    @property
    def called(self) -> str: ...
    @property
    def infix(self) -> str: ...
    @property
    def last(self) -> str: ...


def whole(person: Named) -> str:
    """The name as a colleague writes it: roepnaam, voorvoegsel, achternaam."""
    return joined(person.called or person.first, person.infix, person.last)


def listed(person: Named) -> str:
    """The name as in an alphabetical list: 'Dijk, Noor van'."""
    given = joined(person.called or person.first, person.infix)
    return f"{person.last}, {given}" if given else person.last


def sort_key(person: Named) -> tuple[str, str, str]:
    """The order of a Dutch list: achternaam without voorvoegsel and accents, then given name, then voorvoegsel."""
    last = person.last if person.infix else parted(person.last)[1]
    return folded(last), folded(person.called or person.first), folded(person.infix)


def parted(last: str) -> tuple[str, str]:
    """'van der Berg' as ('van der', 'Berg'), for systems that write both in one cell; a name of one word stays whole.

    Only a small first letter parts it: 'Van Damme' in Flanders and 'Ten Brink' are surnames as they stand.
    """
    for infix in _LONGEST_FIRST:
        sign = "" if infix.endswith("'") else " "
        rest = last[len(infix + sign) :].strip()
        if last.replace("’", "'").startswith(infix + sign) and rest:
            return last[: len(infix)], rest
    return "", last


def joined(*parts: str) -> str:
    """Parts of a name with a space between, except behind an apostrophe ('d'Arc')."""
    told = " ".join(part for part in parts if part)
    return re.sub(r"\b([dlDL])(['’]) ", r"\1\2", told)


def short_names(people: Mapping[Key, Named], *, groups: Mapping[Key, str] | None = None) -> dict[Key, str]:
    """What each is called among these: no longer than needed, and no two alike (also not but for an accent).

    'Noor'; two of them: 'Noor van Dijk'; twins of one name: 'Noor Anna van Dijk'; then the group, then a number.
    """
    group = groups or {}
    told = {key: person.called or person.first or person.last for key, person in people.items()}
    for key in _alike(told):
        told[key] = whole(people[key])
    for key in _alike(told):
        told[key] = _with_all(people[key])
    for key in _alike(told):
        told[key] = f"{told[key]} ({group[key]})" if group.get(key) else told[key]
    for number, key in enumerate(sorted(_alike(told), key=str), 1):
        told[key] = f"{told[key]} ({number})"
    return told


def _with_all(person: Named) -> str:
    more = " ".join(name for name in person.first.split() if folded(name) != folded(person.called))
    return joined(person.called or person.first, more if person.called else "", person.infix, person.last)


def _alike(told: Mapping[Key, str]) -> list[Key]:
    count = Counter(folded(name) for name in told.values())
    return [key for key, name in told.items() if count[folded(name)] > 1]
