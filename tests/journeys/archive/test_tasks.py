"""`magdit archive check --school` makes tasks: one per place, ended when it is gone or may stand, with one turn."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from magdit.areas.drafts.destroying import destroy_due
from magdit.areas.drafts.models import Turn
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Role
from magdit.areas.registers.archive import told_of
from magdit.areas.registers.holds import place_hold
from magdit.areas.registers.models import ArchiveTask, ChannelAccount, FreeDays
from magdit.cli.main import run
from magdit.connectors.connector import Trouble
from magdit.journeys.archive import taking_down
from magdit.journeys.archive.tasks import finish, keep_tasks, say_not_needed
from tests.areas.conftest import *  # noqa: F403  (the cast as rows)
from tests.areas.conftest import NOON
from tests.check.draft.school import put

pytestmark = pytest.mark.django_db
SOURCE = "https://delinde.example"


def row(place: str, level: str = "zeker", **told) -> dict:
    """A piece as the check remembers it."""
    clauses = [{"pack": "osvs", "clause": "IV.M8", "why": ["Noor van Dijk zei nee"], "says": "Alleen met een ja."}]
    known = {
        "place": place, "page": None, "title": "Op reis", "links": [], "level": level, "verdict": "mag_niet",
        "as_handed_in": "mag_niet", "clauses": clauses, "helps": "Noor van Dijk weglaten",
        "findings": ["naam (2 keer)"], "pictures": [], "faces": 0, "groups": ["6A"], "missed": [],
        "key": place[-32:], "where": place, "stamp": "1", "of": 1, "again": False,
        "remote": {}, "rest": False, "gone": False,
    }  # fmt: skip
    return known | told


@pytest.fixture
def checks(system, school):
    """`checks(rows)`: what a check of the site found, as tasks."""

    def keeps(*rows, fresh=None, at=NOON):
        keys = {one["key"] for one in rows} if fresh is None else fresh
        return keep_tasks(type(system)(system.actor, system.board, at), school, SOURCE, medium="website",
                          rows=rows, fresh=keys)  # fmt: skip

    return keeps


def states() -> list[str]:
    return list(ArchiveTask.objects.order_by("mark").values_list("state", flat=True))


def test_what_could_not_be_published_becomes_a_task_with_term_and_person(
    checks, fatima, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        kept = checks(row("a"), row("b", level="gezichten"), row("c", level="niets"))

    first = ArchiveTask.objects.get(mark="a")
    assert (kept.new, ArchiveTask.objects.count()) == (2, 2)
    assert (first.level, first.clauses, first.due) == ("zeker", [["osvs", "IV.M8"]], NOON + timedelta(days=1))
    assert (Turn.objects.get().asked, Turn.objects.get().due) == (fatima, first.due)
    assert [mail.to for mail in mailoutbox] == [[fatima.email]]


def test_a_second_check_makes_no_second_task_and_one_line_each(checks):
    checks(row("a"))

    again = checks(row("a"))

    assert (again.new, again.again, again.ended, states()) == (0, 0, 0, ["open"])
    assert Entry.objects.filter(verb="archief gecontroleerd").count() == 2
    assert Entry.objects.filter(verb="beurt gegeven").count() == 1


def test_no_name_is_kept_in_the_open_and_none_of_a_child_at_all(checks):
    checks(row("a"))

    task = ArchiveTask.objects.get()
    assert b"Op reis" not in bytes(task.sealed)
    assert "Noor" not in str(told_of([task]))


def test_what_is_gone_or_may_stand_now_ends(checks):
    checks(row("a"), row("b"), row("c"), row("d"))

    kept = checks(row("b", level="niets"), row("c", gone=True, level="niet_bekeken"), row("d"))

    assert (kept.ended, states()) == (3, ["verdwenen", "mag", "verdwenen", "open"])


def test_the_last_task_of_a_source_takes_the_turn_along(checks):
    checks(row("a"))

    checks(row("b", level="niets"))

    assert not Turn.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("broken", [{"again": True}, {"rest": True}])
def test_a_site_that_answered_by_halves_says_of_nothing_that_it_is_gone(checks, broken):
    checks(row("a"))

    kept = checks(row("z", level="niet_bekeken", **broken))

    assert (kept.ended, states()) == (0, ["open", "open"])


def test_what_was_said_to_be_done_and_stands_there_still_comes_back(checks, bram, doing_as):
    checks(row("a"))
    finish(doing_as(bram), ArchiveTask.objects.get().pk, proof="De pagina geeft niet gevonden.")

    remembered = checks(row("a"), fresh=set())
    looked_at = checks(row("a"))

    assert (remembered.again, looked_at.again, states()) == (0, 1, ["open"])


def test_what_may_stay_comes_back_only_when_it_changed(checks, bram, doing_as):
    checks(row("a"))
    say_not_needed(doing_as(bram), ArchiveTask.objects.get().pk, reason="Alle ouders gaven een ja op papier.")

    same, other = checks(row("a")), checks(row("a", stamp="2"))

    assert (same.again, other.again) == (0, 1)


def test_the_term_waits_for_a_school_day(checks, board, school):
    FreeDays.objects.create(board=board, school=school, name="Vrij", first=date(2026, 3, 4), last=date(2026, 3, 6))

    checks(row("a"))

    assert ArchiveTask.objects.get().due.date() == date(2026, 3, 9)


def test_done_needs_proof_and_staying_a_reason(checks, bram, doing_as):
    checks(row("a"))
    task = ArchiveTask.objects.get().pk

    with pytest.raises(Refused, match="no_proof"):
        finish(doing_as(bram), task, proof=" ")
    with pytest.raises(Refused, match="no_reason"):
        say_not_needed(doing_as(bram), task, reason="")

    assert states() == ["open"]


def test_it_is_done_once_with_a_line_and_by_nobody_from_outside(
    checks, bram, noors_mother, olaf, other_board, doing_as
):
    checks(row("a"))
    task = ArchiveTask.objects.get().pk

    for doing in (doing_as(noors_mother), doing_as(olaf), doing_as(olaf, board=other_board)):
        with pytest.raises(Refused, match=r"no_right|not_yours"):
            finish(doing, task, proof="weg")
    finish(doing_as(bram), task, proof="weg")
    with pytest.raises(Refused, match="done_already"):
        finish(doing_as(bram), task, proof="weg")

    assert Entry.objects.filter(verb="archieftaak gedaan", object=str(task)).count() == 1
    assert told_of([ArchiveTask.objects.get()])[task]["end"] == "weg"


class FakeSite:
    """A site that does as it is asked, or says that it still stands there."""

    def __init__(self, *, gone: bool = True) -> None:
        self.gone, self.asked = gone, []

    def take_down(self, way, remote):
        self.asked.append(dict(remote))

    def is_gone(self, way, remote, url):
        return self.gone


@pytest.fixture
def site(monkeypatch, board, school, fatima):
    fake = FakeSite()
    monkeypatch.setattr(taking_down, "connectors", lambda: {"wordpress": fake})
    monkeypatch.setattr(taking_down, "way_to", lambda account: None)
    ChannelAccount.objects.create(
        board=board, school=school, medium="website", name="Schoolsite", connector="wordpress",
        address=f"{SOURCE}/", owner=fatima,
    )  # fmt: skip
    return fake


def test_magdit_takes_it_off_the_schools_own_site_and_looks(checks, site, bram, doing_as):
    checks(row(f"{SOURCE}/reis", key="a", remote={"post": 12}))
    task = ArchiveTask.objects.get()

    taking_down.take_down(doing_as(bram), task.pk)

    assert site.asked == [{"key": task.pk.hex, "post": 12}]
    assert states() == ["weg"]
    assert "magdit haalde het weg en keek na" in told_of([ArchiveTask.objects.get()])[task.pk]["end"]


def test_what_stands_there_still_is_not_done(checks, site, bram, doing_as):
    checks(row(f"{SOURCE}/reis", key="a", remote={"post": 12}))
    site.gone = False

    with pytest.raises(Refused, match="not_taken_down"):
        taking_down.take_down(doing_as(bram), ArchiveTask.objects.get().pk)

    assert states() == ["open"]


def test_a_site_that_fails_costs_a_try_and_no_more(checks, site, bram, doing_as, monkeypatch):
    checks(row(f"{SOURCE}/reis", key="a", remote={"post": 12}))
    task = ArchiveTask.objects.get().pk

    for error in (Trouble("no_answer", again=True), ValueError("Noor")):
        monkeypatch.setattr(site, "take_down", lambda way, remote, error=error: (_ for _ in ()).throw(error))
        with pytest.raises(Refused, match="not_taken_down") as caught:
            taking_down.take_down(doing_as(bram), task)
        assert "Noor" not in str(caught.value.facts)

    assert states() == ["open"]


@pytest.mark.parametrize("place", ["https://elders.example/reis", "site/reis.html"])
def test_elsewhere_magdit_touches_nothing(checks, site, bram, doing_as, place):
    checks(row(place, key="a", remote={"post": 12}))

    with pytest.raises(Refused, match="no_way_down"):
        taking_down.take_down(doing_as(bram), ArchiveTask.objects.get().pk)

    assert site.asked == []


def test_who_has_the_account_of_the_site_gets_the_turn(checks, site, office):
    ChannelAccount.objects.update(owner=office)

    checks(row(f"{SOURCE}/reis", key="a"))

    assert Turn.objects.get().asked == office


def test_from_the_command_line_to_the_list_and_away_again(tmp_path, monkeypatch, capsys, school, noor):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    put(tmp_path / "site", "reis.txt", b"Noor van Dijk uit groep 6A won. Bel 030-2345678.")
    put(tmp_path / "site", "feest.txt", b"Morgen is het feest.")
    asked = ["archive", "check", "site", "--school", "de-linde", "--moment", "2026-03-03T12:00"]

    first = run([*asked, "--zonder-taken"]), ArchiveTask.objects.count()
    second = run(asked), states()
    (tmp_path / "site" / "reis.txt").unlink()
    third = run(asked), states()

    told = capsys.readouterr().out
    assert (first, second, third) == ((1, 0), (1, ["open"]), (0, ["verdwenen"]))
    assert "Taken bij de school: 1 nieuw, 0 heropend, 0 afgesloten." in told
    assert "Noor" not in told
    assert ArchiveTask.objects.get().made_at < datetime.now(UTC)


def destroyed(school, after):
    doing = Doing(Ref("systeem", "nightly"), school.board_id, NOON + timedelta(days=after))
    return destroy_due(doing, school)


def test_a_task_that_ended_goes_when_the_term_of_the_board_is_over(checks, school, bram, doing_as):
    checks(row("a"), row("b"))
    finish(doing_as(bram), ArchiveTask.objects.get(mark="a").pk, proof="weg")
    term = 366 * school.board.keep_years

    early, gone = destroyed(school, term - 10), destroyed(school, term + 10)

    assert (early, gone) == (0, 1)
    assert [task.mark for task in ArchiveTask.objects.all()] == ["b"]
    assert Entry.objects.filter(verb="sleutel vernietigd", object_kind="archieftaak").count() == 1


def test_a_hold_keeps_a_task_that_ended(checks, school, bram, fatima, doing_as):
    Role.objects.create(person=fatima, role="fg")
    checks(row("a"))
    task = ArchiveTask.objects.get()
    finish(doing_as(bram), task.pk, proof="weg")
    place_hold(doing_as(fatima), Ref("archieftaak", str(task.pk)), reason="Er loopt een klacht.")

    assert destroyed(school, 4000) == 0
    assert ArchiveTask.objects.get() == task


def test_what_stands_there_again_after_that_is_a_new_task(checks, school, bram, doing_as):
    checks(row("a"))
    finish(doing_as(bram), ArchiveTask.objects.get().pk, proof="weg")
    destroyed(school, 4000)

    kept = checks(row("a"), at=NOON + timedelta(days=4001))

    assert (kept.new, states()) == (1, ["open"])
    assert told_of(ArchiveTask.objects.all())
