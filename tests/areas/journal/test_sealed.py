"""Personal values lie under a key per person: with the key destroyed they are gone, and the chain still holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection

from magdit.areas.journal import destroyed, key_files, sealing
from magdit.areas.journal.actions import destroy, record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry, FileKey
from magdit.areas.journal.queries import lines_about, lines_of_person, personal_of
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.rotation import renew_master
from magdit.areas.journal.verify import verify_all
from tests.areas.journal.attacks import attack, lock_off, run, write

pytestmark = pytest.mark.django_db(transaction=True)
NOOR = Ref("persoon", "6f1c0e5a-0000-4000-8000-000000000009")
SEM = Ref("persoon", "6f1c0e5a-0000-4000-8000-000000000016")


@pytest.fixture
def told(system: Doing) -> list[Entry]:
    """Noor and Sem, each with something personal; and a line about a group that is sealed under Noor's key."""
    return [
        record(system, "ingelezen", NOOR, personal={"naam": "Noor van Dijk", "geboren": "2016-05-06"}),
        record(system, "ingelezen", SEM, personal={"naam": "Sem de Boer"}),
        record(system, "groep gewisseld", Ref("groep", "6a"), personal={"wie": "Noor"}, file=NOOR),
    ]


def test_personal_values_can_be_read_and_do_not_stand_in_the_database(told: list[Entry]) -> None:
    assert personal_of(told[0]) == {"naam": "Noor van Dijk", "geboren": "2016-05-06"}
    assert all(b"Noor" not in bytes(line.sealed or b"") for line in Entry.objects.all())


def test_a_destroyed_pupil_is_unreadable_and_the_journal_still_holds(told: list[Entry], system: Doing) -> None:
    destroy(system, NOOR)

    assert [personal_of(line) for line in Entry.objects.all()] == [None, {"naam": "Sem de Boer"}, None, None]
    assert list(verify_all()) == []
    assert FileKey.objects.get(subject=NOOR.id).wrapped is None
    assert destroyed.Gone(system.board, NOOR) in set(destroyed.read(destroyed.path()))


def test_who_was_never_told_of_can_be_destroyed_too(system: Doing) -> None:
    assert destroy(system, NOOR)

    with pytest.raises(Refused, match="file_destroyed"):
        sealing.encipher(system, NOOR, b"scan", label="scan 1")


def test_files_perish_with_the_person(system: Doing) -> None:
    scan = sealing.encipher(system, NOOR, b"een handtekening", label="scan 1")
    assert sealing.decipher(system.board, NOOR, scan, label="scan 1") == b"een handtekening"
    with pytest.raises(Refused, match="sealed_broken"):
        sealing.decipher(system.board, NOOR, scan, label="scan 2")

    destroy(system, NOOR)

    assert sealing.decipher(system.board, NOOR, scan, label="scan 1") is None


def test_a_new_master_key_opens_everything_and_the_old_one_is_forgotten(told: list[Entry], system: Doing) -> None:
    old = key_files.masters()

    assert renew_master(system) == 2

    assert len(key_files.masters()) == 1
    assert key_files.masters() != old
    assert [personal_of(line) is not None for line in told] == [True, True, True]
    assert list(verify_all()) == []


def test_a_lost_master_key_is_never_replaced_in_silence(told: list[Entry], system: Doing, data: Path) -> None:
    (data / "sleutels" / "journaal").unlink()

    with pytest.raises(Refused, match="key_lost"):
        record(system, "ingelezen", NOOR, personal={"naam": "Noor"})


def test_a_lost_key_of_the_marks_stops_the_journal(told: list[Entry], system: Doing, data: Path) -> None:
    (data / "sleutels" / "keten").unlink()

    with pytest.raises(Refused, match="key_lost"):
        record(system, "gezien", NOOR)


def test_keys_are_for_us_alone(told: list[Entry], data: Path) -> None:
    modes = {path.name: path.stat().st_mode & 0o777 for path in (data / "sleutels").iterdir()}

    assert modes == {"journaal": 0o600, "keten": 0o600}


@pytest.mark.parametrize("what", ["swapped", "emptied", "garbled", "back", "gone"])
def test_meddling_with_keys_is_found(told: list[Entry], system: Doing, what: str) -> None:
    destroy(system, Ref("persoon", "zonder"))
    with attack(), lock_off():
        one, other = FileKey.objects.get(subject=NOOR.id), FileKey.objects.get(subject=SEM.id)
        if what == "swapped":
            FileKey.objects.filter(pk=one.pk).update(wrapped=bytes(other.wrapped or b""))
        elif what == "emptied":
            FileKey.objects.filter(pk=one.pk).update(wrapped=None)
        elif what == "garbled":
            FileKey.objects.filter(pk=one.pk).update(wrapped=b"x" * 100)
        elif what == "back":
            FileKey.objects.filter(subject="zonder").update(wrapped=bytes(other.wrapped or b""))
        elif connection.vendor == "sqlite":
            run("PRAGMA defer_foreign_keys = ON")
            run("DELETE FROM journal_filekey WHERE id = %s", one.pk)
        else:
            run("ALTER TABLE journal_entry DROP CONSTRAINT " + foreign_key())
            run("DELETE FROM journal_filekey WHERE id = %s", one.pk)

        codes = {finding.code for finding in verify_all()} - {"unlocked"}

    expected = {"emptied": "key_gone", "back": "key_back", "gone": "key_missing"}.get(what, "key_broken")
    assert codes == {expected}


def test_sealed_values_cannot_be_read_in_another_line(told: list[Entry]) -> None:
    with attack(), lock_off():
        write("sealed", told[2].mark, bytes(told[0].sealed or b""))

        with pytest.raises(Refused, match="sealed_broken"):
            personal_of(Entry.objects.get(number=3))


def test_a_person_is_found_in_every_line_they_are_in(told: list[Entry], system: Doing) -> None:
    did = record(Doing(NOOR, system.board, system.at), "gezien", SEM)

    assert list(lines_about(system.board, NOOR)) == [told[0]]
    assert list(lines_of_person(system.board, NOOR)) == [told[0], told[2], did]


def test_nothing_sealed_stands_in_the_open(told: list[Entry]) -> None:
    assert [json.loads(line.details) for line in told] == [{}, {}, {}]


def foreign_key() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE conrelid = 'journal_entry'::regclass AND contype = 'f'")
        name: str = cursor.fetchone()[0]
    return name
