"""The folder with a tone model that a school gave, and a way to ask it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from magdit.check.text.text import Text
from magdit.check.text.tone_model.asking import asking
from magdit.check.text.tone_model.find import SETTING, find
from tests.check.text.tone_model.made import folder_with_model


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(SETTING, str(tmp_path))
    yield folder_with_model(tmp_path)
    asking(tmp_path).end()


@pytest.fixture
def flags() -> Callable[[str], list[tuple[str, str]]]:
    return lambda text: [(text[one.start : one.end], one.type) for one in find(Text.of(text))]
