"""When a pupil begins to decide, as the packs have it, and what then still rests on the parents' yes. Knows no rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from magdit.areas.consent.asking.asked import asked
from magdit.areas.consent.asking.probing import Subject, Topic
from magdit.areas.consent.rounds.rules import OWN_ROLES
from magdit.areas.people.rules import turns
from magdit.norms.judge import Book
from magdit.words.roles import ROLES

AHEAD = timedelta(days=60)


def handover_day(book: Book, topics: Iterable[Topic], who: Subject, *, today: date) -> date | None:
    """The birthday within sixty days on which this pupil begins to decide about one of these; None when there is none.

    Which birthday that is stands in the packs: every age that a rule mentions is tried.
    """
    if who.born is None:
        return None
    ages = sorted({age for ready in book.packs for age in ready.ages})
    near = [day for age in ages if today <= (day := turns(who.born, age)) <= today + AHEAD]
    listed = tuple(topics)
    return next((day for day in near if any(moves(book, topic, who, day=day) for topic in listed)), None)


def moves(book: Book, topic: Topic, who: Subject, *, day: date) -> bool:
    """Whether on this day the word about a topic goes from the parents to the pupil."""
    before = set(asked(book, topic, who, day=day - timedelta(days=1)).signers)
    after = set(asked(book, topic, who, day=day).signers)
    return bool(before & ROLES.below("ouder")) and not before & OWN_ROLES and bool(after & OWN_ROLES)


def decides_alone(book: Book, topic: Topic, who: Subject, *, day: date) -> bool:
    """Whether on this day only the pupil's own word counts about a topic."""
    signers = set(asked(book, topic, who, day=day).signers)
    return bool(signers & OWN_ROLES) and not signers & ROLES.below("ouder")
