"""The school of the state machine: four children, their parents, four places to publish, a second protocol version.

Laid once for a whole run; each story plays in a savepoint of its own. Everyone who may said yes to everything.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from magdit.areas.consent.actions import give
from magdit.areas.consent.models import Item
from magdit.areas.drafts.models_asked import AskingRules
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.people.models import Board, Group, Guardianship, Person, School
from magdit.areas.registers.models import ChannelAccount
from magdit.protocols.library import PACKS
from tests.areas.conftest import employee, guardian, pupil
from tests.areas.consent.conftest import make_item
from tests.journeys.hand_in.conftest import FACES, photo
from tests.journeys.publish.conftest import make_account

START = datetime(2026, 2, 27, 12, tzinfo=SCHOOL_CLOCK)
SIXTEEN = date(2026, 3, 20)  # when Sem turns sixteen
NEW_YEAR = datetime(2026, 8, 24, 12, tzinfo=SCHOOL_CLOCK)
COVERS = ["foto", "naam"]
SITE, INSTA, LETTER, PAPER = "website", "instagram", "nieuwsbrief", "jaarboek"


@dataclass(frozen=True)
class Stage:
    """Who and what is there. `voices`: who may say something about a child, in the order of `children`.

    `rules`: the folder with the second version of the protocol.
    """

    school: School
    children: tuple[Person, ...]
    voices: tuple[tuple[Person, ...], ...]
    unsure: Guardianship  # the bond of which nobody knows the authority
    teacher: Person
    head: Person
    items: dict[str, Item]
    accounts: dict[str, ChannelAccount]
    rules: Path

    def acts(self, person: Person, at: datetime) -> Doing:
        """This person acts, at this moment."""
        return Doing(Ref("persoon", str(person.pk)), self.school.board_id, at)


def lay(folder: Path) -> Stage:
    """Sem, who answers himself within a month; twins whose parents may disagree; Noor, whose father may have a say."""
    board = Board.objects.create(name="Stichting De Linde")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
    group = Group.objects.create(school=school, year=2025, name="4V")
    sem = pupil(school, group, called="Sem", last="Boer", born=date(2010, SIXTEEN.month, SIXTEEN.day))
    lotte, daan = (pupil(school, group, called=name, last="Kok", born=date(2014, 5, 5)) for name in ("Lotte", "Daan"))
    noor = pupil(school, group, called="Noor", last="Dijk", born=date(2013, 9, 1))
    els, mira = guardian(sem, called="Els", last="Boer"), guardian(noor, called="Mira", last="Bakker")
    ans, piet = (guardian(lotte, called=name, last="Kok") for name in ("Ans", "Piet"))
    for parent in (ans, piet):
        Guardianship.objects.create(
            child=daan, guardian=parent, relation="ouder", authority="ja", source="opgave ouders", since=daan.born
        )
    joost = guardian(noor, called="Joost", last="Dijk", authority="onbekend")
    stage = Stage(
        school=school,
        children=(sem, lotte, daan, noor),
        voices=((els, sem), (ans, piet), (ans, piet), (mira, joost, noor)),
        unsure=Guardianship.objects.get(guardian=joost),
        teacher=employee(school, "leerkracht", called="Bram", last="Visser"),
        head=employee(school, "schoolleider", called="Fatima", last="Yilmaz"),
        items={medium: make_item(board, medium, channel=medium, covers=COVERS) for medium in _ACCOUNTS},
        accounts={medium: make_account(school, medium=medium, **told) for medium, told in _ACCOUNTS.items()},
        rules=second_version(folder / "van het bestuur"),
    )
    AskingRules.objects.create(school=school, when="media", media=[LETTER], role="schoolleiding")
    for child, voices in zip(stage.children, stage.voices, strict=True):
        for item in stage.items.values():
            give(stage.acts(voices[0], START), child, item)
    return stage


# Two that magdit reaches itself, one where a person places and removes (and another approves), and one on paper.
_ACCOUNTS: dict[str, dict[str, object]] = {
    SITE: {},
    INSTA: {"name": "delinde", "agreement": "gemaakt"},
    LETTER: {"name": "weekbrief", "connector": "hand"},
    PAPER: {"name": "jaarboek", "connector": "hand", "kind": "blad", "circulation": 400},
}


@cache
def picture(faces: int) -> bytes:
    """A photo with this many faces."""
    return photo(faces=FACES[:faces])


def second_version(folder: Path) -> Path:
    """The protocol once more, in a folder of the board: from now on a pupil answers from twelve. That is Noor."""
    shutil.copytree(PACKS / "osvs", folder / "osvs")
    for path in (folder / "osvs").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        text = text.replace('versie = "2025-1"', 'versie = "2026-1"')
        text = text.replace("leeftijd >= 16", "leeftijd >= 12").replace("leeftijd < 16", "leeftijd < 12")
        path.write_text(text, encoding="utf-8")
    return folder
