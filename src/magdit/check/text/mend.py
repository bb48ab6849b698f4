"""Changes a text where it was found wanting: a surname away, a number replaced, a sentence added. Judges nothing.

Every change is asked for by place; whoever asks looks at the result again, since a mended text is a new text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from magdit.check.tables.roster import Person
from magdit.check.text.finding import Finding
from magdit.check.text.people.forms import plain

_CLOSING = ".,;:!?)]}"
_FIRST_NAMES = frozenset(
    {"roster_first_name", "roster_name_after_title", "roster_small_name", "also_a_word", "part_of_other_name"}
    | {"roster_nickname", "perhaps_a_figure", "named_elsewhere", "roster_in_a_tag", "roster_disguised"}
)
_EMPTY_PAIRS = {"(": ")", "[": "]", "<": ">", '"': '"', "“": "”", "„": "”"}


@dataclass(frozen=True, slots=True)
class Change:
    """`new` in place of text[start:end], counted in code points of the author's text."""

    start: int
    end: int
    new: str = ""


def replace(text: str, changes: Iterable[Change]) -> str:
    """The text with all changes made. Two changes on the same words raise ValueError: only the caller can choose."""
    parts, done = [], 0
    for change in sorted(set(changes), key=lambda change: (change.start, change.end)):
        if not done <= change.start <= change.end <= len(text):
            raise ValueError(f"changes overlap or fall outside the text: {change.start}..{change.end}")
        parts += [text[done : change.start], change.new]
        done = change.end
    return "".join([*parts, text[done:]])


def first_name_only(text: str, finding: Finding, person: Person) -> Change:
    """'Noor van Dijk' becomes 'Noor', 'Noor van Dijks fiets' 'Noors fiets'. A first name stays as it was written."""
    written = text[finding.start : finding.end]
    if _is_first_name(written, finding=finding, person=person):
        return Change(finding.start, finding.end, written)
    given = person.given if any(sign.isupper() for sign in written) else person.given.lower()
    return Change(finding.start, finding.end, given + _possessive(written, given=given, person=person))


def in_place_of(finding: Finding, new: str) -> Change:
    """Something else on the same place: the school's own number for a private one, 'een leerling' for a name."""
    return Change(finding.start, finding.end, new)


def left_out(text: str, finding: Finding) -> Change:
    """Nothing on that place, and no double space, empty brackets or lost # left behind."""
    start, end = finding.start, finding.end
    if start and text[start - 1] == "#":
        start -= 1
    while start and end < len(text) and _EMPTY_PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    if start and text[start - 1] == " " and (end == len(text) or text[end] in _CLOSING or text[end].isspace()):
        start -= 1
    elif not start:
        end += len(text[end:]) - len(text[end:].lstrip(" "))
    return Change(start, end)


def with_sentence(text: str, sentence: str) -> str:
    """The sentence behind the text, on a line of its own: a disclaimer, or who the author is. Not twice."""
    body = text.rstrip()
    if body.endswith(sentence):
        return body
    return f"{body}\n\n{sentence}" if body else sentence


def _is_first_name(written: str, *, finding: Finding, person: Person) -> bool:
    if finding.reason.code == "several_people":  # with or without a surname: then the words tell
        return not person.last or plain(person.last).replace(" ", "") not in plain(written).replace(" ", "")
    return finding.reason.code in _FIRST_NAMES


def _possessive(written: str, *, given: str, person: Person) -> str:
    words, last = plain(written), plain(person.last)
    is_possessive = words.endswith("'s") or (bool(last) and words.endswith(f"{last}s"))
    if not is_possessive:
        return ""
    return "'" if given[-1] in "sxz" else "'s" if given[-1] in "aiouy" else "s"
