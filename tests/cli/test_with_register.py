"""Commands that need the register, on a computer where something is amiss: a sentence, and no traceback."""

import sqlite3
import subprocess
import sys

import pytest

from tests.server.own_register import ROOT, on_sqlite


def magdit(register, *words, **surroundings):
    told = register.surroundings | surroundings
    command = [sys.executable, "-m", "magdit.cli.main", *words]
    return subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False, timeout=120)


def assert_one_sentence(ended):
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_the_first_command_on_a_new_computer_finds_its_tables_made(tmp_path):
    register = on_sqlite(tmp_path)

    ended = magdit(register, "nightly", "--stil")

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    with sqlite3.connect(tmp_path / "magdit.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM people_board").fetchone() == (0,)


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("MAGDIT_MAIL", "post.delinde.example", "MAGDIT_MAIL: smtp://"),
        ("DATABASE_URL", "mysql://db/school", "DATABASE_URL: postgresql://"),
    ],
)
def test_a_setting_that_cannot_be_is_explained(tmp_path, name, given, told):
    ended = magdit(on_sqlite(tmp_path), "nightly", **{name: given})

    assert_one_sentence(ended)
    assert told in ended.stderr


def test_a_data_folder_that_cannot_be_is_explained(tmp_path):
    (tmp_path / "bestand").write_text("geen map")

    ended = magdit(on_sqlite(tmp_path / "bestand"), "nightly")

    assert_one_sentence(ended)
    assert "MAGDIT_DATA" in ended.stderr


def test_the_doctor_speaks_even_when_the_settings_are_wrong(tmp_path):
    ended = magdit(on_sqlite(tmp_path), "doctor", MAGDIT_MAIL="post.delinde.example")

    assert ended.returncode == 1
    assert ended.stdout.startswith("[mis] Deze instelling klopt niet.")
    assert ended.stderr == ""


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path):
    (tmp_path / "magdit.sqlite3").write_bytes(b"dit is een brief van Olaf" * 100)

    ended = magdit(on_sqlite(tmp_path), "nightly")

    assert ended.returncode == 2
    assert "magdit doctor" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert (tmp_path / "magdit.sqlite3").read_bytes().startswith(b"dit is een brief van Olaf")


def test_the_doctor_finds_a_database_that_is_none(tmp_path):
    (tmp_path / "magdit.sqlite3").write_bytes(b"dit is een brief van Olaf" * 100)

    ended = magdit(on_sqlite(tmp_path), "doctor", "--kort")

    assert ended.returncode == 1
    assert "de database is niet bereikbaar" in ended.stdout
    assert "Traceback" not in ended.stdout + ended.stderr


def test_a_postgresql_that_is_not_there_is_told_without_its_password(tmp_path):
    away = "postgresql://school:geheim@127.0.0.1:1/school"

    told = magdit(on_sqlite(tmp_path), "nightly", DATABASE_URL=away)
    looked = magdit(on_sqlite(tmp_path), "doctor", DATABASE_URL=away)

    assert_one_sentence(told)
    assert looked.returncode == 1
    assert looked.stdout.startswith("[mis] de database is niet bereikbaar")
    assert "geheim" not in told.stderr + looked.stdout + looked.stderr
