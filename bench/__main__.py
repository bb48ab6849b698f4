"""`python -m bench [naam …]`: run the benches and write bench/results.md."""

from __future__ import annotations

import importlib
import os
import platform
import sys
from datetime import date
from pathlib import Path

BENCHES = ("draft", "verdict", "start", "questions", "imports", "text", "images", "video")
RESULTS = Path(__file__).parent / "results.md"
HEAD = "| bench | what | goal | measured | more |\n|---|---|---|---|---|"


def main(names: list[str]) -> int:
    """Run the named benches, or all there are."""
    here = Path(__file__).parent
    wanted = names or [name for name in BENCHES if (here / f"{name}.py").is_file()]
    rows = [row for name in wanted for row in importlib.import_module(f"bench.{name}").rows()]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    text = (
        f"# Benchmark results\n\nMeasured on {date.today().isoformat()}, {machine}. Ratios within one run.\n\n{HEAD}\n"
    )
    text += "\n".join(rows) + "\n"
    print(text)
    if not names:
        RESULTS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
