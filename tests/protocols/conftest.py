"""A small protocol on disk that tests can write, break and read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from magdit.norms.broken import BrokenPack
from magdit.protocols.library import Library
from magdit.wording.errors import pack_sentence

HEAD = """\
[protocol]
id = "klein"
titel = "Klein protocol"
organisatie = "Stichting Voorbeeld"
rang = "school"

[standaard]
artikel = "1"
oordeel = "voorleggen"
aan = "schoolleider"

[[artikel]]
nummer = "1"
soort = ["procedure"]
zegt = "Wat hier niet staat, legt u voor."
"""
RULE = """\
[[artikel]]
nummer = "2.1"
soort = ["verbod"]
zegt = "Plaats niets dat kwetst."
[[artikel.norm]]
soort = "verbod"
wie = ["medewerker"]
handeling = ["plaatsen"]
als = "kwetsend"
"""
CASE = """\
[[geval]]
naam = "iets kwetsends"
feiten = { wie = "leerkracht", handeling = "plaatsen", kwetsend = true }
verwacht = { oordeel = "mag_niet", artikelen = ["2.1"] }
"""
WritePack = Callable[..., Path]
Broken = Callable[..., str]


def lay(folder: Path, files: dict[str, str]) -> Path:
    """A pack of these files in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def write_pack(tmp_path) -> WritePack:
    """Write a pack: a head, one chapter of rules, and whatever else is given by file name."""

    def write(rules: str = RULE, *, head: str = HEAD, at: str = "klein", **more: str) -> Path:
        files = {"protocol.toml": head, "2-regels.toml": rules}
        files |= {f"{name}.toml": text for name, text in more.items()}
        return lay(tmp_path / at, files)

    return write


@pytest.fixture
def library(tmp_path) -> Library:
    """magdit's own packs and those in the test's folder."""
    return Library.with_folders([tmp_path])


@pytest.fixture
def refused(write_pack, library) -> Callable[..., BrokenPack]:
    """Write a pack that cannot work and give back what was said of it."""

    def refuse(*rules: str, **more: str) -> BrokenPack:
        folder = write_pack(*rules, **more)
        with pytest.raises(BrokenPack) as broken:
            library.book(folder.name)
        return broken.value

    return refuse


@pytest.fixture
def sentence(refused) -> Broken:
    """Write a pack that cannot work and give back the sentence a reader sees."""
    return lambda *rules, **more: pack_sentence(refused(*rules, **more))
