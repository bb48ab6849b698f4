"""The examples in our papers: what to type, what to save under which name, and what then comes out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`(?P<name>[\w./-]+\.\w+)`[^`]*$")
CODE = re.compile(r"^# eindcode (\d)$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """One fenced example: its kind, its text, the line it stands on, and the file name said just before it."""

    kind: str
    text: str
    line: int
    name: str | None

    @property
    def code(self) -> int:
        """The exit code that the example says it ends with."""
        said = CODE.search(self.text)
        return int(said[1]) if said else 0


def blocks_of(page: Path) -> Iterator[Block]:
    """Every fenced example of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        before = text[: found.start()].rstrip()
        named = NAMED.search(before.rpartition("\n\n")[2])
        yield Block(
            found["kind"], found["text"], text[: found.start()].count("\n") + 1, named["name"] if named else None
        )


def run(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run an example as a reader would, with this magdit on the path."""
    path = f"{_doors(folder)}{os.pathsep}{os.environ['PATH']}"
    told = {"PATH": path, "HOME": str(folder), "LANG": "C.UTF-8", "COLUMNS": "200", "PYTHONUTF8": "1"}
    command = ["bash", "-euo", "pipefail", "-c", text]
    return subprocess.run(command, cwd=folder, env=told, capture_output=True, text=True, check=False, timeout=120)


def _doors(folder: Path) -> Path:
    """A folder with the command `magdit`, whether or not it was installed."""
    doors = folder / ".doors"
    doors.mkdir(exist_ok=True)
    door = doors / "magdit"
    door.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m magdit.cli.main "$@"\n', encoding="utf-8")
    door.chmod(0o755)
    return doors


def squeezed(text: str) -> str:
    """The same words with single spaces: how wide the terminal was does not matter."""
    return re.sub(r"\s+", " ", text)
