"""The protocols speak of secrets and embargoes all the time; that marks no sentence of theirs as confidential."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import magdit.protocols
from magdit.check.text.finders import confidential, embargo
from magdit.check.text.language import language_of
from magdit.check.text.text import Text

PACKS = Path(magdit.protocols.__file__).parent / "packs"
FILES = sorted(PACKS.rglob("*.toml"))


def sentences(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from sentences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner)


def marked(text: str) -> list[str]:
    read = Text.of(text)
    return [text[found.start : found.end] for found in (*confidential.find(read), *embargo.find(read))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sentence_of_a_protocol_is_marked_confidential(path: Path) -> None:
    said = path.read_text(encoding="utf-8")

    found = {text: marked(text) for text in {said, *sentences(tomllib.loads(said))} if marked(text)}

    assert found == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sentence_of_a_protocol_is_taken_for_another_language(path: Path) -> None:
    said = {
        text for text in sentences(tomllib.loads(path.read_text(encoding="utf-8"))) if " " in text and "_" not in text
    }

    assert {text for text in said if not language_of(text).is_read} == set()
