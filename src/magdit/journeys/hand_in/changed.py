"""What changed in a draft since someone said yes to it: word by word, picture by picture, and where it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from magdit.areas.drafts.models import HIDDEN
from magdit.journeys.hand_in.cleaning import NO_SOUND
from magdit.journeys.hand_in.judging import Judging
from magdit.journeys.hand_in.remembered import named

Kind = Literal["same", "gone", "new"]
PIECE = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, went or came."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """All differences. `to`: the names of what is otherwise about where it goes and for whom."""

    words: tuple[Piece, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    to: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.words, self.added, self.removed, self.hidden, self.described, self.to))


def snapshot(judging: Judging) -> dict[str, Any]:
    """What a post looks like, as it is kept (enciphered) with the approval that is asked for it."""
    row = judging.row
    return {
        "text": judging.words.text,
        "pictures": {
            str(one.pk): {
                "name": named(one), "of": one.sha256, "alt": judging.words.alt.get(str(one.pk), ""),
                "hidden": sorted(face["id"] for face in one.faces if face["fate"] == HIDDEN),
            }
            for one in judging.pictures
        },
        "to": {
            "medium": judging.post.medium, "account": str(row.account_id or ""), "group": str(row.group_id or ""),
            "role": row.role, "for_school": judging.post.for_school, "sound": NO_SOUND not in row.mends,
        },
    }  # fmt: skip


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> Changed:
    """The differences between two snapshots; empty when there are none, or when nothing was kept of the first."""
    if not before:
        return Changed()
    old, new = before["pictures"], now["pictures"]
    both = [name for name in new if name in old and new[name]["of"] == old[name]["of"]]
    return Changed(
        words=word_by_word(before["text"], now["text"]) if before["text"] != now["text"] else (),
        added=tuple(new[name]["name"] for name in new if name not in both),
        removed=tuple(old[name]["name"] for name in old if name not in both),
        hidden=tuple(new[name]["name"] for name in both if new[name]["hidden"] != old[name]["hidden"]),
        described=tuple(new[name]["name"] for name in both if new[name]["alt"] != old[name]["alt"]),
        to=tuple(name for name, value in now["to"].items() if before["to"].get(name) != value),
    )


def word_by_word(before: str, now: str) -> tuple[Piece, ...]:
    """What stayed, what went and what came, in reading order."""
    old, new = PIECE.findall(before), PIECE.findall(now)
    return tuple(_pieces(old, new))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        if b > a:
            yield Piece("gone", "".join(old[a:b]))
        if d > c:
            yield Piece("new", "".join(new[c:d]))
