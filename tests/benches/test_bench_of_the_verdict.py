"""The bench of the verdict in short form: three engines, one verdict. Its figures stand in bench/results.md."""

from __future__ import annotations

import re

from bench import lifelike, verdict


def test_the_engines_agree_and_every_row_names_its_figure(monkeypatch):
    """A protocol of some clauses and a few acts: rows are only made when all verdicts are equal."""
    monkeypatch.setattr(lifelike, "CLAUSES", 12)
    monkeypatch.setattr(lifelike, "SHARES", {"mag_niet": 0.5, "niet_geregeld": 0.5})
    monkeypatch.setattr(verdict, "ACTS", 4)
    monkeypatch.setattr(verdict, "RUNS", 1)

    rows = verdict.rows()

    assert [re.findall(r"beside (cedarpy single|casbin|cedarpy batch)", row)[0] for row in rows] == [
        "cedarpy single",
        "casbin",
        "cedarpy batch",
    ]
    assert all(re.search(r"\d × \| \d+ µs beside \d+ µs", row) for row in rows)
