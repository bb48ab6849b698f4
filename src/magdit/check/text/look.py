"""Looks at a text with every finder. Gathers, settles what overlaps, leaves out what the school itself makes public.

A finder that fails is not caught here: whoever asks must know that a text was not looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from magdit.check.tables.roster import Roster
from magdit.check.text.allow import AllowList
from magdit.check.text.finders import (
    about_person,
    address,
    birth_date,
    bsn,
    confidential,
    credential,
    disclaimer,
    email,
    embargo,
    extreme,
    forwarded,
    handle,
    health,
    iban,
    names,
    phone,
    plate,
    postcode,
    pupil_number,
    result,
    rights,
    secrecy,
    self_identification,
    substances,
    tone,
    url,
)
from magdit.check.text.finding import Finding
from magdit.check.text.settle import settled
from magdit.check.text.text import Text
from magdit.check.text.tone_model import find as tone_model


@dataclass(frozen=True, slots=True)
class Finder:
    """One finder: its name, the types it reports, and the facts of an act it speaks about."""

    name: str
    types: tuple[str, ...]
    facts: tuple[str, ...]
    find: Callable[[Text, Roster], tuple[Finding, ...]]

    @property
    def reads_language(self) -> bool:
        """Whether it goes by words and sentences, so that it says nothing about a text in another language."""
        return any(kind.startswith("tone:") or kind in OF_LANGUAGE for kind in self.types)


# Numbers, addresses and the names of the roster are the same in every language; these are not.
OF_LANGUAGE = frozenset(
    {
        *("confidential", "disclaimer", "self_identification", "copyright", "forwarded", "substances", "extreme"),
        *("about_person", "secrecy", "health", "result", "credential"),
    }
)


def _of_text(find: Callable[[Text], tuple[Finding, ...]]) -> Callable[[Text, Roster], tuple[Finding, ...]]:
    return lambda text, roster: find(text)


_PERSONAL = ("persoonsgegevens",)

FINDERS: tuple[Finder, ...] = (
    Finder("names", ("name",), ("in_beeld", "genoemd", "persoonsgegevens"), names.find),
    Finder("email", ("email",), _PERSONAL, _of_text(email.find)),
    Finder("url", ("url",), ("inhoud",), _of_text(url.find)),
    Finder("handle", ("handle",), _PERSONAL, _of_text(handle.find)),
    Finder("phone", ("phone",), _PERSONAL, _of_text(phone.find)),
    Finder("iban", ("iban",), _PERSONAL, _of_text(iban.find)),
    Finder("bsn", ("bsn",), _PERSONAL, _of_text(bsn.find)),
    Finder("postcode", ("postcode",), _PERSONAL, _of_text(postcode.find)),
    Finder("address", ("address",), _PERSONAL, _of_text(address.find)),
    Finder("plate", ("plate",), _PERSONAL, _of_text(plate.find)),
    Finder("birth_date", ("dob",), _PERSONAL, _of_text(birth_date.find)),
    Finder("pupil_number", ("pupil_number",), _PERSONAL, pupil_number.find),
    Finder("result", ("result",), _PERSONAL, _of_text(result.find)),
    Finder("health", ("health",), _PERSONAL, _of_text(health.find)),
    Finder("credential", ("credential",), ("wachtwoord_zichtbaar",), _of_text(credential.find)),
    Finder(
        "confidential", ("confidential",), ("vertrouwelijk", "niet_voor_verspreiding"),
        _of_text(confidential.find),
    ),
    Finder("embargo", ("confidential",), ("embargo",), _of_text(embargo.find)),
    Finder("disclaimer", ("disclaimer",), ("disclaimer", "hoedanigheid_vermeld"), _of_text(disclaimer.find)),
    Finder(
        "self_identification", ("self_identification",), ("functie_vermeld", "hoedanigheid_vermeld"),
        _of_text(self_identification.find),
    ),
    Finder("rights", ("copyright",), ("auteursrecht",), _of_text(rights.find)),
    Finder("forwarded", ("forwarded",), ("auteursrecht", "niet_voor_verspreiding"), _of_text(forwarded.find)),
    Finder("substances", ("substances",), ("verdovende_middelen", "schaadt_naam"), _of_text(substances.find)),
    Finder("extreme", ("extreme",), ("extreme_uiting", "aanstootgevend"), _of_text(extreme.find)),
    Finder("about_person", ("about_person",), ("kwetsend", "schaadt_anderen"), _of_text(about_person.find)),
    Finder("secrecy", ("secrecy",), ("onprofessioneel",), _of_text(secrecy.find)),
    Finder(
        "tone", ("tone:insult", "tone:threat", "tone:bullying", "tone:discrimination", "tone:coarse"),
        ("kwetsend", "fatsoen_overschreden", "aanstootgevend", "lastigvallen"), _of_text(tone.find),
    ),
    Finder(
        "tone_model", ("tone:insult", "tone:threat", "tone:bullying", "tone:discrimination", "tone:coarse"),
        ("kwetsend", "fatsoen_overschreden", "aanstootgevend", "lastigvallen"), _of_text(tone_model.find),
    ),
)  # fmt: skip

NOBODY = Roster(people=())


def look_at(text: str, roster: Roster | None = None, allow: AllowList | None = None) -> tuple[Finding, ...]:
    """All findings in a text, a caption or a file name, in the order of the text."""
    folded = Text.of(text)
    people = roster or NOBODY  # once: asking whether a roster is empty counts its people
    found = [finding for finder in FINDERS for finding in finder.find(folded, people)]
    return settle(text, found, allow=allow)


def settle(text: str, found: list[Finding], *, allow: AllowList | None = None) -> tuple[Finding, ...]:
    """For whoever runs the finders one by one: the same end result as `look_at`."""
    if allow is None:
        return settled(found)
    public = [finding for finding in found if allow.allows(finding, text)]
    # What stands inside the school's own address goes with it, but never a name: noor@school.nl is still Noor.
    inside = {other for other in found for own in public if own.start <= other.start and other.end <= own.end}
    return settled(finding for finding in found if finding not in inside or finding.type == "name")
