"""A possible data breach: who may report it, the clock, whom the protocol wants to know, and what must be done."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core import mail

from magdit.areas.consent.books import book_of
from magdit.areas.drafts import actions as drafts
from magdit.areas.drafts.models import Publication
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, Role
from magdit.areas.registers import breaches
from magdit.areas.registers.breaches_queries import visible_breaches
from magdit.areas.registers.breaches_story import story_of
from magdit.areas.registers.models import Appearance, Breach
from magdit.areas.registers.rules_breaches import hours_left, part_gone
from magdit.journeys.breaches import (
    about_what,
    at_which_school,
    decide,
    report,
    signals_of,
    term_of,
    what_must_be_done,
)
from magdit.journeys.breaches_mail import remind
from tests.areas.conftest import NOON, START
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
TOLD = {"what": "De lijst met adressen van 6A ging naar alle ouders van 5B.\nIk kan hem niet terughalen."}
HOUR = timedelta(hours=1)


@pytest.fixture
def farida(board) -> Person:
    """The data protection officer of the board."""
    made = Person.objects.create(board=board, first="Farida", called="Farida", last="Gul", email="fg@delinde.example")
    Role.objects.create(person=made, school=None, role="fg", begins=START)
    return made


@pytest.fixture
def reports(school, doing_as):
    """`reports(person)`: they say that something may be a breach."""

    def reported(person, *, at=NOON, place=school, **told):
        doing = doing_as(person, at=at)
        return report(doing, person, at_which_school(person, doing, place), told=TOLD, **told)

    return reported


@pytest.fixture
def breach(reports, bram) -> Breach:
    """Bram sent the wrong list."""
    return reports(bram)


@pytest.fixture
def shown(school, noor, bram) -> UUID:
    """A publication that shows Noor."""
    row = Publication.objects.create(
        board=school.board, school=school, medium="website", author=bram, key="k", sealed=b"", made_at=NOON,
        state="geplaatst",
    )  # fmt: skip
    Appearance.objects.create(board=school.board, person=noor, publication=row.pk, channel="website", shown_at=NOON)
    return row.pk


def details(verb: str) -> dict[str, object]:
    return json.loads(Entry.objects.filter(verb=verb).order_by("-number")[0].details)


def test_the_term_is_what_the_law_pack_says(school):
    assert term_of(book_of(school)) == timedelta(hours=72)


def test_a_teacher_reports_and_the_clock_runs_from_when_the_school_knew(breach, bram):
    assert (breach.known_at, breach.due) == (NOON, NOON + 72 * HOUR)
    assert hours_left(breach.due, NOON + 31 * HOUR) == 41
    assert part_gone(breach.known_at, breach.due, NOON + 36 * HOUR) == 50
    assert breach.reported_by == bram


def test_what_is_told_is_kept_with_its_lines_and_stands_open_nowhere(breach):
    assert story_of(breach).what == TOLD["what"]
    assert b"adressen" not in bytes(Breach.objects.get().sealed)
    assert "adressen" not in str(list(Entry.objects.values_list("details", flat=True)))
    assert details("datalek gemeld")["voor"] == (NOON + 72 * HOUR).isoformat()


def test_who_knew_it_earlier_has_less_time_left(reports, bram):
    row = reports(bram, known_at=NOON - 20 * HOUR)

    assert row.due == NOON + 52 * HOUR


@pytest.mark.parametrize("moment", [NOON + HOUR, NOON - timedelta(days=400)])
def test_a_moment_that_cannot_be_is_refused(moment, reports, bram):
    with pytest.raises(Refused, match="breach_moment"):
        reports(bram, known_at=moment)


def test_a_report_that_says_nothing_is_refused(school, bram, doing_as):
    doing = doing_as(bram)
    with pytest.raises(Refused, match="breach_nothing_told"):
        report(doing, bram, at_which_school(bram, doing, school), told={"what": " \u200b\n "})


def test_nobody_floods_who_handles_it(reports, sem, bram):
    for _number in range(20):
        reports(sem)

    with pytest.raises(Refused, match="breach_too_many"):
        reports(sem)

    assert reports(bram).state == "gemeld"
    assert reports(sem, at=NOON + 25 * HOUR).state == "gemeld"


@pytest.mark.parametrize("who", ["bram", "noors_mother", "sem", "office", "fatima"])
def test_whoever_belongs_to_the_school_may_report(who, request, reports):
    assert reports(request.getfixturevalue(who)).state == "gemeld"


def test_others_may_not(school, second_school, olaf, bram, doing_as):
    for person, place in ((olaf, school), (bram, second_school)):
        with pytest.raises(Refused, match="not_yours"):
            at_which_school(person, doing_as(person), place)


def test_a_mother_reports_a_publication_that_shows_her_child_and_no_other(
    shown, noors_mother, sems_mother, sem, doing_as
):
    doing = doing_as(noors_mother)

    about = about_what(noors_mother, doing, kind="publicatie", subject=shown)
    row = report(doing, noors_mother, about, told=TOLD)

    assert (row.about_kind, row.about) == ("publicatie", str(shown))
    for person, subject in ((sem, shown), (sems_mother, shown), (noors_mother, uuid4())):
        with pytest.raises(Refused, match="not_yours"):
            about_what(person, doing_as(person), kind="publicatie", subject=subject)


def test_a_draft_is_reported_by_who_sees_it(school, bram, noors_mother, doing_as):
    draft = drafts.begin(doing_as(bram), school, bram, role="leerkracht")

    assert about_what(bram, doing_as(bram), kind="bericht", subject=draft.pk).school == school
    with pytest.raises(Refused, match="not_yours"):
        about_what(noors_mother, doing_as(noors_mother), kind="bericht", subject=draft.pk)


def test_under_ozhw_the_head_and_the_officer_hear_of_what_gets_out_of_hand(school, reports, bram, doing_as):
    school.protocol = "ozhw"
    school.save()
    draft = drafts.begin(doing_as(bram), school, bram, role="leerkracht")
    assert "ontspoort" in dict(signals_of(about_what(bram, doing_as(bram), kind="bericht", subject=draft.pk)))

    row = reports(bram, signals=["ontspoort"])
    plain = reports(bram)

    tells = {(one["clause"], *one["roles"]) for one in row.to_tell}
    assert {("5.4", "leidinggevende"), ("5.4", "directeur"), ("5.4", "fg")} <= tells
    assert [one["clause"] for one in plain.to_tell] == [""]
    assert plain.to_tell[0]["roles"] == ["schoolleiding"]


def test_of_what_is_no_post_it_is_not_asked_whether_a_talk_gets_out_of_hand(school, bram, doing_as):
    school.protocol = "ozhw"
    school.save()

    assert [name for name, _ in signals_of(at_which_school(bram, doing_as(bram), school))] == ["misstap_gezien"]


def test_what_any_message_asks_is_not_asked_of_a_breach(school, reports, bram):
    school.protocol = "ozhw"
    school.save()
    row = reports(bram)

    assert [one.clause for one in what_must_be_done(row, NOON)] == ["AVG-33"]


def test_what_is_no_signal_is_not_taken(reports, bram):
    assert reports(bram, signals=["risico_hoog", "ontspoord"]).state == "gemeld"


@pytest.mark.parametrize(
    ("risk", "must"),
    [("onwaarschijnlijk", (False, False)), ("risico", (True, False)), ("hoog", (True, True)), ("", (False, False))],
)
def test_what_follows_from_the_risk_the_law_pack_says(risk, must, breach, farida, doing_as):
    row = decide(doing_as(farida), breach, version=breach.version, risk=risk, why="De lijst is teruggehaald.")

    assert (row.must_report, row.must_tell) == must
    assert row.state == ("lek" if risk else "geen_lek")
    assert details("datalek beoordeeld")["melden"] is must[0]


def test_a_decision_needs_a_reason_and_someone_who_may(breach, farida, bram, olaf, doing_as):
    with pytest.raises(Refused, match="breach_no_reason"):
        decide(doing_as(farida), breach, version=breach.version, risk="hoog", why=" ")
    for outsider in (bram, olaf):
        with pytest.raises(Refused, match=r"no_right|not_yours"):
            decide(doing_as(outsider), breach, version=breach.version, risk="hoog", why="Ik vind van wel.")


def test_the_packs_tell_what_must_be_done_and_fall_silent_when_it_is(breach, farida, doing_as):
    row = decide(doing_as(farida), breach, version=breach.version, risk="hoog", why="Adressen van kinderen.")
    assert [one.clause for one in what_must_be_done(row, NOON)] == ["AVG-33", "AVG-34", "AVG-33"]
    assert "voorbij" in what_must_be_done(row, NOON + 73 * HOUR)[-1].text

    row = breaches.reported(doing_as(farida), row.pk, version=row.version, at=NOON, number="AP-12345")
    row = breaches.told(doing_as(farida), row.pk, version=row.version, at=NOON, how="Per brief.")

    assert what_must_be_done(row, NOON) == ()


def test_it_closes_only_when_all_is_done(breach, farida, doing_as):
    doing = doing_as(farida)
    with pytest.raises(Refused, match="breach_open_steps"):
        breaches.close(doing, breach.pk, version=breach.version)
    with pytest.raises(Refused, match="breach_not_decided"):
        breaches.reported(doing, breach.pk, version=breach.version, at=NOON)
    row = decide(doing, breach, version=breach.version, risk="hoog", why="Adressen van kinderen.")
    row = breaches.reported(doing, row.pk, version=row.version, at=NOON)
    row = breaches.told(doing, row.pk, version=row.version, at=NOON, how="Per brief.")
    with pytest.raises(Refused, match="breach_open_steps"):
        breaches.close(doing, row.pk, version=row.version)

    row = breaches.informed(doing, row.pk, version=row.version, place=0)
    row = breaches.close(doing, row.pk, version=row.version)

    assert row.closed_at == NOON
    with pytest.raises(Refused, match="breach_closed"):
        breaches.tell_more(doing, row.pk, version=row.version, told={"measures": "Niets"})
    verbs = list(Entry.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == [
        "datalek gemeld", "datalek beoordeeld", "datalek gemeld bij toezichthouder", "betrokkenen ingelicht",
        "ingelicht over datalek", "datalek gesloten",
    ]  # fmt: skip


def test_a_late_report_says_why_it_is_late(breach, farida, doing_as):
    late = NOON + 80 * HOUR
    doing = doing_as(farida, at=late)
    row = decide(doing, breach, version=breach.version, risk="risico", why="Adressen van kinderen.")
    with pytest.raises(Refused, match="breach_late"):
        breaches.reported(doing, row.pk, version=row.version, at=late)

    row = breaches.reported(doing, row.pk, version=row.version, at=late, late="Het viel in de vakantie.")

    assert story_of(row).late == "Het viel in de vakantie."


def test_of_two_who_write_at_once_the_second_hears_of_the_first(breach, farida, fatima, doing_as):
    breaches.tell_more(doing_as(fatima), breach.pk, version=breach.version, told={"many": "24 gezinnen"})

    with pytest.raises(Refused, match="changed_meanwhile"):
        breaches.tell_more(doing_as(farida), breach.pk, version=breach.version, told={"many": "25"})

    assert story_of(Breach.objects.get()).many == "24 gezinnen"


@pytest.mark.parametrize(("told", "code"), [({"name": "x"}, "field_unknown"), ({"what": "x" * 4001}, "text_too_long")])
def test_what_does_not_fit_is_refused(told, code, breach, farida, doing_as):
    with pytest.raises(Refused, match=code):
        breaches.tell_more(doing_as(farida), breach.pk, version=breach.version, told=told)


def test_the_register_is_for_who_handles_it(breach, farida, fatima, bram, olaf, office, noors_mother):
    seen = [
        who
        for who in (farida, fatima, bram, olaf, office, noors_mother)
        if visible_breaches(who, TODAY).filter(pk=breach.pk).exists()
    ]

    assert seen == [farida, fatima]


def test_who_handles_it_hears_at_once_and_again_when_little_time_is_left(
    farida, fatima, reports, bram, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        reports(bram)
    assert {one.to[0] for one in mail.outbox} == {farida.email, fatima.email}
    assert "adressen" not in mail.outbox[0].body

    with django_capture_on_commit_callbacks(execute=True):
        told = [remind(NOON + hours * HOUR) for hours in (10, 50, 51, 75)]

    assert told == [0, 1, 0, 1]
    assert len(mail.outbox) == 6


def test_of_what_was_reported_nobody_is_reminded(breach, farida, doing_as):
    row = decide(doing_as(farida), breach, version=breach.version, risk="risico", why="Adressen.")
    breaches.reported(doing_as(farida), row.pk, version=row.version, at=NOON)

    assert remind(NOON + 70 * HOUR) == 0
