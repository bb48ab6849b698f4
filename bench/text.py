"""Finding people, data and tone in posts: ours beside deduce and presidio, on the same posts, in one run.

Quality is counted on the two test sets (tests/check/text/sets), which were written before the finders saw them; see
the README there for what has been looked at since. Speed is seconds of processor for the same posts, the quickest of
several turns; cold start and memory are of a whole process that reads one post. deduce has no roster, and presidio no
trained recogniser for Dutch: bench/text_peers.py tells how they are set up and bench/text_map.py what their types mean.

Leaves out: an outside test set of tone (we must not see one), other languages, and what a school does with a mark.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.text_runs import PeerMissing, Process, Run, command_of, process, run, together
from bench.text_score import Share, figures
from tests.check.text.sets.reading import PostSet, post_sets
from tests.check.text.sets.rosters import write_rows

TURNS = 5
SMALL, LARGE = 200, 30_000
ONE_POST = '{"id": "1", "text": "Noor belt morgen naar 06-12345678."}\n'
# figure, what it is called, the goal, and who of the others can be asked for it
QUALITY = (
    ("names recall", "people: recall", "≥ 0.93", ("deduce", "presidio")),
    ("names precision", "people: precision", "≥ 0.92", ("deduce", "presidio")),
    ("zeker precision", "`zeker` only: precision", "≥ 0.96", ()),
    ("zeker recall", "`zeker` only: recall", "≥ 0.85", ()),
    ("lower case", "lower-case names found", "≥ 0.80", ("deduce", "presidio")),
    ("off roster", "people not on the roster found", "≥ 0.79", ("deduce", "presidio")),
    ("data recall", "contact, number, place, birth date: recall", "≥ 0.97", ("deduce", "presidio")),
    ("data precision", "contact, number, place, birth date: precision", "≥ 0.97", ("deduce", "presidio")),
    ("silent marked", "posts without anything: falsely marked", "≤ 0.06", ("deduce", "presidio")),
    ("tone precision", "tone on these sets: precision", "≥ 0.80 outside", ()),
    ("tone recall", "tone on these sets: recall", "≥ 0.25 outside", ()),
    ("harmless flagged", "tone on these sets: harmless flagged", "≤ 0.15 outside", ()),
)


def rows() -> list[str]:
    """The text table of the goals. A peer that is missing ends the bench: a table without it would mislead."""
    try:
        with _rosters() as files:
            return [*quality(files), growth(files), *speed(files), *start(files)]
    except PeerMissing as missing:
        sys.exit(f"magdit: {missing}")


@contextmanager
def _rosters() -> Iterator[Mapping[tuple[str, int], Path]]:
    """Every test set's own roster, and those of 200 and 30,000 round the same cast, as files."""
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for one in tested():
            for size in (0, SMALL, LARGE):
                files[one.name, size] = Path(folder) / f"{one.name}{size}.csv"
                write_rows(files[one.name, size], one.roster(size or None))
        yield files


def tested() -> list[PostSet]:
    """The sets that were not tuned on."""
    return [one for one in post_sets() if one.split == "test"]


def over(tool: str, files: Mapping[tuple[str, int], Path], *, size: int = 0, repeat: int = 1) -> Run:
    """One tool over all test sets, each with its roster (deduce takes none)."""
    return together(
        run(tool, one.posts, None if tool == "deduce" else files[one.name, size], repeat=repeat) for one in tested()
    )


def quality(files: Mapping[tuple[str, int], Path]) -> list[str]:
    """The figures of finding, side by side."""
    found = {tool: figures(over(tool, files).marked) for tool in ("ours", "deduce", "presidio")}
    return [
        _row(label, goal, _part(found["ours"][key]), "; ".join(f"{tool} {_part(found[tool][key])}" for tool in others))
        for key, label, goal, others in QUALITY
    ]


def growth(files: Mapping[tuple[str, int], Path]) -> str:
    """What a larger roster costs in precision."""
    small, large = (figures(over("ours", files, size=size).marked)["names precision"] for size in (SMALL, LARGE))
    more = f"{_part(small)} with {SMALL}; {_part(large)} with {LARGE}"
    return _row("loss of precision from 200 to 30 000 names", "≤ 0.04", f"{small.part - large.part:.3f}", more)


def speed(files: Mapping[tuple[str, int], Path]) -> list[str]:
    """Every finder on, against deduce; with 30,000 names against presidio and against ourselves with 200."""
    # In turn, twice: what else the machine does in between then hits both alike.
    pairs = [[over(tool, files, repeat=TURNS).seconds for tool in ("ours", "deduce")] for _ in range(2)]
    ours, deduce = (min(seconds) for seconds in zip(*pairs, strict=True))
    small = over("ours", files, size=SMALL, repeat=TURNS).seconds
    large = over("ours", files, size=LARGE, repeat=TURNS).seconds
    presidio = over("presidio", files, size=LARGE, repeat=2).seconds
    posts = sum(len(one.posts) for one in tested())
    each = 1000 / posts
    return [
        _row(
            "speed, all finders", "≥ 1 × deduce", _times(deduce / ours), f"{ours * each:.2f} and {deduce * each:.2f} ms"
        ),
        _row(
            "speed with 30 000 names",
            "≥ 20 × presidio's deny list",
            _times(presidio / large),
            f"{large * each:.2f} and {presidio * each:.2f} ms a post",
        ),
        _row("time with 30 000 names", "≤ 3 × with 200", _times(large / small), f"{small * each:.2f} ms with 200"),
    ]


def start(files: Mapping[tuple[str, int], Path]) -> list[str]:
    """A whole process that reads one post: the command of ours with a roster of 200, deduce without, presidio with."""
    names = files[tested()[0].name, SMALL]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as post:
        post.write(ONE_POST)
        post.flush()
        look = ("-m", "magdit.cli.main", "look", "--jsonl", post.name, "--leerlingen", str(names), "--json")
        ours = _least([process([sys.executable, *look]) for _ in range(TURNS)])
    deduce = _least([process(command_of("deduce"), ONE_POST) for _ in range(2)])
    presidio = _least([process(command_of("presidio", names), ONE_POST) for _ in range(2)])
    return [
        _row(
            "cold start of a whole process",
            "≤ 0.10 × deduce",
            f"{ours.seconds / deduce.seconds:.3f} ×",
            f"ours {ours.seconds:.2f} s; deduce {deduce.seconds:.1f} s; presidio {presidio.seconds:.1f} s",
        ),
        _row(
            "peak memory of a whole process",
            "≤ 0.10 × deduce",
            f"{ours.mebibytes / deduce.mebibytes:.3f} ×",
            f"ours {ours.mebibytes:.0f} MiB; deduce {deduce.mebibytes:.0f}; presidio {presidio.mebibytes:.0f}",
        ),
    ]


def _least(costs: list[Process]) -> Process:
    return Process(min(one.seconds for one in costs), min(one.mebibytes for one in costs))


def _part(share: Share) -> str:
    return f"{share.part:.3f} ({share.right}/{share.of})"


def _times(ratio: float) -> str:
    return f"{ratio:.1f} ×"


def _row(what: str, goal: str, measured: str, more: str) -> str:
    return f"| text | {what} | {goal} | {measured} | {more or '–'} |"
