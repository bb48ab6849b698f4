"""Runs commands as a user would, in a folder of their own, and tells how they ended."""

import io
from dataclasses import dataclass
from pathlib import Path

import pillow_heif
import pytest

from magdit.cli.main import run
from tests.check.draft.school import School

PACKS = Path(__file__).parent / "packs"


@dataclass(frozen=True)
class Ended:
    """The exit code of a command and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder, which is where the user is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


@pytest.fixture
def magdit(here, capsys):
    """Runs a command and tells how it ended; no command may show a traceback."""

    def command(*words: object) -> Ended:
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Ended(int(code), said.out, said.err)

    return command


@pytest.fixture
def check(magdit):
    """`magdit check` under the small protocol of these tests, as a teacher on the website."""

    def command(*words: object, medium: str = "website", protocol: str = "dorp") -> Ended:
        who = ("--protocol", protocol, "--als", "leerkracht", "--medium", medium, "--packs", PACKS)
        return magdit("check", *words, *who, "--moment", "2026-11-20T14:00")

    return command


@pytest.fixture
def school(here):
    return School(here)


@pytest.fixture(scope="session")
def heic():
    """Makes a HEIC file of a picture, as a phone would."""

    def make(image):
        written = io.BytesIO()
        pillow_heif.from_pillow(image).save(written, quality=90)
        return written.getvalue()

    return make
