"""Asks `magdit check` or `magdit judge` about one post in one school, quickly: the packs are read once.

A word of a check that ends in .csv or .jpg is one of the files that the school hands in.
"""

import io
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from magdit.check.draft import judged, look
from magdit.cli import check as checking
from magdit.cli import judge as judging
from magdit.cli.main import run
from magdit.protocols.library import Library
from tests.check.draft.school import CONSENTS, FINDER, FRIDAY, ROSTER, SHOWN, School, no, padded, put, yes
from tests.cli.clauses.row import Answered
from tests.cli.clauses.without import Without

Eyes = look.Eyes  # the real ones
# What else a school may have on paper, for `rows_outside`.
UNUSUAL = {
    "vorig-jaar.csv": (yes(101, on="01-06-2026") + ";;",),
    "juli.csv": (yes(101, on="31-07-2026") + ";;",),
    "website.csv": (yes(101, where="website") + ";;",),
    "tot-gisteren.csv": (yes(101) + ";19-11-2026;",),
    "tot-vandaag.csv": (yes(101) + ";20-11-2026;",),
    "ander-nee.csv": (yes(101) + ";;ja", no(101, on="05-09-2026") + ";;ja"),
    "onbekende-nee.csv": (yes(101) + ";;ja", no(101, on="05-09-2026") + ";;onbekend"),
    "onbekende-ja.csv": (yes(101) + ";;onbekend",),
    "mondeling.csv": (yes(101).replace("digitaal akkoord", "mondeling") + ";;",),
    "film.csv": (yes(101, covers="video") + ";;",),
    "sems-ouders.csv": (yes(103, on="02-09-2025") + ";;",),
    "sems-ouders-nu.csv": (yes(103) + ";;",),
    "sem.csv": (yes(103, by="leerling") + ";;",),
    "bram.csv": (yes(901, by="zelf") + ";;",),
}
OTHERS_SHOWN = {
    "sem-erop.csv": "103;;;reis.jpg;1;ja;;ja",
    "bram-erop.csv": "901;;;reis.jpg;1;ja;;",
    "gast-erop.csv": ";Kees;Gast;reis.jpg;1;ja;;ja;bezoeker",
    "oud-erop.csv": ";Lotte;Oud;reis.jpg;1;ja;;ja;oud_leerling",
    "zonder-kleren.csv": "101;;;reis.jpg;1;ja;;",
}
Ask = Callable[..., Answered | None]


@pytest.fixture(scope="session")
def library() -> Library:
    return Library()


@pytest.fixture(scope="session")
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
    for name, rows in UNUSUAL.items():
        school.table(name, f"{CONSENTS};tot;gezag", *rows)
    for name, row in OTHERS_SHOWN.items():
        school.table(name, SHOWN, padded(row, SHOWN))
    return school.folder


@pytest.fixture
def ask(library, files, monkeypatch, capsys) -> Ask:
    """`ask(protocol, words or facts, without=clause)`: None when the protocol cannot be read without that clause."""
    monkeypatch.setattr(judged, "ELSEWHERE", ())
    monkeypatch.setattr(look, "Eyes", lambda **more: Eyes(**{**more, "load_finder": lambda: FINDER}))

    def go(protocol: str, asks: str | Mapping[str, Any], *, without: str | None = None) -> Answered | None:
        source = library if without is None else Without(library, protocol, without)
        for door in (checking, judging):
            monkeypatch.setattr(door, "library_with", lambda folders: source)
        words = _check(asks, files) if isinstance(asks, str) else _judge(asks, monkeypatch)
        code = run([*words, "--protocol", protocol, "--laag", "protocol"])
        said = capsys.readouterr()
        if without is not None and code == 2:
            return None
        assert said.out, said.err
        return _answered(json.loads(said.out), protocol)

    return go


def _check(words: str, files: Path) -> list[str]:
    given = [str(files / word) if word.endswith((".csv", ".jpg")) else word for word in words.split("|")]
    return ["check", "--moment", FRIDAY.isoformat(), *given, "--json"]


def _judge(facts: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    line = json.dumps({"moment": FRIDAY.isoformat(), **facts})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode()), encoding="utf-8"))
    return ["judge", "-"]


def _answered(paper: dict[str, Any], protocol: str) -> Answered:
    answer = paper.get("answer", paper)

    def clauses(rows) -> frozenset[str]:
        return frozenset(row["artikel"] for row in rows if row["pakket"] == protocol)

    return Answered(
        verdict=paper.get("verdict") or answer["oordeel"],
        # A clause that says that it may is no hindrance.
        cited=clauses(row for row in answer["redenen"] if row["gevolg"] != "staat_toe"),
        warned=clauses(answer["aandacht"]),
        duties=clauses(answer["plichten"]),
        asked=(answer["vraag"] or {}).get("feit"),
        packs=frozenset(pack["id"] for pack in paper.get("packs", ())),
    )
