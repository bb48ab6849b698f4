"""Who doubts, asks whom the protocol of the school names: met on the page, in that school, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Doubt
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, Role, School
from magdit.journeys.hand_in.judging import judge_draft
from tests.areas.conftest import NOON, START, employee

Visits = Callable[[Person], Client]
Writes = Callable[..., Draft]
TEXT = "Morgen begint de sportdag om negen uur."


@pytest.fixture
def writes(school: School, doing_as: Callable[..., Doing]) -> Writes:
    """`writes("vsnon", bram, "leerkracht")`: a text in the name of a school under this protocol."""

    def begun(protocol: str, author: Person, role: str, *, medium: str = "facebook") -> Draft:
        school.protocol = protocol
        school.save()
        made = actions.begin(doing_as(author), school, author, role=role)
        return actions.change(
            doing_as(author), made.pk, version=made.version, medium=medium, words=Words(TEXT), for_school=True
        )  # fmt: skip

    return begun


def ask(browser: Client, draft: Draft, **more: str) -> Doubt:
    told = {"version": draft.version, "question": "Mag dit zo?", **more}
    sent = browser.post(f"/school/{draft.school.code}/voorleggen/{draft.pk}/twijfel/", told)
    assert sent.status_code == 302, sent.content.decode()[1500:3500]
    return Doubt.objects.get()


def verdict(draft: Draft) -> tuple[str, tuple[str, ...]]:
    judged = judge_draft(Draft.objects.get(pk=draft.pk), NOON).judged
    return judged.verdict, judged.answer.clauses


@pytest.mark.parametrize(
    ("protocol", "clause"), [("osvs", "IV.M11"), ("ozhw", "5.5"), ("verkruisen", "8"), ("vsnon", "17")]
)
def test_a_doubt_waits_for_the_line_manager_and_without_doubt_it_goes(
    protocol: str, clause: str, writes: Writes, bram: Person, fatima: Person, visits: Visits
) -> None:
    draft = writes(protocol, bram, "leerkracht")
    without = verdict(draft)

    doubt = ask(visits(bram), draft)
    waits = verdict(draft)
    visits(fatima).post(f"/gevraagd/twijfel/{doubt.pk}/", {"outcome": "mag"})

    assert without[0] == "mag", without
    assert (waits[0], clause in waits[1]) == ("vraag", True)
    assert (doubt.clause, doubt.asked) == (clause, fatima)
    assert verdict(draft)[0] == "mag"


def test_osvs_lets_one_choose_the_social_media_coach(
    writes: Writes, school: School, bram: Person, fatima: Person, visits: Visits
) -> None:
    """IV.M11: the line manager or, where there is one, the coach."""
    coach = employee(school, "social_mediacoach", called="Cato", last="Wit")
    draft = writes("osvs", bram, "leerkracht")

    doubt = ask(visits(bram), draft, role="social_mediacoach")
    visits(coach).post(f"/gevraagd/twijfel/{doubt.pk}/", {"outcome": "mag"})

    assert doubt.asked == coach
    assert verdict(draft)[0] == "mag"


def test_ozhw_has_the_line_manager_ask_the_fg(
    writes: Writes, school: School, bram: Person, fatima: Person, visits: Visits
) -> None:
    """5.5: the manager puts it to the FG; at a school under another protocol there is no such button."""
    officer = employee(school, "fg", called="Guus", last="Blom")
    Role.objects.filter(person=officer).update(school=None)
    draft = writes("ozhw", bram, "leerkracht")
    doubt = ask(visits(bram), draft)
    page = f"/gevraagd/twijfel/{doubt.pk}/"
    button = re.compile("Leg het voor aan: functionaris")

    offered = visits(fatima).get(page).content.decode()
    visits(fatima).post(page, {"do": "further"})
    visits(officer).post(page, {"outcome": "mag"})

    assert button.search(offered)
    assert Doubt.objects.get().answered_by == officer
    assert verdict(draft)[0] == "mag"


def test_elsewhere_the_line_manager_answers_alone(
    writes: Writes, school: School, bram: Person, fatima: Person, visits: Visits
) -> None:
    employee(school, "fg", called="Guus", last="Blom")
    doubt = ask(visits(bram), writes("vsnon", bram, "leerkracht"))

    html = visits(fatima).get(f"/gevraagd/twijfel/{doubt.pk}/").content.decode()

    assert "functionaris" not in html


def test_verkruisen_who_leads_the_school_places_nothing_while_in_doubt(
    writes: Writes, school: School, fatima: Person, visits: Visits
) -> None:
    """Clause 5: the yes of the board does not help; only no longer doubting does."""
    above = employee(school, "cvb", called="Toos", last="Bos")
    draft = writes("verkruisen", fatima, "schoolleider")
    before = verdict(draft)[0]
    doubt = ask(visits(fatima), draft)
    visits(above).post(f"/gevraagd/twijfel/{doubt.pk}/", {"outcome": "mag"})
    in_doubt = verdict(draft)

    now = Draft.objects.get()
    visits(fatima).post(
        f"/school/{school.code}/voorleggen/{draft.pk}/twijfel/", {"version": now.version, "do": "withdraw"}
    )

    assert before == "mag"
    assert doubt.asked == above
    assert (in_doubt[0], "5" in in_doubt[1]) == ("mag_niet", True)
    assert verdict(draft)[0] == "mag"


def test_the_portal_school_lets_a_parent_ask_before_speaking_in_its_name(
    writes: Writes, noors_mother: Person, noor: Person, fatima: Person, visits: Visits
) -> None:
    """O3: in the name of the school only after its yes; for oneself nobody is asked."""
    draft = writes("ouderportaalschool", noors_mother, "ouder", medium="facebook")
    before = verdict(draft)
    doubt = ask(visits(noors_mother), draft)

    visits(fatima).post(f"/gevraagd/twijfel/{doubt.pk}/", {"outcome": "mag"})

    assert (before[0], "O3" in before[1]) == ("vraag", True)
    assert (doubt.clause, doubt.asked) == ("O3", fatima)
    assert verdict(draft)[0] == "mag"


def test_the_portal_school_asks_nothing_of_a_parent_who_speaks_for_oneself(
    writes: Writes, noors_mother: Person, noor: Person, doing_as: Callable[..., Doing]
) -> None:
    draft = writes("ouderportaalschool", noors_mother, "ouder", medium="facebook")

    actions.change(doing_as(noors_mother), draft.pk, version=draft.version, for_school=None)

    assert "O3" not in verdict(draft)[1]
    assert verdict(draft)[0] != "vraag"


def test_a_no_of_the_school_is_no_leave(
    writes: Writes, noors_mother: Person, noor: Person, fatima: Person, visits: Visits
) -> None:
    draft = writes("ouderportaalschool", noors_mother, "ouder", medium="facebook")
    doubt = ask(visits(noors_mother), draft)

    visits(fatima).post(f"/gevraagd/twijfel/{doubt.pk}/", {"outcome": "mag_niet", "words": "Liever niet."})

    assert verdict(draft)[0] == "mag_niet"


def test_a_yes_counts_only_of_who_has_the_role_that_day(
    writes: Writes, school: School, noors_mother: Person, noor: Person, fatima: Person, visits: Visits
) -> None:
    """Who answered as head, and turns out not to have been it, gave no leave."""
    draft = writes("ouderportaalschool", noors_mother, "ouder", medium="facebook")
    doubt = ask(visits(noors_mother), draft)
    visits(fatima).post(f"/gevraagd/twijfel/{doubt.pk}/", {"outcome": "mag"})

    Role.objects.filter(person=fatima).delete()
    Role.objects.create(person=fatima, school=school, role="leerkracht", begins=START)

    assert verdict(draft)[0] != "mag"


def test_vsnon_puts_what_it_does_not_foresee_before_the_head(
    writes: Writes, sem: Person, fatima: Person, visits: Visits, doing_as: Callable[..., Doing]
) -> None:
    """D.1: with the yes of the head it goes; without it, it does not."""
    draft = writes("vsnon", sem, "leerling", medium="snapchat")
    draft = actions.change(doing_as(sem), draft.pk, version=draft.version, for_school=None)
    about = {
        "betreft_school": True, "tijdens_les": False, "doel": ["mening"], "account": "prive",
        "hoedanigheid": "persoonlijk", "persoonsgegevens": False,
    }  # fmt: skip
    for fact, value in about.items():
        draft = actions.confirm(doing_as(sem), draft.pk, version=draft.version, fact=fact, value=value)
    before = judge_draft(draft, NOON)
    doubt = ask(visits(sem), draft)

    visits(fatima).post(f"/gevraagd/twijfel/{doubt.pk}/", {"outcome": "mag"})

    assert (before.judged.verdict, before.may_go) == ("voorleggen", False)
    assert (doubt.clause, doubt.asked) == ("D.1", fatima)
    assert judge_draft(Draft.objects.get(), NOON).may_go
