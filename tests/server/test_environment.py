"""What a school sets in the surroundings, and what that makes of the server."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from magdit.server import environment
from magdit.server.database import postgresql
from magdit.server.mail import mail
from tests.server.own_register import on_sqlite


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("MAGDIT_HOSTS", "MAGDIT_HTTPS", "MAGDIT_SECRET"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_word_only_this_computer_may_come_and_plainly():
    assert environment.hosts() == ["localhost", "127.0.0.1", "[::1]"]
    assert not environment.over_https()


def test_a_school_that_others_can_reach_goes_over_https(monkeypatch):
    monkeypatch.setenv("MAGDIT_HOSTS", "magdit.delinde.example, localhost")

    assert environment.hosts() == ["magdit.delinde.example", "localhost"]
    assert environment.over_https()
    assert "https://magdit.delinde.example" in environment.origins()


@pytest.mark.parametrize(("said", "over"), [("ja", True), ("NEE", False), ("neen?", True), ("", False)])
def test_https_is_only_left_by_a_clear_no(monkeypatch, said, over):
    monkeypatch.setenv("MAGDIT_HTTPS", said)

    assert environment.over_https() is over


def test_links_lead_to_the_port_where_the_server_listens(monkeypatch):
    monkeypatch.delenv("MAGDIT_ADDRESS", raising=False)
    assert environment.public_address() == "http://localhost:8000"

    monkeypatch.setenv(environment.PORT, "8132")
    assert environment.public_address() == "http://localhost:8132"

    monkeypatch.setenv("MAGDIT_HOSTS", "magdit.delinde.example")
    assert environment.public_address() == "https://magdit.delinde.example", "a proxy listens there"

    monkeypatch.setenv("MAGDIT_ADDRESS", "https://elders.example/")
    assert environment.public_address() == "https://elders.example"


def test_what_lay_open_is_closed_and_what_is_not_ours_is_left(tmp_path):
    mine, theirs = tmp_path / "magdit.sqlite3", tmp_path / "vakantie.jpg"
    (tmp_path / "post").mkdir()
    for path, mode in ((mine, 0o644), (theirs, 0o644), (tmp_path / "post", 0o755)):
        path.touch()
        path.chmod(mode)
    (tmp_path / "sessies").symlink_to(theirs)

    environment.keep_private(tmp_path)

    assert stat.S_IMODE(mine.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "post").stat().st_mode) == 0o700
    assert stat.S_IMODE(theirs.stat().st_mode) == 0o644


def test_in_a_folder_that_was_there_nobody_else_reads_what_we_make(tmp_path):
    tmp_path.chmod(0o755)
    register = on_sqlite(tmp_path)
    command = [sys.executable, "-m", "magdit.cli.main", "beheerder", "karim"]
    told = "regen op het dak 1953\n"

    done = subprocess.run(
        command, env=register.surroundings, input=told, capture_output=True, text=True, umask=0o022, check=False
    )

    assert done.returncode == 0, done.stderr
    made = list(tmp_path.rglob("*"))
    assert tmp_path / "magdit.sqlite3" in made
    assert [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_a_secret_is_made_once_and_read_by_nobody_else(tmp_path):
    first = environment.kept_secret(tmp_path, "django", "MAGDIT_SECRET")

    second = environment.kept_secret(tmp_path, "django", "MAGDIT_SECRET")

    kept = tmp_path / "sleutels" / "django"
    assert first == second
    assert len(first) > 40
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [file.name for file in kept.parent.iterdir()] == ["django"]


def test_a_secret_from_outside_goes_first_and_is_kept_nowhere(tmp_path, monkeypatch):
    monkeypatch.setenv("MAGDIT_SECRET", "van-buiten")

    assert environment.kept_secret(tmp_path, "django", "MAGDIT_SECRET") == "van-buiten"
    assert list(tmp_path.iterdir()) == []


def test_e_mail_that_nobody_set_up_is_kept_in_the_data_folder():
    assert mail("", Path("/data"))["EMAIL_FILE_PATH"] == Path("/data/post")


def test_e_mail_goes_out_under_tls():
    soon, at_once = mail("smtp://ik:ge%40heim@post.example", Path()), mail("smtps://post.example:4465", Path())

    assert (soon["EMAIL_HOST_PASSWORD"], soon["EMAIL_PORT"], soon["EMAIL_USE_TLS"]) == ("ge@heim", 587, True)
    assert (at_once["EMAIL_PORT"], at_once["EMAIL_USE_SSL"], at_once["EMAIL_USE_TLS"]) == (4465, True, False)


@pytest.mark.parametrize("address", ["post.example", "http://post.example", "smtp://", "smtp:///post"])
def test_an_address_for_e_mail_that_cannot_be_is_refused(address):
    with pytest.raises(ImproperlyConfigured, match="MAGDIT_MAIL"):
        mail(address, Path())


def test_a_database_is_named_by_one_address():
    chosen = postgresql("postgresql://ma%40gdit:ge%2Fheim@db.example:5433/school?sslmode=require")

    assert (chosen["USER"], chosen["PASSWORD"]) == ("ma@gdit", "ge/heim")
    assert (chosen["HOST"], chosen["PORT"], chosen["NAME"]) == ("db.example", "5433", "school")
    assert chosen["OPTIONS"]["sslmode"] == "require"
    assert chosen["OPTIONS"]["pool"]


@pytest.mark.parametrize("address", ["mysql://db/x", "db.example/x", "postgresql://db/x?password=geheim"])
def test_an_address_of_a_database_that_cannot_be_is_refused(address):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        postgresql(address)


def test_the_folder_of_the_data_is_for_nobody_else(tmp_path, monkeypatch):
    monkeypatch.setenv("MAGDIT_DATA", str(tmp_path / "data"))

    environment.data_folder()

    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_after_a_no_something_must_be_down_within_a_day_unless_a_board_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("MAGDIT_TAKEDOWN_HOURS", raising=False)
    unsaid = environment.takedown_hours()
    monkeypatch.setenv("MAGDIT_TAKEDOWN_HOURS", "4")

    assert (unsaid, environment.takedown_hours()) == (24, 4)


@pytest.mark.parametrize("said", ["", "0", "-3", "een dag", "721", "²"])
def test_hours_that_are_none_are_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("MAGDIT_TAKEDOWN_HOURS", said)

    with pytest.raises(ImproperlyConfigured, match="MAGDIT_TAKEDOWN_HOURS"):
        environment.takedown_hours()


def test_own_protocols_lie_in_folders_that_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAGDIT_PACKS", "een:twee")

    assert environment.own_packs() == ["een", "twee"]
