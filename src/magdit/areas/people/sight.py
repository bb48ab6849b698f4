"""How far each role sees: the table behind every list of people. Data and nothing else; `queries` carries it out.

A role without a row here sees itself only. Parents see their children by their bond, not by a role.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum


class Reach(IntEnum):
    """How far: nobody, the groups of one's own, the school of the role (a role of the whole board: all its schools)."""

    NOBODY = 0
    GROUPS = 1
    SCHOOL = 2


@dataclass(frozen=True, slots=True)
class Sight:
    """Per kind of row how far someone sees. `bonds` is who has authority over a child, and who said so.

    `files`: everyone of whom something is kept, also who left or whose bond is over: they have rights about it still.
    """

    pupils: Reach = Reach.NOBODY
    guardians: Reach = Reach.NOBODY
    bonds: Reach = Reach.NOBODY
    staff: Reach = Reach.NOBODY
    files: Reach = Reach.NOBODY


NO_SIGHT = Sight()
# Works with a class: its pupils and whose parents they are; not what a court decided about authority.
_CLASS = Sight(pupils=Reach.GROUPS, guardians=Reach.GROUPS, staff=Reach.SCHOOL)
# Works with pictures or pupils of the whole school, and needs no parents for that.
_PUPILS = Sight(pupils=Reach.SCHOOL, staff=Reach.SCHOOL)
# Keeps the register, or answers for it.
_WHOLE = Sight(pupils=Reach.SCHOOL, guardians=Reach.SCHOOL, bonds=Reach.SCHOOL, staff=Reach.SCHOOL)
_COLLEAGUES = Sight(staff=Reach.SCHOOL)

SEES: Mapping[str, Sight] = {
    "leerling": NO_SIGHT,
    "oud_leerling": NO_SIGHT,
    "ouder": NO_SIGHT,
    "voogd": NO_SIGHT,
    "hulpouder": NO_SIGHT,
    "medewerker": _COLLEAGUES,
    "leerkracht": _CLASS,
    "mentor": _CLASS,
    "oop": _CLASS,
    "communicatiemedewerker": _PUPILS,
    "administratie": _WHOLE,
    "beheerder": _WHOLE,
    "ib_er": _PUPILS,
    "anti_pestcoordinator": _PUPILS,
    # Hears what is told in confidence; to look people up beforehand would be the opposite of it.
    "vertrouwenspersoon": _COLLEAGUES,
    "social_mediacoach": _COLLEAGUES,
    "fg": replace(_WHOLE, files=Reach.SCHOOL),  # answers whoever asks what is kept about them (AVG art. 15)
    "leidinggevende": _PUPILS,
    "teamleider": _PUPILS,
    "schoolleiding": _WHOLE,
    "schoolleider": _WHOLE,
    "directeur": _WHOLE,
    "adjunct_directeur": _WHOLE,
    "bestuur": _WHOLE,
    "cvb": _WHOLE,
    # These supervise and advise on figures and protocols, not on people.
    "rvt": NO_SIGHT,
    "mr": NO_SIGHT,
    "gmr": NO_SIGHT,
    "overige_betrokkene": NO_SIGHT,
    "stagiair": NO_SIGHT,
    "vrijwilliger": NO_SIGHT,
    "inhuurkracht": NO_SIGHT,
    "adviseur": NO_SIGHT,
}


def sight_of(role: str) -> Sight:
    """How far a role sees; one that nobody gave a row (a pack's own word) sees nobody."""
    return SEES.get(role, NO_SIGHT)
