"""`magdit doctor`: names what is wrong and how to mend it, and breaks on nothing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Account, Board
from magdit.check.images.refusal import Refused
from magdit.cli import doctor, doctor_data, doctor_server
from magdit.cli.diagnosis import BAD, GOOD, HEED
from magdit.journeys import nightly
from magdit.journeys.publish import working

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def data(settings, tmp_path):
    """A data folder of this test's own, as it should be."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    settings.DATA, settings.STATIC_ROOT = folder, folder / "static"
    return folder


@pytest.fixture
def school(data, settings):
    """Nothing wrong: reachable over https, with e-mail, an administrator, and the work of last night done."""
    settings.ALLOWED_HOSTS, settings.HTTPS = ["magdit.delinde.example"], True
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "post.example"
    settings.DEFAULT_FROM_EMAIL = "magdit@delinde.example"
    (data / "static").mkdir()
    (data / "static" / "staticfiles.json").write_text("{}")
    Account.objects.create_superuser("baas", "regen op het dak 1953")
    for step in nightly.STEPS:
        nightly._remember(nightly.Ran(step.name), datetime.now(UTC))
    working._tell(datetime.now(UTC), {})
    return data


def found(check):
    return [(finding.mark, finding.what) for finding in check()]


def marks(check):
    return {finding.mark for finding in check()}


def test_an_installation_as_it_should_be_has_nothing_wrong(school, magdit, monkeypatch):
    monkeypatch.setattr(doctor_data, "_sqlite", lambda: iter(()))  # the tests' own database lies in memory

    ended = magdit("doctor", "--kort")

    assert (ended.code, ended.err) == (0, "")
    assert "0 mis" in ended.out


def test_what_is_wrong_is_told_with_how_to_mend_it(school, magdit):
    school.chmod(0o755)

    ended = magdit("doctor", "--kort")

    assert ended.code == 1
    assert f"[mis] gegevensmap {school} is voor anderen te lezen (755)" in ended.out
    assert f"Doe nu: chmod 700 {school}" in ended.out
    school.chmod(0o700)


def test_everything_wrong_says_what_to_do(data, magdit):
    told = list(doctor.findings())

    assert [finding for finding in told if bool(finding.mend) == (finding.mark == GOOD)] == []


def test_a_key_that_others_can_read_is_named(data):
    (data / "sleutels").mkdir()
    (data / "sleutels" / "django").write_text("geheim")
    (data / "sleutels" / "django").chmod(0o644)

    assert found(doctor_data.keys) == [(BAD, "sleutels die anderen kunnen lezen: django")]


def test_a_full_disk_is_seen_in_time(data, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Room", (), {"free": 5 * 1024**2}))

    assert (BAD, "nog maar 5 MB ruimte op de schijf") in found(doctor_data.folder)


def test_tables_of_this_version_are_good(data):
    assert (GOOD, "tabellen zijn van deze versie") in found(doctor_data.database)


def test_tables_of_an_older_version_are_seen(data, monkeypatch):
    plan = "django.db.migrations.executor.MigrationExecutor.migration_plan"
    monkeypatch.setattr(plan, lambda self, leaves: [("people.0009", False)])

    assert (BAD, "1 wijzigingen van de tabellen zijn nog niet doorgevoerd") in found(doctor_data.database)


def test_a_database_that_does_not_answer_is_one_clear_line(data, monkeypatch):
    def away(self):
        raise doctor_data.DatabaseError("password=geheim")

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.ensure_connection", away)

    assert found(doctor_data.database) == [(BAD, "de database is niet bereikbaar (DatabaseError)")]


def test_marks_of_the_journal_that_are_gone_are_missed(data):
    board = Board.objects.create(name="De Linde")
    record(Doing(Ref("systeem", "proef"), board.pk, datetime.now(UTC)), "proef gedaan", Ref("bestuur", str(board.pk)))
    assert marks(doctor_data.journal) == {GOOD}

    for marks_of_board in (data / "journaal").iterdir():
        marks_of_board.unlink()

    assert marks(doctor_data.journal) == {BAD}


def test_a_journal_that_the_database_no_longer_guards_is_seen(data, monkeypatch):
    monkeypatch.setattr("magdit.areas.journal.second_lock.missing", lambda connection: ["journal_no_update"])

    assert BAD in marks(doctor_data.journal)


@pytest.mark.parametrize(("hours", "mark"), [(1, GOOD), (25, GOOD), (27, BAD), (2400, BAD)])
def test_a_night_that_was_missed_is_seen(data, hours, mark):
    for step in nightly.STEPS:
        nightly._remember(nightly.Ran(step.name), datetime.now(UTC) - timedelta(hours=hours))

    assert marks(doctor_data.nights) == {mark}


def test_a_step_that_failed_last_night_is_named(data):
    for step in nightly.STEPS:
        nightly._remember(
            nightly.Ran(step.name, fault="ValueError" if step.name == "database" else ""), datetime.now(UTC)
        )

    assert found(doctor_data.nights) == [(BAD, "van de nacht lukte niet: database")]


@pytest.mark.parametrize(("days", "mark"), [(0, GOOD), (6, GOOD), (7, BAD), (300, BAD)])
def test_an_old_back_up_is_seen(data, days, mark):
    board = Board.objects.create(name="De Linde")
    at = datetime.now(UTC) - timedelta(days=days, hours=1)
    record(Doing(Ref("systeem", "backup"), board.pk, at), doctor_data.BACKED_UP, Ref("bestuur", str(board.pk)))

    assert marks(doctor_data.back_ups) == {mark}


def test_a_board_without_any_back_up_is_seen(data):
    assert marks(doctor_data.back_ups) == {GOOD}
    board = Board.objects.create(name="De Linde")

    record(Doing(Ref("systeem", "proef"), board.pk, datetime.now(UTC)), "proef gedaan", Ref("bestuur", str(board.pk)))

    assert found(doctor_data.back_ups) == [(BAD, "er is nog geen back-up gemaakt")]


def test_a_setting_that_was_misspelt_is_named(monkeypatch):
    monkeypatch.setenv("MAGDIT_HOST", "magdit.delinde.example")

    (finding,) = (one for one in doctor_server.names() if "MAGDIT_HOST " in one.what)

    assert (finding.mark, finding.mend) == (HEED, "Bedoelde u MAGDIT_HOSTS?")


@pytest.mark.parametrize(
    ("hosts", "https", "mark"),
    [
        (["localhost"], False, HEED),
        (["magdit.delinde.example"], True, GOOD),
        (["magdit.delinde.example"], False, BAD),
        (["*"], True, BAD),
    ],
)
def test_who_can_come_in_and_how_is_weighed(settings, hosts, https, mark):
    settings.ALLOWED_HOSTS, settings.HTTPS = hosts, https

    assert mark in marks(doctor_server.way_in)


def test_e_mail_that_stays_here_is_no_fault_but_told(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"

    assert marks(doctor_server.post) == {HEED}


def test_e_mail_without_a_sender_is_a_fault(school, settings):
    settings.DEFAULT_FROM_EMAIL = "magdit@localhost"

    assert BAD in marks(doctor_server.post)


def test_a_face_model_that_is_gone_is_a_fault(monkeypatch):
    def gone(path=None):
        raise Refused("model_missing", path=Path("weg"))

    monkeypatch.setattr("magdit.check.images.model_file.read_model", gone)

    assert marks(doctor_server.face_model) == {BAD}


def test_a_look_that_breaks_is_a_finding_and_stops_no_other(school, monkeypatch, magdit):
    def broken():
        raise RuntimeError("Noor")
        yield

    monkeypatch.setattr(doctor_data, "CHECKS", (broken, *doctor_data.CHECKS))

    ended = magdit("doctor")

    assert ended.code == 1
    assert "nakijken van 'broken' lukte niet (RuntimeError)" in ended.out
    assert "Noor" not in ended.out
    assert "gegevensmap" in ended.out


def test_nobody_to_keep_it_running_is_a_fault(data):
    assert found(doctor_data.administrators) == [(BAD, "er is nog geen beheerder")]


def test_that_nobody_places_what_waits_is_told(school):
    working._tell(datetime.now(UTC) - timedelta(hours=1), {})

    [finding] = doctor_server.worker()

    assert finding.mark == "mis"
    assert "magdit work" in finding.mend
