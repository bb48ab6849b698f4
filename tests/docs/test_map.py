"""The map shows the building as it stands: every floor is drawn, and every file it names is there."""

import re

import pytest

from tests.docs.examples import ROOT

MAP = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
SOURCE = ROOT / "src" / "magdit"
FLOORS = ("words", "norms", "protocols", "wording", "cli", "server")


def section(floor: str) -> str:
    return MAP.partition(f"### {floor}\n")[2].partition("\n##")[0]


def named(floor: str) -> set[str]:
    return {name.removesuffix("/").removesuffix(".py") for name in re.findall(r"`([a-z_/.]+)`", section(floor))}


@pytest.mark.parametrize("floor", FLOORS)
def test_what_the_map_names_is_there(floor):
    folder = SOURCE / floor
    there = {path.stem for path in folder.iterdir()} | {path.name for path in folder.iterdir()} | {"feiten.toml"}

    assert named(floor) - there == set()


def test_every_floor_that_stands_is_on_the_map():
    standing = {folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").is_file()}

    drawn = set(re.findall(r"^    ([a-z |]+?)  ", MAP, re.MULTILINE))
    assert standing <= {floor for line in drawn for floor in line.split(" | ")}


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.py|scripts/|bench/)`", MAP))))
def test_every_path_on_the_map_leads_somewhere(path):
    assert (SOURCE / path).exists() or (ROOT / path).exists() or (SOURCE / "check" / path).exists()
