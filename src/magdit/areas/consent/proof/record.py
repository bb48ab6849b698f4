"""One answer as a consent record: JSON-LD under the profile of ISO/IEC TS 27560 for the GDPR. Fails closed.

A record is only given when every mandatory field is in it. What is no consent (an objection of a colleague) or was
answered elsewhere under words that we do not have, is told as such and claims no conformance.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from magdit.areas.consent.proof import terms
from magdit.areas.consent.proof.required import hold
from magdit.areas.consent.proof.values import Controller, Expressed, Notice, Party
from magdit.words.states import CONSENT_STATES

RECORD = "dpv-27560:record-eu-gdpr"
AUTHORITY = "magdit:toezichthouder"


def record_of(expressed: Expressed, controller: Controller) -> dict[str, Any]:
    """The record of an answer, whole and on its own; Refused when a mandatory field is missing."""
    told = {"@context": dict(terms.CONTEXT), **body_of(expressed, controller)}
    hold(told)
    return told


def is_record(expressed: Expressed) -> bool:
    """Whether this answer can be a consent record: it is about consent, under words that we know."""
    return expressed.notice is not None and expressed.asked.basis == "toestemming"


def body_of(expressed: Expressed, controller: Controller) -> dict[str, Any]:
    """The record without its context, to stand in a receipt."""
    told: dict[str, Any] = {
        "@id": expressed.id.urn,
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": terms.reference(RECORD),
        "dpv:hasIdentifier": str(expressed.id),
        "dpv:hasDataSubject": _party(expressed.subject, terms.SUBJECTS[expressed.subject.role]),
        "dpv:hasProcess": _process(expressed, controller),
        "dpv:hasConsentStatus": _status(expressed),
        "dpv:hasEntity": [_controller(controller), _authority()],
    }
    if expressed.notice is not None:
        told["dct:language"] = expressed.notice.language
        told["dpv:hasNotice"] = _notice(expressed, expressed.notice)
    if expressed.replaces is not None:
        told["dct:replaces"] = terms.reference(expressed.replaces.urn)
    return told


def other_body(expressed: Expressed) -> dict[str, Any]:
    """An answer that is no consent record: about an objection, or one of which the proof lies elsewhere or on paper."""
    objection = expressed.asked.basis != "toestemming"
    told: dict[str, Any] = {
        "@id": expressed.id.urn,
        "@type": "magdit:Bezwaar" if objection else "magdit:AntwoordZonderTekst",
        "dpv:hasIdentifier": str(expressed.id),
        "dpv:hasDataSubject": _party(expressed.subject, terms.SUBJECTS[expressed.subject.role]),
        "dpv:hasPurpose": terms.purpose_term(expressed.asked.purpose),
        "dpv:hasRecipient": terms.recipient(expressed.asked.channel, expressed.asked.media),
        "dpv:hasPersonalData": terms.data_terms(expressed.asked.covers),
        "dct:date": moment(expressed.at),
        "magdit:antwoord": terms.labels({"nl": CONSENT_STATES.dutch(expressed.state)}),
        "magdit:bron": expressed.source,
    }
    if objection:
        told["dpv:hasLegalBasis"] = terms.reference("eu-gdpr:A6-1-f")
    if expressed.as_of is not None:
        told["magdit:standVan"] = {"@type": "xsd:date", "@value": expressed.as_of.isoformat()}
    return told


def moment(at: datetime) -> dict[str, str]:
    """A moment in UTC, as records want it."""
    return {"@type": "xsd:dateTime", "@value": at.astimezone(UTC).isoformat().replace("+00:00", "Z")}


def _process(expressed: Expressed, controller: Controller) -> dict[str, Any]:
    settled, asked = terms.settled(), expressed.asked
    place = settled["plek"]["derde" if terms.is_third_party(asked.channel, asked.media) else "school"]
    return {
        "@type": "dpv:Process",
        "dpv:hasPurpose": terms.purpose_term(asked.purpose),
        "dpv:hasPersonalData": terms.data_terms(asked.covers),
        "dpv:hasProcessing": [terms.reference("dpv:Collect"), terms.reference("dpv:MakeAvailable")],
        "dpv:hasDataController": terms.reference(controller.id.urn),
        "dpv:hasDataSource": terms.reference("dpv:DataSubjectDataSource"),
        "dpv:hasNecessity": terms.reference("dpv:Optional"),
        "dpv:hasRecipient": [terms.recipient(asked.channel, asked.media)],
        "dpv:hasStorageCondition": [_location(place), _retention(settled)],
        "dpv:hasJurisdiction": terms.reference("loc:NL"),
        "dpv:hasLegalBasis": [terms.reference("eu-gdpr:A6-1-a"), terms.reference("dpv:ExpressedConsent")],
        "dpv:hasRight": [terms.reference(f"eu-gdpr:{right}") for right in settled["rechten"]["toestemming"]],
        "dpv:hasConsentControl": _withdrawal(settled),
        "dpv:hasAuthority": terms.reference(AUTHORITY),
    }


def _location(place: dict[str, str]) -> dict[str, Any]:
    told = {"@type": "dpv:Location", "skos:prefLabel": terms.labels(place)}
    return {"@type": "dpv:StorageLocation", "dpv:hasLocation": told}


def _retention(settled: Any) -> dict[str, Any]:
    until = {tongue: settled["bewaren"][tongue] for tongue in ("nl", "en")}
    return {
        "@type": "dpv:StorageDuration",
        "dpv:hasDuration": [
            {"@type": "dpv:UntilEventDuration", "rdf:value": terms.labels(until)},
            {"@type": "dpv:TemporalDuration", "rdf:value": settled["bewaren"]["bewijs"]},
        ],
    }


def _withdrawal(settled: Any) -> dict[str, Any]:
    return {
        "@id": "magdit:intrekken",
        "@type": "dpv:WithdrawConsent",
        "skos:prefLabel": terms.labels(settled["intrekken"]),
    }


def _status(expressed: Expressed) -> dict[str, Any]:
    return {
        "@type": terms.state_term(expressed.state),
        "dpv:isIndicatedAtTime": moment(expressed.at),
        "dpv:isIndicatedBy": _giver(expressed.giver),
        "dpv:hasDuration": _validity(expressed),
        "dpv:hasIndicationMethod": terms.form_label(expressed.form),
    }


def _giver(giver: Party | None) -> dict[str, Any]:
    if giver is None:
        return {"@id": "magdit:leerlingadministratie", "@type": "dpv:Entity"}
    return _party(giver, terms.GIVERS.get(giver.role, ("dpv:Entity",)))


def _validity(expressed: Expressed) -> dict[str, Any]:
    if expressed.until is not None:
        until = {"@type": "xsd:date", "@value": expressed.until.isoformat()}
        return {"@type": "dpv:UntilTimeDuration", "rdf:value": until}
    ending = {"nl": "tot een ander antwoord", "en": "until another answer"}
    return {"@type": "dpv:UntilEventDuration", "rdf:value": terms.labels(ending)}


def _notice(expressed: Expressed, notice: Notice) -> dict[str, Any]:
    return {
        "@type": "dpv:ConsentNotice",
        "dpv:hasIdentifier": f"{expressed.asked.code}/{notice.language}/{notice.version}",
        "schema:version": str(notice.version),
        "magdit:sha256": notice.mark,
        "dct:language": notice.language,
        "dct:title": {"@language": notice.language, "@value": notice.words.title},
        "dct:description": {"@language": notice.language, "@value": notice.words.body},
    }


def _party(party: Party, types: tuple[str, ...]) -> dict[str, Any]:
    told: dict[str, Any] = {"@id": party.id.urn, "@type": list(types), "dpv:hasIdentifier": str(party.id)}
    if party.name:
        told["schema:name"] = party.name
    return told


def _controller(controller: Controller) -> dict[str, Any]:
    return {
        "@id": controller.id.urn,
        "@type": ["dpv:DataController", "dpv:LegalEntity"],
        "dpv:hasIdentifier": str(controller.id),
        "schema:name": controller.name,
        "schema:address": controller.address,
        "schema:contactPoint": {"@type": "schema:ContactPoint", "schema:email": controller.email},
    }


def _authority() -> dict[str, Any]:
    row = terms.settled()["toezichthouder"]
    return {
        "@id": AUTHORITY,
        "@type": ["dpv:DataProtectionAuthority", "dpv:Authority"],
        "dpv:hasIdentifier": "AP",
        "schema:name": row["naam"],
        "schema:address": row["adres"],
        "schema:contactPoint": {"@type": "schema:ContactPoint", "schema:url": row["site"]},
    }
