"""What a family reads about one of them: the questions, and where that person is shown at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q

from magdit.areas.consent.books import channels_of
from magdit.areas.consent.family import About, Question, family_of
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person
from magdit.areas.registers.models import Appearance
from magdit.areas.registers.queries import shown_now
from magdit.areas.registers.rules import rests_on, touches
from magdit.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ShownAt:
    """A place where someone is shown. `due`: by when it must be gone, if so. `by`: a no to this takes it down."""

    appearance: Appearance
    due: datetime | None
    by: Question | None


@dataclass(frozen=True, slots=True)
class PageAbout:
    """Everything on the page about one person."""

    about: About
    shown: tuple[ShownAt, ...]


def page_about(doing: Doing, viewer: Person, person: Person, *, language: str) -> PageAbout:
    """The questions about one person and where they are shown. Refused to who has no say."""
    (about,) = family_of(viewer, [person], doing.today, language=language)
    waits = Q(takedowns__done_at=None)
    shown = list(shown_now([person.pk]).annotate(due=Max("takedowns__due", filter=waits)))
    media = channels_of(school for school, _ in about.at)
    return PageAbout(about, tuple(ShownAt(one, one.due, _touching(about, one, media)) for one in shown))


def _touching(about: About, shown: Appearance, media: Vocabulary) -> Question | None:
    """The question to which a no of this reader takes it down: rather the one that they said yes to."""
    found = [
        one
        for one in about.questions
        if one.line.may_refuse
        and rests_on(shown.purpose, one.line.item.purpose)
        and touches(
            shown.channel, shown.covers, channel=one.line.item.channel, covers=one.line.item.covers, media=media
        )
    ]
    return min(found, key=lambda one: one.last is None, default=None)
