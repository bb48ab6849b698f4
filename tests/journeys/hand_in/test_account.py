"""What a draft goes out on settles where it goes, to whom, and what was agreed with the platform."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from magdit.areas.consent.actions import give
from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School
from magdit.areas.registers.channels import add
from magdit.areas.registers.channels_agreed import decide_agreement
from magdit.areas.registers.models import ChannelAccount
from magdit.journeys.hand_in.judging import HIDDEN_WELL, Judging, judge_draft
from magdit.journeys.hand_in.saying import say_of_children, say_of_faces
from tests.areas.conftest import NOON
from tests.areas.consent.conftest import make_item
from tests.cast import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def instagram(school: School, fatima: Person, doing_as: Callable[..., Doing]) -> ChannelAccount:
    """The Instagram account of De Linde."""
    return add(doing_as(fatima), school, medium="instagram", name="@delinde")


@pytest.fixture
def with_noor(
    pictured: Picture, begun: Draft, instagram: ChannelAccount, noor: Person, noors_mother: Person,
    noors_father: Person, bram: Person, doing_as: Callable[..., Doing],
) -> Draft:  # fmt: skip
    """A photo of Noor for Instagram; both her parents said yes to that."""
    item = make_item(noor.board, channel="instagram")
    for parent in (noors_mother, noors_father):
        give(doing_as(parent), noor, item)
    doing = doing_as(bram)
    row = Draft.objects.get(pk=begun.pk)
    row = actions.change(doing, row.pk, version=row.version, medium="instagram", account=instagram)
    faces = [face["id"] for face in pictured.faces]
    row = say_of_faces(doing, pictured, faces[:1], fate="persoon", person=noor.pk, version=row.version)
    row = say_of_faces(doing, pictured, faces[1:], fate="verborgen", version=row.version)
    row = actions.confirm(doing, row.pk, version=row.version, fact=HIDDEN_WELL, value=True)
    return say_of_children(doing, row, {}, version=row.version, nobody_else=True)


def judging(draft: Draft) -> Judging:
    return judge_draft(Draft.objects.get(pk=draft.pk), NOON)


def test_the_account_says_where_it_goes_whatever_the_draft_says(begun, instagram, bram, doing_as):
    doing = doing_as(bram)
    row = actions.confirm(doing, begun.pk, version=begun.version, fact="platformafspraken", value="gemaakt")
    row = actions.confirm(doing, row.pk, version=row.version, fact="account", value="prive")
    actions.change(doing, row.pk, version=row.version, account=instagram, for_school=False)

    act = judging(begun).judged.act

    assert (act["medium"], act["account"], act["hoedanigheid"]) == ("instagram", "school", "namens_school")
    assert (act["publiek"], act["platformafspraken"]) == ("openbaar", "geen")
    assert act["herkomst"]["platformafspraken"] == {"bron": "register"}


def test_without_agreements_a_yes_of_the_parents_is_not_enough(with_noor):
    found = judging(with_noor)

    assert not found.may_go
    assert "AP-2024" in found.judged.answer.clauses


def test_with_agreements_it_may_go_for_as_long_as_they_last(with_noor, instagram, fatima, doing_as):
    until = TODAY + timedelta(days=3)
    decide_agreement(doing_as(fatima), instagram.pk, version=instagram.version, agreement="gemaakt", until=until)

    now = judging(with_noor)
    later = judge_draft(Draft.objects.get(pk=with_noor.pk), NOON + timedelta(days=4))

    assert now.may_go
    assert not later.may_go


def test_what_instagram_agreed_to_says_nothing_of_facebook(with_noor, instagram, fatima, doing_as):
    decide_agreement(doing_as(fatima), instagram.pk, version=instagram.version, agreement="gemaakt")

    prices = {price.medium: price.verdict for price in judging(with_noor).elsewhere}

    assert prices["facebook"] != "mag"
