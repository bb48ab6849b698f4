"""`magdit journal`: says that all is well, or which line is not; shows lines; makes a new master key."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core import mail
from pytest_django.fixtures import Settings

from magdit.areas.journal.actions import destroy, record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.mailing import heads_in, mail_heads
from magdit.areas.journal.models import Entry
from magdit.areas.journal.queries import heads_now
from magdit.areas.people.models import Board, School
from magdit.cli.main import run
from tests.areas.conftest import NOON
from tests.areas.journal.attacks import as_stored, attack, lock_off
from tests.areas.journal.attacks import run as statement

pytestmark = pytest.mark.django_db(transaction=True)
NOOR = Ref("persoon", "6f1c0e5a-0000-4000-8000-000000000009")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA = tmp_path / "gegevens"
    return tmp_path / "gegevens"


@pytest.fixture
def board(data: Path) -> UUID:
    """A journal of five lines."""
    doing = Doing(Ref("systeem", "test"), uuid4(), NOON)
    for number in range(4):
        record(doing, "toestemming gegeven", NOOR, details={"versie": number}, personal={"naam": "Noor van Dijk"})
    record(doing, "gezien", Ref("groep", "6a"))
    return doing.board


def test_a_whole_journal_is_said_to_be_whole(board: UUID, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["journal", "verify"]) == 0

    assert capsys.readouterr().out == "Het journaal klopt: 5 regels nagekeken.\n"


def test_the_line_that_is_not_right_is_named_and_what_to_do(board: UUID, capsys: pytest.CaptureFixture[str]) -> None:
    with attack(), lock_off():
        statement("UPDATE journal_entry SET verb = 'gewist' WHERE number = 2 AND board = %s", as_stored(board))
        statement("DELETE FROM journal_entry WHERE number > 3 AND board = %s", as_stored(board))

        code = run(["journal", "verify", "--bestuur", str(board)])

    said = capsys.readouterr().out
    assert code == 1
    assert f"bestuur {board}: Regel 2 is na het schrijven veranderd." in said
    assert "Regel 4 tot en met 5 zijn van het einde afgehaald." in said
    assert "bel de FG" in said


def test_a_key_that_came_back_is_named_without_a_name(board: UUID, capsys: pytest.CaptureFixture[str]) -> None:
    destroy(Doing(Ref("systeem", "test"), board, NOON), NOOR)
    with attack(), lock_off():
        statement("UPDATE journal_filekey SET wrapped = %s", b"terug")

        code = run(["journal", "verify"])

    said = capsys.readouterr().out
    assert code == 1
    assert f"De sleutel van persoon {NOOR.id} is vernietigd, en toch is hij terug." in said
    assert "Noor" not in said


def test_lines_are_shown_oldest_first_and_sealed_values_stay_sealed(
    board: UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["journal", "toon", "--aantal", "2"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["4", "5"]
    assert "2026-03-03 12:00:00  systeem test  toestemming gegeven  persoon 6f1c0e5a" in lines[0]
    assert '{"versie":3}' in lines[0]
    assert "Dijk" not in "".join(lines)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        (["--over", NOOR.id], ["1", "2", "3", "4"]),
        (["--deed", "gezien"], ["5"]),
        (["--vanaf", "2", "--aantal", "2"], ["2", "3"]),
        (["--over", "test", "--aantal", "1"], ["5"]),
        (["--bestuur", str(UUID(int=0))], ["Geen"]),
    ],
)
def test_lines_can_be_chosen(
    board: UUID, capsys: pytest.CaptureFixture[str], asked: list[str], numbers: list[str]
) -> None:
    assert run(["journal", "toon", *asked]) == 0

    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == numbers


def test_the_heads_go_by_mail_and_find_a_rewrite_later(
    board: UUID, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.JOURNAL_MAIL = "fg@delinde.example"
    assert mail_heads() == 1
    (message,) = mail.outbox
    assert heads_in(message.body) == {(board, 5): heads_now()[0][2]}
    kept = tmp_path / "bericht.txt"
    kept.write_text("> " + message.body.replace("\n", "\n> "), encoding="utf-8")

    assert run(["journal", "verify", "--koppen", str(kept)]) == 0
    kept.write_text(message.body.replace(heads_now()[0][2], "a" * 64), encoding="utf-8")
    assert run(["journal", "verify", "--koppen", str(kept)]) == 1

    assert "Regel 5 is een andere dan in het bericht dat u bewaarde." in capsys.readouterr().out


def test_without_an_address_no_mail_goes_out(board: UUID) -> None:
    assert (mail_heads(), mail.outbox) == (0, [])


def test_a_new_master_key_is_made_and_told(board: UUID, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["journal", "sleutel-vernieuwen"]) == 0

    assert "sleutels daaronder: 1" in capsys.readouterr().out
    assert Entry.objects.order_by("-number")[0].verb == "hoofdsleutel vernieuwd"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["verify", "--bestuur", "de-linde"], "is geen bestuur of korte naam"),
        (["verify", "--bestuur", str(UUID(int=0))], "heeft hier geen journaal"),
        (["verify", "--koppen", "er-niet.txt"], "is niet te lezen"),
        (["toon", "--aantal", "veel"], "kan niet bij --aantal"),
        (["sleutel-vernieuwen"], "Er is nog geen journaal"),
        ([], "Dit ontbreekt nog"),
    ],
)
def test_what_cannot_be_done_is_said(
    data: Path, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert run(["journal", *asked]) == 2

    assert said in capsys.readouterr().err


def test_a_message_without_heads_is_no_proof(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leeg.txt").write_text("Beste FG,", encoding="utf-8")

    assert run(["journal", "verify", "--koppen", str(tmp_path / "leeg.txt")]) == 2

    assert "staat geen kop" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["Stichting De Linde", "de-linde"])
def test_a_board_may_be_named_by_its_name_or_that_of_a_school(
    board: UUID, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    there = Board.objects.create(name="Stichting De Linde")
    School.objects.create(board=there, name="De Linde", code="de-linde", protocol="osvs")
    record(Doing(Ref("systeem", "test"), there.pk, NOON), "gezien", NOOR)

    codes = [run(["journal", "toon", "--bestuur", named]), run(["journal", "verify", "--bestuur", named])]

    said = capsys.readouterr().out
    assert codes == [0, 0]
    assert said.splitlines()[0].split()[0] == "1"
    assert "Het journaal klopt: 1 regels" in said


def test_a_board_that_nobody_knows_is_refused_with_the_names(board: UUID, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["journal", "toon", "--bestuur", "Lindje"]) == 2

    assert "'Lindje' is geen bestuur of korte naam van een school." in capsys.readouterr().err
