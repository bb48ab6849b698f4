"""Scores found spans against gold spans, by the rules of the text table. Ours and a peer's count alike.

A mark is right when it overlaps a gold span of a type it stands for. An optional gold span (a careful colleague might
or might not mark it) neither counts nor hurts. A name found inside an e-mail address, link or handle hurts nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

NAME = frozenset({"name"})
DATA = frozenset(
    {"phone", "email", "url", "handle", "address", "postcode", "bsn", "iban", "plate", "dob", "pupil_number"}
)
CARRIERS = frozenset({"email", "url", "handle"})
TONE = "tone:"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a tool reports. `types` are ours; a peer's wide type stands for several. A `lenient` one is never wrong."""

    start: int
    end: int
    types: frozenset[str]
    sure: bool = True
    lenient: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """What a careful colleague would mark."""

    start: int
    end: int
    type: str
    optional: bool = False
    lower: bool = False
    on_roster: bool = True


@dataclass(frozen=True, slots=True)
class Post:
    """A post with its gold spans."""

    id: str
    kind: str
    text: str
    spans: tuple[Gold, ...]

    @property
    def is_silent(self) -> bool:
        """Nothing in it has to be marked."""
        return all(span.optional for span in self.spans)

    @property
    def is_harmful(self) -> bool:
        """A colleague would stop at its tone."""
        return any(span.type.startswith(TONE) and not span.optional for span in self.spans)


def post_of(line: Mapping[str, Any]) -> Post:
    """Read one line of a set."""
    spans = tuple(
        Gold(
            start=span["start"],
            end=span["end"],
            type=span["type"],
            optional=span.get("optional", False),
            lower=span.get("lower", False),
            on_roster=span.get("on_roster", True),
        )
        for span in line["spans"]
    )
    return Post(id=line["id"], kind=line["kind"], text=line["text"], spans=spans)


@dataclass(slots=True)
class Share:
    """So many of so many, and which ones not: (post, from, to, type)."""

    right: int = 0
    of: int = 0
    wrong: list[tuple[str, int, int, str]] = field(default_factory=list)

    @property
    def part(self) -> float:
        """The figure itself; of nothing, nothing is missed."""
        return self.right / self.of if self.of else 1.0

    def count(self, is_right: bool, what: tuple[str, int, int, str]) -> None:
        """Take one case in."""
        self.of += 1
        self.right += is_right
        if not is_right:
            self.wrong.append(what)


Marked = Sequence[tuple[Post, Sequence[Mark]]]


def figures(marked: Marked) -> dict[str, Share]:
    """Every figure of the text table that is about quality, by its short name."""
    others = {span.type for post, _ in marked for span in post.spans} - NAME - DATA
    other = frozenset(kind for kind in others if not kind.startswith(TONE))
    return {
        "names recall": _recall(marked, NAME),
        "names precision": _precision(marked, NAME),
        "zeker recall": _recall(marked, NAME, sure_only=True),
        "zeker precision": _precision(marked, NAME, sure_only=True),
        "lower case": _recall(marked, NAME, only=lambda span: span.lower),
        "off roster": _recall(marked, NAME, only=lambda span: not span.on_roster),
        "data recall": _recall(marked, DATA),
        "data precision": _precision(marked, DATA),
        "other recall": _recall(marked, other),
        "other precision": _precision(marked, other),
        **_by_post(marked),
    }


def _recall(
    marked: Marked, types: frozenset[str], *, sure_only: bool = False, only: Callable[[Gold], bool] | None = None
) -> Share:
    share = Share()
    for post, marks in marked:
        for span in post.spans:
            if span.type in types and not span.optional and (only is None or only(span)):
                seen = any(_right(mark, span) and (mark.sure or not sure_only) for mark in marks)
                share.count(seen, (post.id, span.start, span.end, span.type))
    return share


def _precision(marked: Marked, types: frozenset[str], *, sure_only: bool = False) -> Share:
    share = Share()
    for post, marks in marked:
        for mark in marks:
            if mark.types & types and (mark.sure or not sure_only):
                verdict = _verdict(mark, post, marks)
                if verdict is not None:
                    share.count(verdict, (post.id, mark.start, mark.end, "/".join(sorted(mark.types))))
    return share


def _verdict(mark: Mark, post: Post, marks: Sequence[Mark]) -> bool | None:
    """Right, wrong, or (None) not counted."""
    touched = [span for span in post.spans if _overlap(mark, span)]
    if any(span.type in mark.types and not span.optional for span in touched):
        return True
    if mark.lenient or any(span.type in mark.types for span in touched):
        return None
    if mark.types == NAME:
        return None if any(span.type in CARRIERS for span in touched) else False
    # A link seen inside an e-mail address that was seen as well: one thing, found twice.
    known = any(_right(other, span) for span in touched for other in marks if span.type in DATA)
    return None if known and mark.types & DATA else False


def _by_post(marked: Marked) -> dict[str, Share]:
    silent, recall, precision, harmless = Share(), Share(), Share(), Share()
    for post, marks in marked:
        stray = [mark for mark in marks if not mark.lenient and not _excused(mark, post)]
        if post.is_silent:
            silent.count(bool(stray), (post.id, 0, len(post.text), "silent"))
        flagged = any(kind.startswith(TONE) for mark in marks for kind in mark.types)
        if post.is_harmful:
            recall.count(flagged, (post.id, 0, len(post.text), "tone"))
        elif post.kind == "tone" and not any(span.type.startswith(TONE) for span in post.spans):
            harmless.count(flagged, (post.id, 0, len(post.text), "harmless"))
        if flagged and (post.is_harmful or not any(span.type.startswith(TONE) for span in post.spans)):
            precision.count(post.is_harmful, (post.id, 0, len(post.text), "tone"))
    return {
        "silent marked": silent,
        "tone recall": recall,
        "tone precision": precision,
        "harmless flagged": harmless,
    }


def _excused(mark: Mark, post: Post) -> bool:
    return any(_overlap(mark, span) for span in post.spans)


def _right(mark: Mark, span: Gold) -> bool:
    return span.type in mark.types and _overlap(mark, span)


def _overlap(mark: Mark, span: Gold) -> bool:
    return mark.start < span.end and span.start < mark.end


def posts_of(lines: Iterable[Mapping[str, Any]]) -> list[Post]:
    """Read a whole set."""
    return [post_of(line) for line in lines]
