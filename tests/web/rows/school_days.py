"""The days on which a school is closed: for who keeps its people and who leads it."""

from __future__ import annotations

from tests.web.row import Row

KEEPERS = {"own": "administratie schoolleider beheerder cvb", "school": "cvb"}
ONE = {"do": "one", "name": "Studiedag", "first": "2026-03-12", "last": ""}
ROWS = (
    Row("school_days:days", "school", KEEPERS),
    Row("school_days:days", "school", KEEPERS, sends=ONE, answer=302, says="a day off is added"),
    Row("school_days:days", "school", sends={"do": "iets"}, says="a button that is not there"),
)
