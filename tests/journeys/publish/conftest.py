"""A post of Bram's on an account that a connector serves, ready to go; and one with Noor, whose mother said yes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from magdit.areas.consent.actions import give
from magdit.areas.consent.models import Item
from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School
from magdit.areas.registers.models import ChannelAccount
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.hand_in.saying import say_of_children, say_of_faces
from magdit.journeys.hand_in.taking_in import take_in
from magdit.journeys.publish.allowed import to_look_at
from magdit.journeys.publish.sending import publish
from tests.journeys.hand_in.conftest import EYES, FACES, photo
from tests.journeys.hand_in.conftest import own_folder as own_folder  # files of one test are no business of another
from tests.journeys.publish import fake


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[fake.Wall]:
    with fake.installed(tmp_path / "installed") as wall:
        yield wall


def make_account(school: School, **told: Any) -> ChannelAccount:
    """An account of the school on its website, served by the fake."""
    told = {"medium": "website", "name": "schoolsite", "connector": "fake", "state": "in_gebruik", **told}
    return ChannelAccount.objects.create(board=school.board, school=school, **told)


@pytest.fixture
def account(school: School, wall: fake.Wall) -> ChannelAccount:
    return make_account(school)


@pytest.fixture
def begins(school: School, bram: Person, doing_as: Callable[..., Doing]) -> Callable[..., Draft]:
    """`begins(account, "words")`: a draft of Bram's for that account."""

    def begin(account: ChannelAccount | None, text: str = "Morgen is het feest op school.", **told: Any) -> Draft:
        row = actions.begin(doing_as(bram), school, bram, role="leerkracht")
        told = {"medium": account.medium if account else "website", "for_school": True, **told}
        return actions.change(doing_as(bram), row.pk, version=row.version, words=Words(text), account=account, **told)

    return begin


@pytest.fixture
def words_only(begins: Callable[..., Draft], account: ChannelAccount) -> Draft:
    return begins(account)


@pytest.fixture
def agreed(noor: Person, noors_mother: Person, website: Item, doing_as: Callable[..., Doing]) -> Person:
    """Noor, of whom her mother said that she may be shown on the website."""
    give(doing_as(noors_mother), noor, website)
    return noor


@pytest.fixture
def with_noor(
    begins: Callable[..., Draft], account: ChannelAccount, agreed: Person, bram: Person, doing_as: Callable[..., Doing]
) -> Draft:
    """A photo of Noor, with her mother's yes."""
    return add_noor(doing_as(bram), begins(account), agreed)


def add_noor(doing: Doing, row: Draft, noor: Person) -> Draft:
    """Put a photo of Noor in a draft."""
    picture = take_in(doing, row.pk, "strand.jpg", [photo(faces=FACES[:1])], eyes=EYES)
    row = Draft.objects.get(pk=row.pk)
    faces = [face["id"] for face in picture.faces]
    row = say_of_faces(doing, picture, faces, fate="persoon", person=noor.pk, version=row.version)
    to_look_for = judge_draft(row, doing.at).to_look_for
    said = {one.id: "nee" for one in to_look_for if one.id != str(noor.pk)}
    return say_of_children(doing, row, said, version=row.version, nobody_else=True)


def sends(doing: Doing, row: Draft) -> Publication:
    """Send this draft, having looked at all that is to be looked at."""
    row = Draft.objects.get(pk=row.pk)
    looked_at = to_look_at(judge_draft(row, doing.at))
    return publish(doing, row.pk, version=row.version, looked_at=looked_at, eyes=EYES).publication
