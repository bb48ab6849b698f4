"""Everything that was ever answered about one person, as one document: for the FG, and for who asks what we hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from magdit.areas.consent.proof import terms
from magdit.areas.consent.proof.receipt import bodies
from magdit.areas.consent.proof.record import moment
from magdit.areas.consent.proof.values import Controller, Expressed, Party


def evidence(
    answers: Sequence[Expressed],
    *,
    person: Party,
    controller: Controller,
    at: datetime,
    number: UUID,
    now: Mapping[tuple[UUID, UUID], bool],
) -> dict[str, Any]:
    """The document: all records from old to new, each pointing to the one it took the place of. Fails closed.

    `now` is by person and item; which item an answer is about stands in the answer itself.
    """
    document: dict[str, Any] = {
        "@context": dict(terms.CONTEXT),
        "@id": number.urn,
        "@type": "magdit:Dossier",
        "dpv:hasIdentifier": str(number),
        "dct:created": moment(at),
        "dpv:hasDataSubject": {"@id": person.id.urn, "schema:name": person.name},
        **bodies(list(answers), controller),
    }
    if now:
        document["magdit:nu"] = [{"magdit:onderwerp": str(item), "magdit:mag": yes} for (_, item), yes in now.items()]
    return document
