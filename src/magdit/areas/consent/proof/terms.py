"""Our words as terms of the Data Privacy Vocabulary (DPV), and the context in which they are written. No fetching.

The context stands in every document itself, so that reading a proof never asks another computer what a word means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from magdit.areas.consent.books import channel_told
from magdit.areas.consent.texts.catalogue import DATA, purposes
from magdit.words.media import MEDIA
from magdit.words.states import CONSENT_STATES, COVERS, FORMS
from magdit.words.vocabulary import Vocabulary

CONTEXT: Mapping[str, Any] = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "dpv-27560": "https://w3id.org/dpv/schema/dpv-27560#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "loc": "https://w3id.org/dpv/loc#",
    "magdit": "urn:magdit:",
    "pd": "https://w3id.org/dpv/pd#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DATA_TERMS = {"foto": "pd:Picture", "naam": "pd:Name", "geluid": "pd:VoiceCommunicationRecording"}
GIVERS: Mapping[str, tuple[str, ...]] = {
    "ouder": ("dpv:ParentOfDataSubject", "dpv:GuardianOfDataSubject"),
    "voogd": ("dpv:GuardianOfDataSubject",),
    "leerling": ("dpv:DataSubject",),
    "zelf": ("dpv:DataSubject",),
}
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "leerling": ("dpv:DataSubject", "dpv:Student"),
    "medewerker": ("dpv:DataSubject", "dpv:Employee"),
}
VALID = frozenset({"dpv:ConsentGiven", "dpv:RenewedConsentGiven"})


def reference(term: str) -> dict[str, Any]:
    """A term as a reference, never as mere text."""
    return {"@id": term}


def labels(words: Mapping[str, str]) -> list[dict[str, str]]:
    """The same said in several languages."""
    return [{"@language": language, "@value": told} for language, told in words.items()]


def state_term(state: str) -> str:
    """The status of DPV for one of our states."""
    return f"dpv:{_english(CONSENT_STATES, state)}"


def purpose_term(code: str) -> dict[str, Any]:
    """A purpose: our own, since none fits exactly, under the term of DPV that is nearest."""
    known = purposes().get(code)
    told: dict[str, Any] = {"@id": f"magdit:doel:{code}", "@type": "dpv:Purpose"}
    told["skos:broader"] = reference(known.term if known and known.term else "dpv:Purpose")
    told["skos:prefLabel"] = labels(known.words) if known else code.replace("_", " ")
    return told


def data_terms(covers: tuple[str, ...]) -> list[dict[str, Any]]:
    """The kinds of personal data that something covers."""
    return [
        reference(DATA_TERMS[cover])
        if cover in DATA_TERMS
        else {
            "@id": f"magdit:gegeven:{cover}",
            "@type": "dpv:PersonalData",
            "skos:prefLabel": labels({"nl": COVERS.dutch(cover), "en": _english(COVERS, cover)}),
        }
        for cover in covers
    ]


def recipient(channel: str, media: Vocabulary = MEDIA) -> dict[str, Any]:
    """Who gets to see what goes through a channel."""
    row, named = _recipient(channel, media), channel_told(channel, media)
    return {
        "@id": f"magdit:ontvanger:{channel}",
        "@type": ["dpv:Recipient", "dpv:ThirdParty"] if row.get("derde") else ["dpv:Recipient"],
        "skos:prefLabel": labels({tongue: row[tongue].replace("{kanaal}", named[tongue]) for tongue in named}),
    }


def is_third_party(channel: str, media: Vocabulary = MEDIA) -> bool:
    """Whether the channel belongs to someone with purposes of their own."""
    return bool(_recipient(channel, media).get("derde"))


def form_label(form: str) -> list[dict[str, str]]:
    """How something was expressed."""
    return labels({"nl": FORMS.dutch(form), "en": _english(FORMS, form)})


@cache
def settled() -> Mapping[str, Any]:
    """What every proof says besides the answer: authority, places, terms, rights."""
    return tomllib.loads((DATA / "bewijs.toml").read_text(encoding="utf-8"))


def _recipient(channel: str, media: Vocabulary) -> Mapping[str, Any]:
    rows: Mapping[str, Mapping[str, Any]] = settled()["ontvanger"]
    # A chat of a company is first of all social media: that says most about who gets it.
    above = media.above(channel) if channel in media else frozenset()
    wider = sorted(above, key=lambda code: (code != "sociale_media", code))
    found = next((code for code in (channel, *wider) if code in rows), "anders")
    return rows[found]


def _english(words: Any, code: str) -> str:
    return str(next(word.english for word in words if word.code == code))
