"""Connectors of others are found by their entry point; a broken one, or one with a name of ours, takes nothing away."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from magdit.connectors.connector import connectors
from magdit.connectors.wordpress import WordPress

CODE = """
class Good:
    code = "krant"
    by_hand = False
    asks = ()


class Stands:
    code = "wordpress"
    by_hand = False
    asks = ()


class Broken:
    def __init__(self):
        raise RuntimeError("geheim123")
"""


@pytest.fixture
def others(tmp_path: Path, monkeypatch) -> None:
    """A package of others, as pip installs it."""
    about = tmp_path / "krant-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: krant\nVersion: 1.0\n", encoding="utf-8")
    lines = ("a = krant_plug:Good", "b = krant_plug:Stands", "c = krant_plug:Broken", "d = is_er_niet:Iets")
    (about / "entry_points.txt").write_text("\n".join(["[magdit.connectors]", *lines]), encoding="utf-8")
    (tmp_path / "krant_plug.py").write_text(CODE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "krant_plug", raising=False)


@pytest.mark.usefixtures("others")
def test_a_connector_of_others_is_found_beside_ours() -> None:
    found = connectors()

    assert found["krant"].code == "krant"
    assert {"hand", "folder", "webhook", "mastodon", "wordpress"} <= set(found)


@pytest.mark.usefixtures("others")
def test_ours_is_not_pushed_out_by_one_of_the_same_name() -> None:
    assert isinstance(connectors()["wordpress"], WordPress)


@pytest.mark.usefixtures("others")
def test_a_broken_one_is_left_out_and_the_log_says_which(caplog) -> None:
    with caplog.at_level(logging.ERROR, logger="magdit.connectors"):
        connectors()

    assert {record.getMessage() for record in caplog.records} == {
        "connector c cannot be loaded: RuntimeError",
        "connector d cannot be loaded: ModuleNotFoundError",
    }
    assert "geheim123" not in caplog.text
