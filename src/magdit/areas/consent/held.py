"""What consent holds about one person, to be handed to them: answers, questions, letters, papers, where they are shown.

Others are told by their role alone, and all of one role alike: one parent never learns which of them said no. The words
of a no by someone else are not left out, since they are about the person who asks.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from magdit.areas.consent.models import Letter, Request, Scan
from magdit.areas.consent.person_view import PersonView, TopicStory
from magdit.areas.consent.proof import queries
from magdit.areas.consent.proof.actions import someone
from magdit.areas.consent.proof.evidence import evidence
from magdit.areas.consent.proof.values import Expressed, Party
from magdit.areas.people.models import Person

Value = str | date | datetime | bool | int | None
Rows = list[dict[str, Value]]


def answers_held(view: PersonView) -> Rows:
    """Every answer about this person, the oldest first."""
    return [row for topic in view.topics for row in _topic(topic, view.person)]


def answers_by(view: PersonView) -> Rows:
    """What this person answered about others: which topic, and not about whom."""
    return [
        {"onderwerp": one.item.code, "antwoord": one.state, "op": one.at, "als": one.role, "vorm": one.form}
        for one in reversed(view.given)
    ]


def requests_held(person: Person) -> Rows:
    """When this person was asked for an answer, and the letters about that."""
    asked = Request.objects.filter(asked=person).order_by("asked_at")
    sent = Letter.objects.filter(request__asked=person).order_by("made_at")
    rows: Rows = [
        {"wat": "gevraagd", "op": one.asked_at, "herinneringen": one.reminders, "klaar": one.ended_at} for one in asked
    ]
    return rows + [{"wat": f"bericht: {one.kind}", "op": one.made_at, "verstuurd": one.sent_at} for one in sent]


def scans_held(person: Person) -> Rows:
    """The papers about this person that lie in the register; the files themselves are opened by the office."""
    rows = Scan.objects.filter(person=person).order_by("taken_in_at")
    return [{"ingenomen": one.taken_in_at, "soort bestand": one.media_type} for one in rows]


def shown_held(view: PersonView) -> Rows:
    """Where this person is or was shown."""
    return [
        {
            "kanaal": one.appearance.channel,
            "waarvoor": one.appearance.purpose,
            "sinds": one.appearance.shown_at,
            "weg sinds": one.appearance.down_at,
            "taken om het weg te halen": len(one.tasks),
        }
        for one in view.shown
    ]


def evidence_held(person: Person, *, at: datetime, on: date) -> dict[str, Any]:
    """The same answers as linked data (DPV), with the words they were given under. Refused if a proof is not whole."""
    values = queries.expressed(queries.answers_about(person), on=on)
    return evidence(
        [_by_role(value, person.pk) for value in values],
        person=Party(person.pk, queries.short_name(person)),
        controller=queries.controller_of(person.board),
        at=at,
        number=uuid4(),
        now={},
    )


def _topic(topic: TopicStory, person: Person) -> Rows:
    return [
        {
            "onderwerp": topic.title,
            "antwoord": one.state,
            "op": one.at,
            "door": "uzelf" if one.giver_id == person.pk else one.role,
            "vorm": one.form,
            "geldig tot en met": one.until,
            "school": one.school.name if one.school else "",
            "bron": one.source,
        }
        for one in reversed(topic.answers)
    ]


def _by_role(value: Expressed, person: UUID) -> Expressed:
    giver = value.giver
    if giver is None or giver.id == person:
        return value
    return replace(value, giver=Party(someone(giver.role), "", giver.role))
