"""What a dialogue asks next: who, what and where first; then the question that settles most; last what was presumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from magdit.cli.asking_told import Told
from magdit.norms.act import Act
from magdit.norms.answer import Answer, Ground
from magdit.norms.answering import answer
from magdit.norms.judge import Book, outcome_of
from magdit.norms.presumed import presumed
from magdit.norms.questions import best_question, missing_grounds, open_subjects
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation
from magdit.norms.truth import UNKNOWN
from magdit.norms.trying import Subject

ALWAYS = ("wie", "handeling")
EARLY = "medium"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. `ground` is what is missing; without it the fact was presumed. `leaves`: leave that may be had."""

    subject: Subject
    ground: Ground | None = None
    leaves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """A list of yes/no facts with the answer they count as, to be looked at in one go."""

    usual: Mapping[str, bool]


def next_step(book: Book, told: Told) -> Ask | Check | None:
    """The next question, or None: the verdict hangs on nothing any more that this user can tell."""
    act = read_act(told.raw, book.catalogue)
    for name in ALWAYS:
        if not told.knows(name):
            return Ask(Subject(name))
    situation = Situation(act)
    outcome = outcome_of(book.packs, situation)
    missing = missing_grounds(outcome, situation) if outcome.is_open else ()
    subjects = open_subjects(book, missing)
    asked = {subject: ground for subject, ground in subjects.items() if subject not in told.over}
    if asked:
        best = Subject(EARLY) if Subject(EARLY) in asked else best_question(book, act, asked)
        return Ask(best, asked[best], _leaves(missing))
    if any(subject in told.unknown for subject in subjects):
        return None  # what is not known keeps it open; what else we could ask would seldom settle it
    hidden = presumed(book, act, told.over)
    if hidden.usual:
        return Check(dict(hidden.usual))
    return Ask(hidden.subjects[0]) if hidden.subjects else None


def answered(book: Book, told: Told, *, halfway: bool = False) -> Answer:
    """The answer to all that was told. A yes that hangs on what is not known, or not asked yet, is no yes yet."""
    act = read_act(told.raw, book.catalogue)
    found = answer(book, act)
    doubted = tuple(_doubted(book, act, told, halfway=halfway)) if found.verdict == "mag" else ()
    if not doubted:
        return found
    missing = tuple(Ground(one.fact, None, UNKNOWN, lack="feit", group=one.group, index=one.index) for one in doubted)
    return replace(found, as_handed_in="onzeker", verdict="eerst_weten", missing=missing, valid_until=None)


def _doubted(book: Book, act: Act, told: Told, *, halfway: bool) -> Iterator[Subject]:
    """What counts as usual while nobody says otherwise, and what the user did not know or was not asked yet."""
    if told.unknown or halfway:
        hidden = presumed(book, act, told.looked_at - told.unknown)
        hanging = (*(Subject(name) for name, _ in hidden.usual), *hidden.subjects)
        yield from (subject for subject in hanging if halfway or subject in told.unknown)


def _leaves(missing: tuple[Ground, ...]) -> dict[str, tuple[str, ...]]:
    """The leaves that are missing, each with who may give it."""
    return {
        ground.fact: tuple(role for role in ground.detail.get("vraag_aan", "").split(",") if role)
        for ground in missing
        if ground.lack == "akkoord"
    }
