"""The fields that a consent record must have (ISO/IEC TS 27560, guide of DPV §7.2, and the GDPR). Fails closed.

The same list stands as SHACL shapes beside the tests, where another program holds records against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from magdit.areas.journal.refused import Refused
from magdit.words.states import CONSENT_STATES

Path = tuple[str, ...]
STATES = frozenset(f"dpv:{word.english}" for word in CONSENT_STATES)
UTC_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
SHA256 = re.compile(r"[0-9a-f]{64}")
# What a person is told when it is missing, and where it stands.
FIELDS: Mapping[str, Path] = {
    "versie van het schema": ("dct:conformsTo", "@id"),
    "nummer van het bewijs": ("dpv:hasIdentifier",),
    "over wie": ("dpv:hasDataSubject", "dpv:hasIdentifier"),
    "welke tekst": ("dpv:hasNotice", "dpv:hasIdentifier"),
    "versie van de tekst": ("dpv:hasNotice", "schema:version"),
    "merk van de tekst": ("dpv:hasNotice", "magdit:sha256"),
    "taal van de tekst": ("dpv:hasNotice", "dct:language"),
    "taal": ("dct:language",),
    "doel": ("dpv:hasProcess", "dpv:hasPurpose"),
    "soort gegevens": ("dpv:hasProcess", "dpv:hasPersonalData"),
    "wat ermee gebeurt": ("dpv:hasProcess", "dpv:hasProcessing"),
    "verantwoordelijke": ("dpv:hasProcess", "dpv:hasDataController", "@id"),
    "plaats en duur van bewaren": ("dpv:hasProcess", "dpv:hasStorageCondition"),
    "ontvangers": ("dpv:hasProcess", "dpv:hasRecipient"),
    "land": ("dpv:hasProcess", "dpv:hasJurisdiction", "@id"),
    "grondslag": ("dpv:hasProcess", "dpv:hasLegalBasis"),
    "rechten": ("dpv:hasProcess", "dpv:hasRight"),
    "hoe intrekken": ("dpv:hasProcess", "dpv:hasConsentControl", "skos:prefLabel"),
    "toezichthouder": ("dpv:hasProcess", "dpv:hasAuthority", "@id"),
    "staat": ("dpv:hasConsentStatus", "@type"),
    "moment": ("dpv:hasConsentStatus", "dpv:isIndicatedAtTime", "@value"),
    "geldig tot": ("dpv:hasConsentStatus", "dpv:hasDuration", "rdf:value"),
    "wie het zei": ("dpv:hasConsentStatus", "dpv:isIndicatedBy", "@id"),
}
ENTITY_FIELDS: Mapping[str, Path] = {
    "nummer": ("dpv:hasIdentifier",),
    "naam": ("schema:name",),
    "adres": ("schema:address",),
    "contact": ("schema:contactPoint",),
    "soort": ("@type",),
}
READABLE: Mapping[str, tuple[Path, Callable[[Any], bool]]] = {
    "nummer van het bewijs": (("dpv:hasIdentifier",), lambda value: _is_random_uuid(value)),
    "merk van de tekst": (("dpv:hasNotice", "magdit:sha256"), lambda value: bool(SHA256.fullmatch(str(value)))),
    "staat": (("dpv:hasConsentStatus", "@type"), lambda value: value in STATES),
    "moment": (
        ("dpv:hasConsentStatus", "dpv:isIndicatedAtTime", "@value"),
        lambda value: bool(UTC_MOMENT.fullmatch(str(value))),
    ),
}


def missing(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the fields that are not there, empty, or not readable."""
    found = [name for name, path in FIELDS.items() if not _at(record, path)]
    found += [name for name, (path, reads) in READABLE.items() if name not in found and not reads(_at(record, path))]
    return (*found, *_of_entities(record))


def hold(record: Mapping[str, Any]) -> None:
    """Refuse a record that is not whole: half a proof proves nothing."""
    lacking = missing(record)
    if lacking:
        raise Refused("proof_incomplete", missing=", ".join(lacking))


def _of_entities(record: Mapping[str, Any]) -> Iterator[str]:
    entities = record.get("dpv:hasEntity") or []
    controller = _at(record, FIELDS["verantwoordelijke"])
    if controller not in [entity.get("@id") for entity in entities]:
        yield "wie de verantwoordelijke is"
    for entity in entities:
        whose = "van de verantwoordelijke" if entity.get("@id") == controller else "van de toezichthouder"
        for name, path in ENTITY_FIELDS.items():
            if not _at(entity, path):
                yield f"{name} {whose}"
        contact = entity.get("schema:contactPoint") or {}
        if not (contact.get("schema:email") or contact.get("schema:url")):
            yield f"bereikbaarheid {whose}"


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _is_random_uuid(value: Any) -> bool:
    try:
        return UUID(str(value)).version == 4
    except ValueError:
        return False
