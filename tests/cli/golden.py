"""Printed texts as they lie in tests/golden, one file for a subject, reviewed like code.

After a change that is meant: MAGDIT_GOLDEN=schrijf pytest tests/cli, and read the difference before it is handed in.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "golden"
MARK = "== "


def assert_golden(subject: str, case: str, told: str) -> None:
    """Hold what was told against the text that lies there for this case."""
    path = FOLDER / f"{subject}.txt"
    told = "".join(f"{line.rstrip()}\n" for line in told.strip().splitlines())
    if os.environ.get("MAGDIT_GOLDEN") == "schrijf":
        _write(path, {**_cases(path), case: told})
    assert told == _cases(path).get(case, f"(in {path.name} staat nog niets over '{case}')")


def cases_of(subject: str) -> set[str]:
    """The cases that lie there, so that a test can see that none is left over."""
    return set(_cases(FOLDER / f"{subject}.txt"))


def _cases(path: Path) -> dict[str, str]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    parts = [part.split("\n", 1) for part in f"\n{text}".split(f"\n{MARK}")[1:]]
    return {name: body.strip("\n") + "\n" for name, body in parts}


def _write(path: Path, cases: dict[str, str]) -> None:
    path.write_text("\n".join(f"{MARK}{name}\n{body}" for name, body in sorted(cases.items())), encoding="utf-8")
