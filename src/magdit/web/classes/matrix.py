"""The whole class at a glance: a row per pupil, a column per topic, the topics of one channel beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from magdit.areas.consent.class_view import ClassTopic, ClassView, Mark
from magdit.web.classes.showing import topic_name
from magdit.web.told import in_english


@dataclass(frozen=True, slots=True)
class Head:
    """A channel over its columns."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table: channels, the columns under them, and per pupil the name and a mark per column."""

    heads: tuple[Head, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Mark, ...]], ...]


def matrix_of(view: ClassView, channel: str = "") -> Matrix:
    """The matrix of what is asked here, or of one channel; what nobody ever may is no column, but told in words."""
    language = "en" if in_english() else "nl"
    there = view.on_channel(channel) if channel else view.topics
    order = {one.item.channel: place for place, one in reversed(list(enumerate(view.topics)))}
    asked = [one for one in there if not one.never]
    topics = sorted(asked, key=lambda one: (not one.shows, order[one.item.channel]))
    parts = [(key, list(some)) for key, some in groupby(topics, key=lambda one: (one.shows, one.item.channel))]
    return Matrix(
        heads=tuple(Head(view.channel_name(channel, language), len(some)) for (_, channel), some in parts),
        columns=tuple(_name(view, topic, some) for _, some in parts for topic in some),
        rows=tuple(
            (pupil.name, tuple(pupil.marks.get(topic.item.id, "open") for topic in topics)) for pupil in view.pupils
        ),
    )


def _name(view: ClassView, topic: ClassTopic, among: list[ClassTopic]) -> str:
    """What is asked of another kind than showing someone is called by what it is for."""
    return topic_name(view, topic, among=among) if topic.shows else topic.purpose
