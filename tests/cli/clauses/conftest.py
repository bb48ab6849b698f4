"""Asks `magdit check` about one post in one school, quickly: the packs are read once and the eyes remember a photo."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from magdit.check.draft import judged, look
from magdit.cli import check as command
from magdit.cli.main import run
from magdit.protocols.library import Library
from tests.check.draft.school import CONSENTS, FINDER, FRIDAY, ROSTER, SHOWN, School, no, padded, put, yes

Eyes = look.Eyes  # the real ones


@dataclass(frozen=True)
class Answered:
    """What the receipt says: the verdict, the clauses cited, and those that warn or name a duty."""

    code: int
    verdict: str
    cited: frozenset[str]
    warned: frozenset[str]
    duties: frozenset[str]
    asked: str | None
    packs: frozenset[str]

    def has(self, effect: str, clause: str) -> bool:
        """Whether the clause does this here."""
        if effect == "aandacht":
            return clause in self.warned
        if effect == "plicht":
            return clause in self.duties
        return self.verdict == effect and clause in self.cited


@pytest.fixture(scope="session")
def library():
    return Library()


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Path:
    """What a school hands in: the photos, the roster, and who is in a photo with and without a yes."""
    school = School(tmp_path_factory.mktemp("school"))
    school.photo("reis.jpg", "noor")
    school.photo("lucht.jpg", "nobody")
    put(school.folder, "leerlingen.csv", ROSTER.encode())
    school.table("ja.csv", CONSENTS, yes(101, covers="foto, video, naam").replace("digitaal akkoord", "schriftelijk"))
    school.table("nee.csv", CONSENTS, no(101))
    for name, row in (("noor.csv", "101;;;reis.jpg;1;ja;;ja"), ("hemd.csv", "101;;;reis.jpg;1;ja;;nee")):
        school.table(name, SHOWN, padded(row, SHOWN))
    return school.folder


@pytest.fixture
def ask(library, files, monkeypatch, capsys) -> Callable[..., Answered]:
    """Runs the command under one protocol; a word that ends in .csv or .jpg is one of the school's files."""
    monkeypatch.setattr(command, "library_with", lambda folders: library)
    monkeypatch.setattr(judged, "ELSEWHERE", ())
    monkeypatch.setattr(look, "Eyes", lambda **more: Eyes(**{**more, "load_finder": lambda: FINDER}))

    def go(protocol: str, words: str) -> Answered:
        given = [str(files / word) if word.endswith((".csv", ".jpg")) else word for word in words.split("|")]
        ordinary = ["--moment", FRIDAY.isoformat(), "--laag", "protocol", "--json"]
        code = run(["check", *given, "--protocol", protocol, *ordinary])
        said = capsys.readouterr()
        assert said.out, said.err
        return _answered(int(code), json.loads(said.out), protocol)

    return go


def _answered(code: int, paper: dict, protocol: str) -> Answered:
    answer = paper["answer"]

    def clauses(rows) -> frozenset[str]:
        return frozenset(row["artikel"] for row in rows if row["pakket"] == protocol)

    return Answered(
        code=code,
        verdict=paper["verdict"],
        # A clause that says that it may is no hindrance.
        cited=clauses(row for row in answer["redenen"] if row["gevolg"] != "staat_toe"),
        warned=clauses(answer["aandacht"]),
        duties=clauses(answer["plichten"]),
        asked=(answer["vraag"] or {}).get("feit"),
        packs=frozenset(pack["id"] for pack in paper["packs"]),
    )
