"""From what was seen and said to the facts of an act, each with who said it. What was not looked at stays unknown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from magdit.check.draft.attempts import NotLooked
from magdit.check.draft.draft import Draft
from magdit.check.draft.look import LANGUAGE, Looked, SeenText
from magdit.check.draft.own_word import not_theirs
from magdit.check.draft.reconcile import Subject
from magdit.check.images.trace_kinds import TraceKind
from magdit.check.text.finding import Finding
from magdit.check.text.mend import first_name_only
from magdit.norms.catalogue import Fact
from magdit.words.roles import AUTHOR

PERSONAL = frozenset(
    "phone email address postcode handle bsn iban plate dob pupil_number result health credential".split()
)
# A finding that only a person can weigh raises the fact; it never settles it.
RAISES: Mapping[str, tuple[str, ...]] = {
    "confidential": ("vertrouwelijk", "niet_voor_verspreiding"),
    "copyright": ("auteursrecht",),
    "forwarded": ("niet_voor_verspreiding",),
    "tone:insult": ("kwetsend", "fatsoen_overschreden", "aanstootgevend", "lastigvallen"),
    "tone:threat": ("kwetsend", "fatsoen_overschreden", "lastigvallen"),
    "tone:bullying": ("kwetsend", "fatsoen_overschreden", "lastigvallen"),
    "tone:discrimination": ("kwetsend", "fatsoen_overschreden", "aanstootgevend"),
    "tone:coarse": ("kwetsend", "fatsoen_overschreden", "aanstootgevend"),
    "about_person": ("kwetsend", "schaadt_anderen"),
    "secrecy": ("onprofessioneel",),
    "extreme": ("extreme_uiting", "aanstootgevend"),
    "substances": ("verdovende_middelen", "schaadt_naam"),
}
# Only a protocol that speaks of it itself is asked about it: the fact that shows that it does.
ASKED_BY: Mapping[str, str] = {"extreme": "extreme_uiting", "substances": "verdovende_middelen"}
EMBARGO = "embargo"
WORD = re.compile(r"[^\W\d_]+")
TOLD = {"bron": "opgegeven", "door": AUTHOR}
JUDGED = {"bron": "oordeel", "door": "een ander"}
SETTLED = {"bron": "register"}
# What is certainly a citizen number, an account or a password is not for the author to say away.
SECRETS = frozenset({"bsn", "iban", "credential", "pupil_number"})
SECRET_FACTS = frozenset({"persoonsgegevens", "wachtwoord_zichtbaar"})
MEASURED = ("persoonsgegevens", "wachtwoord_zichtbaar", EMBARGO)


def act_of(
    draft: Draft, looked: Looked, people: tuple[Subject, ...] | None, *, known: Mapping[str, Fact]
) -> dict[str, Any]:
    """The act as `magdit judge` would read it. The author's own facts win from what was measured, and say so.

    `known` are the facts that the protocols at hand speak of: what none of them asks is not raised.
    """
    draft = replace(draft, told=_that_counts(draft, looked, known))
    act: dict[str, Any] = {
        "wie": list(draft.roles),
        "handeling": draft.action,
        "medium": draft.medium,
        # At half a minute past five it is past five.
        "moment": draft.moment.isoformat(timespec="seconds" if draft.moment.second else "minutes"),
        "inhoud": _content(draft, looked),
        **_capacity(draft),
        **_measured(draft, looked),
    }
    sources = {name: {"bron": "gemeten"} for name in ("inhoud", *_measured(draft, looked))}
    sources |= {name: dict(TOLD) for name in _capacity(draft)}
    if people is not None:
        act["in_beeld"] = [_person(subject, draft) for subject in people]
    if draft.leaves is not None:
        act["akkoorden"] = [dict(leave) for leave in draft.leaves]
    act["vlaggen"] = sorted((_raised(draft, looked, known) | _unsettled(act, draft)).intersection(known))
    for name, value in draft.told.items():
        if name in SECRET_FACTS and _has_secret(looked):
            continue
        act[name] = value
        sources[name] = dict(JUDGED if name in draft.judged else TOLD)
    act |= draft.settled
    sources |= {name: dict(SETTLED) for name in draft.settled}
    act["herkomst"] = sources
    return act


def left_to_others(draft: Draft, looked: Looked, known: Mapping[str, Fact]) -> frozenset[str]:
    """What the author told that another judges: it stays open, and asking the author again does not help."""
    return not_theirs(draft, known, _flagged(looked, known))


def _that_counts(draft: Draft, looked: Looked, known: Mapping[str, Fact]) -> Mapping[str, object]:
    """What the author told and may tell, and what another judged."""
    dropped = left_to_others(draft, looked, known)
    return {**{name: value for name, value in draft.told.items() if name not in dropped}, **draft.judged}


def still_open(draft: Draft, looked: Looked) -> tuple[NotLooked, ...]:
    """What nobody looked at. Words in another language a person can read: whoever told how they are, did.

    Each fact that goes by language was raised as well, so that what this protocol asks stays open until it is told.
    """
    was_read = any(fact in draft.told for fact in {*_judged_by_people(), *MEASURED})
    return tuple(miss for miss in looked.not_looked if miss.what != LANGUAGE or not was_read)


def is_personal(finding: Finding, seen: SeenText, draft: Draft) -> bool:
    """Whether a finding gives away more of someone than a first name."""
    if finding.type in PERSONAL:
        return True
    return finding.type == "name" and _shows_surname(finding, seen.text, draft)


def _shows_surname(finding: Finding, text: str, draft: Draft) -> bool:
    people = [draft.roster.by_id[i] for i in finding.person or () if i in draft.roster.by_id] if draft.roster else []
    written = text[finding.start : finding.end]
    return not people or all(first_name_only(text, finding, person).new != written for person in people)


def _content(draft: Draft, looked: Looked) -> list[str]:
    content = ["tekst"] if draft.text.strip() else []
    content += ["foto"] if looked.photos else []
    content += ["video"] if any(film.has_picture for film in looked.films) else []
    content += ["geluid"] if any(film.has_sound for film in looked.films) else []
    return content


def _capacity(draft: Draft) -> dict[str, Any]:
    """Speaking for the school is done with the school's account; anything else the author says themselves."""
    return {"hoedanigheid": "namens_school", "account": "school"} if draft.for_school else {}


def _measured(draft: Draft, looked: Looked) -> dict[str, Any]:
    facts = {
        "persoonsgegevens": _personal_data(draft, looked),
        "disclaimer": _said(looked, "disclaimer", "disclaimer"),
        # Who says that this is their own view has said in what capacity; who does not, may have said it otherwise.
        "hoedanigheid_vermeld": _said(looked, "disclaimer", "hoedanigheid_vermeld") or None,
        "functie_vermeld": _said(looked, "self_identification", "functie_vermeld"),
        "locatie_in_bestand": _place_told(looked),
        "wachtwoord_zichtbaar": _found(looked, "credential", "wachtwoord_zichtbaar"),
        "embargo": _embargo(looked),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _personal_data(draft: Draft, looked: Looked) -> bool | None:
    """Yes when one is certain, no when all finders looked and found none, unknown between those.

    Without a roster nobody looked for names: then words that look like one leave it open.
    """
    found = [(f, seen) for seen in looked.texts for f in seen.findings if is_personal(f, seen, draft)]
    if any(finding.certainty == "zeker" for finding, _ in found):
        return True
    missed = any("persoonsgegevens" not in seen.facts_looked_at for seen in looked.texts)
    missed = missed or (draft.roster is None and any(_may_hold_a_name(seen.text) for seen in looked.texts))
    return None if found or missed else False


def _may_hold_a_name(text: str) -> bool:
    """Whether a word has a capital that is not the first of its sentence, as every whole name has."""
    capitals = (found.start() for found in WORD.finditer(text) if found[0][0].isupper())
    return any(text[:start].rstrip(' \t"“‘(')[-1:] not in {"", "\n", ".", "!", "?"} for start in capitals)


def _said(looked: Looked, kind: str, fact: str) -> bool | None:
    """Whether the post itself says this; unknown when nobody could look, or not in this language."""
    post = next((seen for seen in looked.texts if seen.where == "tekst"), None)
    if post is None:
        return None
    said = any(finding.type == kind and finding.certainty == "zeker" for finding in post.findings)
    return said if said or fact in post.facts_looked_at else None


def _has_secret(looked: Looked) -> bool:
    """Whether a finder is certain of something that may never go out."""
    found = (finding for seen in looked.texts for finding in seen.findings)
    return any(finding.type in SECRETS and finding.certainty == "zeker" for finding in found)


def _place_told(looked: Looked) -> bool:
    traces = [trace for seen in looked.photos for trace in seen.photo.traces]
    traces += [trace for film in looked.films for trace in film.traces]
    return any(trace.kind is TraceKind.GPS for trace in traces)


def _found(looked: Looked, kind: str, fact: str) -> bool | None:
    """Whether something was found for certain anywhere; unknown when it only may be, or when nobody could look."""
    found = [finding for seen in looked.texts for finding in seen.findings if finding.type == kind]
    if any(finding.certainty == "zeker" for finding in found):
        return True
    return False if not found and all(fact in seen.facts_looked_at for seen in looked.texts) else None


def _embargo(looked: Looked) -> bool | None:
    """No embargo when all words were looked at and none speaks of one; otherwise a person says."""
    spoken = any(EMBARGO in _facts_of(finding) for seen in looked.texts for finding in seen.findings)
    return False if not spoken and all(EMBARGO in seen.facts_looked_at for seen in looked.texts) else None


def _raised(draft: Draft, looked: Looked, known: Collection[str]) -> set[str]:
    """The facts that a finding asks a person to weigh; also those that a finder should have looked at and did not."""
    raised = _flagged(looked, known)
    everything = {fact for kind, facts in RAISES.items() if _is_asked(kind, known) for fact in facts}
    for seen in looked.texts:
        raised |= {fact for fact in everything if _was_missed(fact, seen, looked)}
    return raised - set(draft.told)


def _flagged(looked: Looked, known: Collection[str]) -> set[str]:
    """The facts that a finder saw a reason for."""
    asked = [finding for seen in looked.texts for finding in seen.findings if _is_asked(finding.type, known)]
    return {fact for finding in asked for fact in _facts_of(finding)}


def _is_asked(kind: str, known: Collection[str]) -> bool:
    return kind not in ASKED_BY or ASKED_BY[kind] in known


def _judged_by_people() -> set[str]:
    return {fact for facts in RAISES.values() for fact in facts}


def _unsettled(act: Mapping[str, Any], draft: Draft) -> set[str]:
    """What was measured without an answer is raised, so that it never counts as no."""
    return {fact for fact in MEASURED if fact not in act and fact not in draft.told}


def _facts_of(finding: Finding) -> Iterable[str]:
    is_embargo = finding.type == "confidential" and "embargo" in finding.reason.code
    return (EMBARGO,) if is_embargo else RAISES.get(finding.type, ())


def _was_missed(fact: str, seen: SeenText, looked: Looked) -> bool:
    return fact not in seen.facts_looked_at and any(miss.where == seen.where for miss in looked.not_looked)


def _roles(subject: Subject) -> str | list[str] | None:
    """What the author says that someone is; of who is more than one thing at the school, all of that too."""
    listed = subject.person
    if listed is None or not listed.more:
        return subject.role
    return list(dict.fromkeys(role for role in (subject.role, *listed.roles) if role))


def _person(subject: Subject, draft: Draft) -> dict[str, Any]:
    person: dict[str, Any] = {
        "naam": subject.label,
        "rol": _roles(subject),
        "geboortedatum": subject.born,
        "herkenbaar": subject.recognisable,
        "genoemd": subject.named,
        "bovenkleding": subject.outerwear,
        "hoorbaar": subject.audible,
        "herkomst": {fact: {"door": source} for fact, source in subject.sources.items()},
    }
    if subject.person is not None and subject.person.id in draft.bonds:
        person["relatie"] = draft.bonds[subject.person.id]
        person["herkomst"]["relatie"] = dict(SETTLED)
    if subject.with_consent:
        person["toestemming"] = "gegeven"
        person["herkomst"]["toestemming"] = {"door": AUTHOR}
    elif subject.person is not None and draft.consents is not None:
        person["toestemmingen"] = [dict(record) for record in draft.consents.of(subject.person.id)]
    return {key: value for key, value in person.items() if value is not None}
