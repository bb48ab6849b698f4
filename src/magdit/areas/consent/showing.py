"""May these people be shown now, on this channel? And, in the same breath, showing them. Publications come later.

Asked of the very records that a check reads. Yes only where the packs ask nothing more of the answers: what else a
protocol forbids is for the verdict on the draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from magdit.areas.consent.asking.asked import asked
from magdit.areas.consent.asking.probing import Topic
from magdit.areas.consent.for_check import consents_of
from magdit.areas.consent.loading import Loaded, load
from magdit.areas.consent.standing import weighed
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School
from magdit.areas.registers import actions as registers
from magdit.areas.registers.models import Appearance
from magdit.words.states import SAID_NO


def may_be_shown(loaded: Loaded, person: UUID, *, channel: str, covers: Sequence[str]) -> bool:
    """Whether the answers about this person allow it on the day that was loaded."""
    topic = Topic(channel, tuple(covers), by_interest=_by_interest(loaded, person, channel, covers))
    who = loaded.subjects[person]
    records = consents_of(loaded, person)
    asking = asked(loaded.book, topic, who, day=loaded.on)
    if asking.is_asked:
        return weighed(loaded.book, topic, who, records, day=loaded.on).yes
    about = (one for one in records if one.state in SAID_NO and set(one.covers or covers) & set(covers))
    return asking.outcome == "niet_nodig" and not any(about)


def _by_interest(loaded: Loaded, person: UUID, channel: str, covers: Sequence[str]) -> bool:
    """Whether the school rests on its own interest for this, so that only an objection is heard."""
    topics = (loaded.topics[item.id] for item in loaded.items if loaded.concerns(person, item))
    return any(one.by_interest and one.channel == channel and set(covers) <= set(one.covers) for one in topics)


def show(
    doing: Doing, school: School, people: Iterable[UUID], *, publication: UUID, channel: str, covers: Sequence[str]
) -> list[Appearance]:
    """Show these people, when each of them may be. A withdrawal waits for this, or this for the withdrawal."""

    def may(locked: Sequence[Person]) -> bool:
        loaded = load(school, doing.today, people=[person.pk for person in locked])
        return all(may_be_shown(loaded, one.pk, channel=channel, covers=covers) for one in locked)

    return registers.show(doing, school, people, publication=publication, channel=channel, covers=covers, may=may)
