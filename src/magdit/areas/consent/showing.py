"""May these people be shown now, on this channel? And, in the same breath, showing them. Publications come later.

Asked of the very records that a check reads. Yes only where the packs ask nothing more of the answers: what else a
protocol forbids is for the verdict on the draft. Who names the purpose rests on the answers about that alone; without
one, on all of them: everything that the school shows there is agreed to, and no no stands that is about any of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from magdit.areas.consent.asking.asked import asked
from magdit.areas.consent.asking.probing import Topic
from magdit.areas.consent.for_check import consents_of
from magdit.areas.consent.loading import Loaded, load
from magdit.areas.consent.models import Item
from magdit.areas.consent.queries import asking_of, standing_of
from magdit.areas.consent.standing import weighed
from magdit.areas.consent.texts.catalogue import publishes
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.registers import actions as registers
from magdit.areas.registers.models import Appearance
from magdit.areas.registers.rules import family, rests_on, touches
from magdit.words.states import COVERS


def may_be_shown(loaded: Loaded, person: UUID, *, channel: str, covers: Sequence[str], purpose: str = "") -> bool:
    """Whether the answers about this person allow it on the day that was loaded."""
    if person not in loaded.subjects or not covers:
        return False
    if said_no(loaded, person, channel=channel, covers=covers, purpose=purpose):
        return False
    near = near_to(loaded, person, channel=channel, covers=covers, purpose=purpose)
    shows = [item for item in near if purpose or publishes(item.purpose)]
    if not purpose and not all(_is_agreed(loaded, person, item) for item in shows if item.channel == channel):
        return False
    interest = _by_interest(loaded, shows, channel=channel, covers=covers)
    parts = ((kinds, rests) for kinds, rests in ((interest, True), (set(covers) - interest, False)) if kinds)
    return all(
        _stands(loaded, person, Topic(channel, tuple(one for one in covers if one in kinds), purpose, rests))
        for kinds, rests in parts
    )


def said_no(loaded: Loaded, person: UUID, *, channel: str, covers: Sequence[str], purpose: str = "") -> bool:
    """Whether a no stands that is about any of this: also where the packs ask nobody for a yes."""
    near = near_to(loaded, person, channel=channel, covers=covers, purpose=purpose)
    return any(standing_of(loaded, person, item).is_refused for item in near)


def near_to(
    loaded: Loaded, person: UUID, *, channel: str, covers: Iterable[str], purpose: str = ""
) -> tuple[Item, ...]:
    """The questions about this person of which a no would touch what is shown here."""
    media, kinds = loaded.book.catalogue.vocabularies["medium"], tuple(covers)
    return tuple(
        item
        for item in loaded.items
        if loaded.concerns(person, item)
        and rests_on(purpose, item.purpose)
        and touches(channel, kinds, channel=item.channel, covers=item.covers, media=media)
    )


def _is_agreed(loaded: Loaded, person: UUID, item: Item) -> bool:
    return standing_of(loaded, person, item).yes or not asking_of(loaded, person, item).is_asked


def _by_interest(loaded: Loaded, shows: Iterable[Item], *, channel: str, covers: Iterable[str]) -> set[str]:
    """The kinds of data for which the school rests on its own interest alone, so that only an objection is heard."""
    media = loaded.book.catalogue.vocabularies["medium"]
    topics = [loaded.topics[item.id] for item in shows]
    reached = {kind for one in topics if channel in family(one.channel, media) for kind in one.covers}
    asks = {kind for one in topics if not one.by_interest for kind in one.covers}
    return (set(covers) & reached) - asks


def _stands(loaded: Loaded, person: UUID, topic: Topic) -> bool:
    who = loaded.subjects[person]
    asking = asked(loaded.book, topic, who, day=loaded.on)
    if not asking.is_asked:
        return asking.outcome == "niet_nodig"  # that nobody said no was looked at before
    records = consents_of(loaded, person, purposes=[topic.purpose] if topic.purpose else ())
    return weighed(loaded.book, topic, who, records, day=loaded.on).yes


def show(
    doing: Doing,
    school: School,
    people: Iterable[UUID],
    *,
    publication: UUID,
    channel: str,
    covers: Sequence[str],
    purpose: str = "",
) -> list[Appearance]:
    """Show these people, when each of them may be. A withdrawal waits for this, or this for the withdrawal."""

    def may(locked: Sequence[Person]) -> bool:
        loaded = load(school, doing.today, people=[person.pk for person in locked])
        _refuse_unknown(loaded, channel=channel, covers=covers, purpose=purpose)
        if not all(who.roles for who in loaded.subjects.values()):
            raise Refused("not_at_this_school", school=school.name)
        return all(may_be_shown(loaded, one.pk, channel=channel, covers=covers, purpose=purpose) for one in locked)

    return registers.show(
        doing, school, people, publication=publication, channel=channel, covers=covers, purpose=purpose, may=may
    )


def _refuse_unknown(loaded: Loaded, *, channel: str, covers: Sequence[str], purpose: str) -> None:
    """Refuse what nobody can have agreed to, with the words that would do."""
    name, known = loaded.school.name, ", ".join(word.code for word in COVERS)
    strange = [one for one in covers if all(word.code != one for word in COVERS)]
    if not covers:
        raise Refused("nothing_of_them", known=known)
    if strange:
        raise Refused("covers_unknown", given=strange[0], known=known)
    media = loaded.book.catalogue.vocabularies["medium"]
    if all(word.code != channel for word in media):
        raise Refused("channel_unknown", channel=channel, school=name)
    meant = (item for item in loaded.items if item.purpose == purpose)
    if purpose and not any(
        touches(channel, covers, channel=one.channel, covers=one.covers, media=media) for one in meant
    ):
        raise Refused("purpose_unknown", purpose=purpose, school=name)
