"""Writing that fails halfway: a sentence, exit code 2, no half files, and never a yes."""

import errno
import os
import resource
import subprocess
import sys

import pytest

from tests.check.draft.school import put, side_by_side
from tests.check.images.makers import encoded
from tests.cli.conftest import PACKS
from tests.cli.golden import assert_golden

LINE = [sys.executable, "-m", "magdit.cli.main"]


@pytest.fixture
def photo(here):
    return put(here, "reis.jpg", encoded(side_by_side("nobody", "nobody", "nobody"), "JPEG", quality=98))


def words(*more: str) -> list[str]:
    who = ("--protocol", "dorp", "--als", "leerkracht", "--medium", "website", "--packs", str(PACKS))
    return ["check", "reis.jpg", "--niemand-in-beeld", *who, "--moment", "2026-11-20T14:00", *more]


def test_on_a_full_disk_no_half_file_is_left(here, photo):
    """For real: this process may write no file larger than 4 kB."""
    before = photo.read_bytes()

    ended = subprocess.run(
        [*LINE, *words("--uit", "schoon")],
        cwd=here,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        check=False,
    )

    assert (ended.returncode, ended.stdout) == (2, "")
    assert list((here / "schoon").iterdir()) == []
    assert photo.read_bytes() == before
    assert_golden("schrijven", "volle schijf", ended.stderr)


@pytest.mark.parametrize("name", ["foto-1.jpg", "tekst.txt", "kwitantie.json"])
def test_a_disk_that_is_full_at_any_file_leaves_no_half_of_it(here, photo, magdit, monkeypatch, name):
    real = os.fsync

    def full(handle):
        if name in os.readlink(f"/proc/self/fd/{handle}"):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)

    ended = magdit(*words("--uit", "schoon", "--tekst", "Reis."))

    assert (ended.code, ended.out) == (2, "")
    left = {path.name for path in (here / "schoon").iterdir()}
    assert name not in left
    assert "kwitantie.json" not in left
    assert not any(path.startswith(".") for path in left)
    assert_golden("schrijven", f"volle schijf bij {name}", ended.err)


def test_a_folder_that_may_not_be_written_is_refused(here, photo, magdit, monkeypatch):
    def closed(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("pathlib.Path.mkdir", closed)

    ended = magdit(*words("--uit", "dicht"))

    assert ended.code == 2
    assert_golden("schrijven", "map zonder rechten", ended.err)


def test_a_folder_that_is_a_file_or_lies_in_one_is_refused(here, photo, magdit):
    put(here, "bestand", b"")

    for case, folder in (("map is een bestand", "bestand"), ("map in een bestand", "bestand/schoon")):
        ended = magdit(*words("--uit", folder))

        assert ended.code == 2
        assert_golden("schrijven", case, ended.err)


def test_output_to_a_full_disk_is_no_yes(here, photo):
    with open("/dev/full", "w") as full:
        ended = subprocess.run([*LINE, *words()], cwd=here, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert ended.returncode == 2
    assert_golden("schrijven", "uitvoer naar een volle schijf", ended.stderr)


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_output_to_a_closed_pipe_is_quiet_and_no_yes(here, photo, more):
    reading, writing = os.pipe()
    os.close(reading)

    ended = subprocess.run(
        [*LINE, *words(*more)], cwd=here, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)

    assert (ended.returncode, ended.stderr) == (1, "")


def test_a_terminal_that_lacks_signs_still_gets_its_answer(here, photo):
    plain = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}

    ended = subprocess.run([*LINE, *words()], cwd=here, env=plain, capture_output=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"Mag\n" in ended.stdout


def test_a_file_name_that_is_no_text_is_taken_in(here, photo, magdit):
    os.rename(photo, os.fsencode(here) + b"/foto\xff.jpg")
    line = [word if word != "reis.jpg" else os.fsdecode(b"foto\xff.jpg") for word in words("--uit", "schoon", "--json")]

    ended = subprocess.run([*LINE, *line], cwd=here, capture_output=True, check=False)

    assert ended.returncode == 0
    assert (here / "schoon" / "kwitantie.json").read_bytes().strip() == ended.stdout.strip()
