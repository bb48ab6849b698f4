"""What is left to a line manager is not settled by the author's tick; it is by the manager who was asked."""

from __future__ import annotations

import pytest

from magdit.areas.drafts.actions import change
from magdit.areas.drafts.words import Words
from magdit.journeys.hand_in.answering import answer
from magdit.journeys.hand_in.asking import answer_doubt, ask_doubt
from magdit.journeys.hand_in.judging import judge_draft
from tests.areas.conftest import NOON

pytestmark = pytest.mark.django_db
HARSH = "Wat een stelletje idioten, die ouders van groep 5."
HARMLESS = dict.fromkeys(("kwetsend", "fatsoen_overschreden", "aanstootgevend", "lastigvallen"), False)


@pytest.fixture
def ticked(begun, bram, doing_as):
    """A harsh post of Bram's, of which he says himself that it is not too bad."""
    row = change(doing_as(bram), begun.pk, version=begun.version, words=Words(HARSH), for_school=True)
    return answer(doing_as(bram), row, HARMLESS, version=row.version)


def test_the_tick_of_the_author_leaves_it_to_the_manager(ticked):
    judged = judge_draft(ticked, NOON).judged

    assert judged.verdict == "vraag"
    assert "leidinggevende" in judged.answer.ask
    assert judged.answer.question is None


def test_the_manager_who_was_asked_settles_it(ticked, fatima, bram, doing_as):
    doubt = ask_doubt(doing_as(bram), ticked.pk, version=ticked.version, question="Is dit te hard?")
    asked = {fact for kind, fact in doubt.about if kind == "oordeel"}

    answer_doubt(doing_as(fatima), doubt.pk, outcome="mag", words="", facts={**HARMLESS, **dict.fromkeys(asked, False)})

    ticked.refresh_from_db()
    judged = judge_draft(ticked, NOON).judged
    assert judged.verdict == "mag"
    assert judged.act["herkomst"]["kwetsend"] == {"bron": "oordeel", "door": "een ander"}


def test_another_text_is_judged_again(ticked, fatima, bram, doing_as):
    doubt = ask_doubt(doing_as(bram), ticked.pk, version=ticked.version, question="Is dit te hard?")
    answer_doubt(doing_as(fatima), doubt.pk, outcome="mag", words="", facts=HARMLESS)
    ticked.refresh_from_db()

    row = change(doing_as(bram), ticked.pk, version=ticked.version, words=Words(f"{HARSH} Echt waar."))

    assert judge_draft(row, NOON).judged.verdict == "vraag"
