"""`python -m bench [naam …]`: run the benches, all or those that are named, and put their rows in bench/results.md."""

from __future__ import annotations

import importlib
import os
import platform
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

BENCHES = ("draft", "verdict", "start", "questions", "imports", "text", "images", "video")
RESULTS = Path(__file__).parent / "results.md"
HEAD = "| bench | what | goal | measured | more |\n|---|---|---|---|---|"
DAY = re.compile(r"([a-z]+) (\d{4}-\d\d-\d\d)")


def main(names: list[str]) -> int:
    """Run the named benches, or all there are; each is written as soon as it is done, the others stay as they were."""
    for name in names or BENCHES:
        rows = importlib.import_module(f"bench.{name}").rows()
        print("\n".join(rows), flush=True)
        kept = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
        RESULTS.write_text(with_rows(kept, name, rows, day=date.today()), encoding="utf-8")
    return 0


def with_rows(text: str, name: str, rows: list[str], *, day: date) -> str:
    """The page of results with the rows of one bench in place of those it had."""
    tables = {bench: [line for line in text.splitlines() if line.startswith(f"| {bench} |")] for bench in BENCHES}
    days = {bench: when for bench, when in DAY.findall(text.partition("\n|")[0]) if bench in BENCHES}
    return _page({**tables, name: rows}, {**days, name: day.isoformat()})


def _page(tables: Mapping[str, list[str]], days: Mapping[str, str]) -> str:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    measured = ", ".join(f"{bench} {days[bench]}" for bench in BENCHES if bench in days)
    lines = [line for bench in BENCHES for line in tables[bench]]
    return (
        f"# Benchmark results\n\n{machine}. Ratios within one run of one bench. Measured: {measured}.\n\n{HEAD}\n"
        + "\n".join(lines)
        + "\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
