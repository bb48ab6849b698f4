"""Runs our own finders over posts, in a process of their own like the peers: `python -m bench.text_ours --names F`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.text_loop import Find, Span, serve
from magdit.check.tables.roster import read_roster
from magdit.check.text.look import look_at


def ours(names: str | None) -> Find:
    """Every finder, with the roster. The first post builds what the roster needs, so that is part of making ready."""
    roster = read_roster(Path(names)) if names else None
    look_at("Klaar om te beginnen.", roster)

    def find(text: str) -> list[Span]:
        return [(one.start, one.end, one.type, one.certainty == "zeker") for one in look_at(text, roster)]

    return find


def main(arguments: list[str]) -> int:
    """Read the roster's place, and serve."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--names")
    parser.add_argument("--repeat", type=int, default=1)
    given = parser.parse_args(arguments)
    serve(lambda: ours(given.names), repeat=given.repeat)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
