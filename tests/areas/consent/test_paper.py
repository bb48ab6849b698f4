"""Answers on paper: taken in by the office with a scan, which nobody reads without the key of the person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from magdit.areas.consent.actions import give, withdraw
from magdit.areas.consent.models import Answer, Item, Scan
from magdit.areas.consent.paper import enter_on_paper, open_scan
from magdit.areas.consent.queries import how_they_stand
from magdit.areas.journal.actions import destroy
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from tests import cast
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db
As = Callable[..., Doing]
SCAN = b"%PDF-1.7 een ja op papier"


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def enter(doing: Doing, person: Person, item: Item, giver: Person, **more: Any) -> Answer:
    told = {"yes": True, "signed_on": cast.TODAY, "scan": SCAN, **more}
    return enter_on_paper(doing, person, item, giver=giver, **told)


def test_the_office_takes_in_a_yes_on_paper(
    doing_as: As, school: School, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    answer = enter(doing_as(office), noor, website, noors_mother)

    assert (answer.source, answer.form, answer.giver) == ("papier", "schriftelijk", noors_mother)
    assert answer.entered_by == str(office.pk)
    assert how_they_stand(school, cast.TODAY)[noor.pk, website.pk].yes


def test_it_is_one_line_in_the_journal(
    doing_as: As, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    enter(doing_as(office), noor, website, noors_mother)

    assert Entry.objects.count() == 1


def test_where_a_yes_counts_on_paper_only_the_parent_is_told_so(
    doing_as: As, school: School, noor: Person, noors_mother: Person, office: Person
) -> None:
    school.protocol = "verkruisen"
    school.save()
    facebook = make_item(school.board, "facebook-foto", channel="facebook")

    with pytest.raises(Refused, match="only_on_paper"):
        give(doing_as(noors_mother), noor, facebook)
    enter(doing_as(office), noor, facebook, noors_mother)

    assert how_they_stand(school, cast.TODAY)[noor.pk, facebook.pk].yes


@pytest.mark.parametrize("who", ["bram", "noors_mother", "olaf"])
def test_only_who_keeps_the_register_takes_in_paper(
    doing_as: As, noor: Person, noors_mother: Person, bram: Person, olaf: Person, website: Item,
    request: pytest.FixtureRequest, who: str,
) -> None:  # fmt: skip
    with pytest.raises(Refused, match="no_right"):
        enter(doing_as(request.getfixturevalue(who)), noor, website, noors_mother)

    assert not Answer.objects.exists()
    assert not Scan.objects.exists()


def test_a_paper_of_someone_without_a_say_is_refused(
    doing_as: As, noor: Person, bram: Person, office: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="not_your_child"):
        enter(doing_as(office), noor, website, bram)


def test_a_paper_of_tomorrow_is_refused(
    doing_as: As, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    with pytest.raises(Refused, match="paper_in_future"):
        enter(doing_as(office), noor, website, noors_mother, signed_on=cast.TODAY + timedelta(days=1))


def test_an_old_paper_does_not_slip_over_a_withdrawal(
    doing_as: As, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    give(doing_as(noors_mother), noor, website)
    withdraw(doing_as(noors_mother), noor, website)

    for signed_on in (cast.TODAY, cast.TODAY - timedelta(days=9)):
        with pytest.raises(Refused, match="paper_too_old"):
            enter(doing_as(office), noor, website, noors_mother, signed_on=signed_on)


def test_a_no_on_paper_counts_at_once_whenever_it_was_signed(
    doing_as: As, school: School, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    give(doing_as(noors_mother), noor, website)

    enter(doing_as(office), noor, website, noors_mother, yes=False, signed_on=date(2026, 2, 1))

    assert how_they_stand(school, cast.TODAY)[noor.pk, website.pk].code == "refused"


def test_a_paper_of_last_year_is_of_last_year(
    doing_as: As, school: School, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    answer = enter(doing_as(office), noor, website, noors_mother, signed_on=date(2025, 7, 1))

    assert answer.until == date(2025, 7, 31)
    assert not how_they_stand(school, cast.TODAY)[noor.pk, website.pk].yes


@pytest.mark.parametrize(
    ("scan", "code"),
    [(b"", "no_scan"), (b"MZ programma", "not_a_scan"), (b"%PDF-" * 3_000_000, "scan_too_big")],
    ids=["empty", "a program", "fifteen megabytes"],
)
def test_what_is_no_scan_is_refused(
    doing_as: As, noor: Person, noors_mother: Person, office: Person, website: Item, scan: bytes, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        enter(doing_as(office), noor, website, noors_mother, scan=scan)


def test_the_scan_lies_enciphered_and_opens_with_the_key_alone(
    doing_as: As, noor: Person, noors_mother: Person, office: Person, website: Item, tmp_path: Path
) -> None:
    answer = enter(doing_as(office), noor, website, noors_mother)
    lying = [path.read_bytes() for path in (tmp_path / "bestanden").rglob("*") if path.is_file()]

    assert [b"papier" in data for data in lying] == [False]
    assert open_scan(doing_as(office), answer) == SCAN


def test_with_the_file_of_the_person_the_scan_is_gone(
    doing_as: As, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    answer = enter(doing_as(office), noor, website, noors_mother)
    destroy(doing_as(office), Ref("persoon", str(noor.pk)))

    with pytest.raises(Refused, match="scan_gone"):
        open_scan(doing_as(office), answer)


def test_opening_a_scan_is_for_the_office_and_stays_in_the_journal(
    doing_as: As, noor: Person, noors_mother: Person, office: Person, bram: Person, website: Item
) -> None:
    answer = enter(doing_as(office), noor, website, noors_mother)
    with pytest.raises(Refused, match="no_right"):
        open_scan(doing_as(bram), answer)

    open_scan(doing_as(office), answer)

    assert Entry.objects.filter(verb="scan gezien").count() == 1


def test_a_no_on_paper_is_taken_in_also_where_the_administration_is_master(
    doing_as: As, school: School, noor: Person, noors_mother: Person, office: Person, website: Item
) -> None:
    school.mirror = True
    school.save()

    with pytest.raises(Refused, match="answer_in_administration"):
        enter(doing_as(office), noor, website, noors_mother)
    enter(doing_as(office), noor, website, noors_mother, yes=False)

    assert how_they_stand(school, cast.TODAY)[noor.pk, website.pk].code == "refused"
