"""What the finders still miss or mark wrongly on the sets, as lines that can be written down and compared.

`python -m tests.check.text.sets.known` writes known_misses.tsv anew; look at the difference before it is kept.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from bench.text_score import Mark, Post, Share, figures
from magdit.check.tables.roster import Roster, read_roster
from magdit.check.text.look import look_at
from tests.check.text.sets.reading import HERE, PostSet, post_sets
from tests.check.text.sets.rosters import write_rows

FILE = HERE / "known_misses.tsv"
WRITTEN_DOWN = ("names recall", "names precision", "data recall", "data precision")
Marked = list[tuple[Post, list[Mark]]]


def roster_of(one: PostSet, size: int | None = None) -> Roster:
    """A roster read as a school's own file is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.csv"
        write_rows(path, one.roster(size))
        return read_roster(path)


@cache
def looked(name: str, size: int | None = None) -> Marked:
    """What we find in the posts of one school."""
    one = next(one for one in post_sets() if one.name == name)
    roster = roster_of(one, size)
    return [(post, _marks(post, roster)) for post in one.posts]


def _marks(post: Post, roster: Roster) -> list[Mark]:
    return [
        Mark(one.start, one.end, frozenset({one.type}), sure=one.certainty == "zeker")
        for one in look_at(post.text, roster)
    ]


def misses() -> list[str]:
    """Every name and every span of data that is missed or marked wrongly, one a line."""
    lines = []
    for one in post_sets():
        texts = {post.id: post.text for post in one.posts}
        got = figures(looked(one.name))
        for figure in WRITTEN_DOWN:
            lines += _lines(figure, got[figure], texts)
    return lines


def _lines(figure: str, share: Share, texts: dict[str, str]) -> list[str]:
    what = "missed" if figure.endswith("recall") else "wrong"
    return [
        f"{post}\t{what}\t{kind}\t{texts[post][start:end]}".replace("\n", " ") for post, start, end, kind in share.wrong
    ]


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in misses()), encoding="utf-8")
