"""A receipt as data: one document around the records of all that one reader answered. The page is for `pages`."""

from __future__ import annotations

from typing import Any

from magdit.areas.consent.proof import terms
from magdit.areas.consent.proof.record import body_of, is_record, moment, other_body
from magdit.areas.consent.proof.required import hold
from magdit.areas.consent.proof.values import Controller, Expressed, Receipt, Told
from magdit.areas.journal.refused import Refused

RECEIPT = "dpv-27560:receipt-eu-gdpr"


def receipt_of(receipt: Receipt) -> dict[str, Any]:
    """The receipt as JSON-LD. Refused when there is nothing to prove, or when an answer is not the reader's own."""
    if not receipt.answers:
        raise Refused("proof_no_answers")
    if any(told.expressed.giver is None or told.expressed.giver.id != receipt.reader.id for told in receipt.answers):
        raise Refused("proof_not_yours")
    document: dict[str, Any] = {
        "@context": dict(terms.CONTEXT),
        "@id": receipt.id.urn,
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": terms.reference(RECEIPT),
        "dpv:hasIdentifier": str(receipt.id),
        "dct:created": moment(receipt.made_at),
        "dct:language": receipt.language,
        "dct:audience": {"@id": receipt.reader.id.urn, "schema:name": receipt.reader.name},
        **bodies([told.expressed for told in receipt.answers], receipt.controller),
    }
    now = [_now(told) for told in receipt.answers if told.now is not None]
    if now:
        document["magdit:nu"] = now
    return document


def bodies(answers: list[Expressed], controller: Controller) -> dict[str, Any]:
    """The answers as records, and apart from them those that are no consent record; each record is whole."""
    records = [body_of(answer, controller) for answer in answers if is_record(answer)]
    for record in records:
        hold(record)
    others = [other_body(answer) for answer in answers if not is_record(answer)]
    found: dict[str, Any] = {"dpv:hasRecordOfActivity": records} if records else {}
    if others:
        found["magdit:heeftAntwoord"] = others
    return found


def _now(told: Told) -> dict[str, Any]:
    """What holds now, and no more: a reader may see that it is no, not who said so."""
    return {"magdit:over": terms.reference(told.expressed.id.urn), "magdit:mag": bool(told.now)}
