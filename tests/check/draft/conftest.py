"""The school of these tests, with its own folder for every test, and two posts to spoil."""

from pathlib import Path

import pytest

from magdit.check.draft import judged
from magdit.cli import check as command
from magdit.protocols.library import Library
from tests.check.draft.posts import mended, runner, whole
from tests.check.draft.school import FINDER, School

PACKS = Path(__file__).resolve().parents[2] / "cli" / "packs"


@pytest.fixture(scope="session")
def library():
    """The packs of these tests, read once before anything is made to fail."""
    packs = Library.with_folders([PACKS])
    packs.book("dorp")
    return packs


@pytest.fixture
def school(tmp_path, library):
    return School(tmp_path, library)


@pytest.fixture(scope="session")
def finder():
    return FINDER


@pytest.fixture(scope="session")
def posts(tmp_path_factory):
    return {make.__name__: make(tmp_path_factory.mktemp(make.__name__)) for make in (whole, mended)}


@pytest.fixture
def spoil(posts, library, finder, monkeypatch, tmp_path, capsys):
    """Gives the command for one of the posts, in which any part may be spoiled."""
    monkeypatch.setattr(command, "library_with", lambda folders: library)
    monkeypatch.setattr(judged, "ELSEWHERE", ("website",))
    given = {"finder": finder, "monkeypatch": monkeypatch, "capsys": capsys}
    return lambda post: runner(posts[post], out=tmp_path / "schoon", **given)
