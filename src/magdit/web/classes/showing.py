"""What a class page and a card tell: for the channels that someone chose, who may not, for what, and who may.

Takes a ClassView and gives values for a template. Several channels at once are the strictest of all: who may not be
shown on one of them is on the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from magdit.areas.consent.class_view import ClassPupil, ClassTopic, ClassView
from magdit.web.told import in_english, word
from magdit.words.states import COVERS

PICTURES = ("foto", "video")
PARTS = ("foto", "video", "geluid", "naam")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: a channel, or what is shown of someone. `closed`: nobody ever may."""

    code: str
    name: str
    chosen: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Barred:
    """Someone who may not be shown. `only`: for what not, when other things may; empty: for nothing at all."""

    pupil: ClassPupil
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A channel or topic on which nobody may be shown, with the topic that carries its clauses."""

    name: str
    topic: ClassTopic


@dataclass(frozen=True, slots=True)
class Shown:
    """The answer to "wie mag er niet op …?"."""

    channels: tuple[Choice, ...]
    parts: tuple[Choice, ...]
    topics: tuple[ClassTopic, ...]
    never: tuple[Forbidden, ...]
    barred: tuple[Barred, ...]
    free: tuple[ClassPupil, ...]

    @property
    def nobody(self) -> bool:
        """Whether the school's own rules let nobody be shown there."""
        return not self.topics

    @property
    def where(self) -> str:
        """The chosen channels in a row."""
        return in_row(one.name for one in self.channels)

    @property
    def what(self) -> str:
        """What of someone is shown, in a row."""
        return in_row(one.name for one in self.parts if one.chosen)

    @property
    def purposes(self) -> tuple[str, ...]:
        """What for."""
        return tuple(dict.fromkeys(one.purpose for one in self.topics))


def channels_to_choose(view: ClassView, chosen: Iterable[str] = ()) -> tuple[Choice, ...]:
    """The channels on which this class can be shown, in the order of the questions."""
    mine = set(chosen)
    codes = dict.fromkeys(one.item.channel for one in view.topics if one.shows)
    return tuple(
        Choice(
            code, view.channel_name(code, _language()), code in mine, all(one.never for one in view.on_channel(code))
        )
        for code in codes
    )


def shown_on(view: ClassView, channels: Sequence[str], parts: Iterable[str] = ()) -> Shown:
    """Who may be shown on all of these channels, with these parts of them; without parts: with everything."""
    wanted = set(parts)
    all_topics = tuple(dict.fromkeys(topic for code in channels for topic in view.on_channel(code)))
    there = [part for part in PARTS if any(part in topic.covers for topic in all_topics)]
    wanted = wanted & set(there) or set(there)
    mine = [topic for topic in all_topics if wanted & set(topic.covers)]
    open_ = tuple(topic for topic in mine if not topic.never)
    names = {topic.item.id: topic_name(view, topic, among=mine, channels=channels) for topic in mine}
    return Shown(
        channels=tuple(Choice(code, view.channel_name(code, _language()), chosen=True) for code in channels),
        parts=tuple(Choice(part, word(COVERS, part), part in wanted) for part in there),
        topics=open_,
        never=tuple(Forbidden(names[topic.item.id], topic) for topic in mine if topic.never),
        barred=tuple(_barred(view, open_, names)) if open_ else (),
        free=tuple(one for one in view.pupils if open_ and all(one.may(topic) for topic in open_)),
    )


def pictures_first(shown: Iterable[str], there: Iterable[Choice]) -> tuple[str, ...]:
    """What a card is about when nobody said: photos and films, where the channel has these."""
    told = tuple(shown)
    return told or tuple(one.code for one in there if one.code in PICTURES)


def topic_name(view: ClassView, topic: ClassTopic, *, among: Sequence[ClassTopic], channels: Sequence[str] = ()) -> str:
    """What a topic is called among others: what it shows, and for what or where when that is needed to tell apart."""
    name = in_row(word(COVERS, part) for part in topic.covers)
    alike = [one for one in among if one != topic and set(one.covers) & set(topic.covers)]
    if len(channels) > 1:
        name = f"{name} ({view.channel_name(topic.item.channel, _language())})"
        alike = [one for one in alike if one.item.channel == topic.item.channel]
    return f"{name}: {topic.purpose}" if alike else name


def in_row(words: Iterable[str]) -> str:
    """Words in a row, with "en" before the last."""
    listed = list(dict.fromkeys(words))
    if len(listed) < 2:
        return "".join(listed)
    return _("%(first)s en %(last)s") % {"first": ", ".join(listed[:-1]), "last": listed[-1]}


def _barred(view: ClassView, topics: Sequence[ClassTopic], names: Mapping[UUID, str]) -> Iterator[Barred]:
    for pupil in view.pupils:
        closed = [topic for topic in topics if not pupil.may(topic)]
        if closed:
            some = len(closed) < len(topics)
            yield Barred(pupil, tuple(names[topic.item.id] for topic in closed) if some else ())


def _language() -> str:
    return "en" if in_english() else "nl"
