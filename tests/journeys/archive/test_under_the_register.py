"""`magdit archive check --school`: the school's own protocol, people and answers, and a line in the journal."""

from __future__ import annotations

import pytest

from magdit.areas.consent.actions import give
from magdit.areas.consent.models import Item, ItemText
from magdit.areas.journal.models import Entry
from magdit.areas.registers.models import Appearance, ArchiveTask, TakedownTask
from magdit.cli.main import run
from tests.areas import conftest as rows
from tests.areas.conftest import *  # noqa: F403  (the cast as rows)
from tests.check.draft.school import put, side_by_side
from tests.check.images.makers import encoded

pytestmark = pytest.mark.django_db


@pytest.fixture
def website(school):
    item = Item.objects.create(
        board=school.board, code="website-foto", purpose="school_laten_zien", channel="website", covers=["foto"]
    )
    ItemText.objects.create(item=item, version=1, title="Mag dit?", body="Nee mag.", made_at=rows.NOON, mark="0" * 64)
    return item


@pytest.fixture
def archive(tmp_path, monkeypatch, capsys):
    """Checks a folder with one page about a class of the school; gives the code, the report and the errors."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    put(tmp_path / "site", "reis.txt", b"Noor van Dijk uit groep 6A won. Bel 030-2345678.")

    def command(*more):
        code = run(["archive", "check", "site", "--school", "de-linde", "--moment", "2026-03-03T12:00", *more])
        page = tmp_path / "archief-verslag" / "verslag.html"
        return code, page.read_text(encoding="utf-8") if page.exists() else "", capsys.readouterr().err

    return command


def test_the_people_and_protocol_of_the_school_count(archive, noor):
    code, page, _ = archive()

    assert code == 1
    assert "Openbare Scholengroep" in page
    assert "Gevonden: naam" in page


def test_a_class_that_is_named_brings_those_without_a_certain_yes(archive, tmp_path, noor, sem):
    put(tmp_path / "site", "reis.html", b"<main>Klas 6A op reis.<img src='a.jpg'></main>")
    put(tmp_path / "site", "a.jpg", encoded(side_by_side("noor"), "JPEG"))

    _, page, _ = archive()

    assert "Geen zeker ja voor dit kanaal: <strong>Noor van Dijk</strong>" in page
    assert "Sem" not in page


def test_who_has_a_yes_is_not_on_the_list_to_look_for(archive, tmp_path, noor, noors_mother, website, doing_as):
    put(tmp_path / "site", "reis.html", b"<main>Klas 6A op reis.<img src='a.jpg'></main>")
    put(tmp_path / "site", "a.jpg", encoded(side_by_side("noor"), "JPEG"))
    (tmp_path / "site" / "reis.txt").unlink()
    give(doing_as(noors_mother), noor, website)

    _, page, _ = archive()

    assert "Van deze groep is ieders ja bekend" in page
    assert "Noor" not in page


def test_without_tasks_the_journal_says_only_that_the_lists_were_looked_at(archive, school, noor):
    archive("--zonder-taken")

    (line,) = Entry.objects.all()
    assert (line.verb, line.object) == ("gezien", str(school.pk))
    assert not Appearance.objects.exists()
    assert not TakedownTask.objects.exists()
    assert not ArchiveTask.objects.exists()


def test_an_answer_that_was_given_meanwhile_makes_it_another_check(archive, doing_as, noor, noors_mother, website):
    archive()
    give(doing_as(noors_mother), noor, website)

    code, _, said = archive()

    assert code == 2
    assert "een andere lijst van leerlingen of toestemmingen" in said


@pytest.mark.parametrize("more", [("--leerlingen", "l.csv"), ("--van-de-school", "eigen.txt")])
def test_lists_beside_the_register_are_refused(archive, school, more):
    code, _, said = archive(*more)

    assert code == 2
    assert "komen de lijsten uit het register" in said


def test_a_school_that_nobody_knows_is_named(archive, school):
    code, _, said = archive("--school", "de-lnde")

    assert code == 2
    assert "Bedoelde u de-linde?" in said
