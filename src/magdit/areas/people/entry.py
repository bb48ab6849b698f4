"""What may be written down about a person: names, birth date, e-mail, language. Cleans, or refuses with a code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from magdit.areas.journal.refused import Refused
from magdit.areas.people.clean_names import LENGTHS, clean

OLDEST = date(1900, 1, 1)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?", re.ASCII)


PERSON_FIELDS = frozenset({"first", "called", "infix", "last", "born", "email", "language", "institution", "shielded"})


def person_fields(told: Mapping[str, Any], *, institution: bool, today: date) -> dict[str, Any]:
    """What was told of a person, as it is kept. A field that a person does not have is refused by name."""
    unknown = sorted(set(told) - PERSON_FIELDS)
    if unknown:
        raise Refused("field_unknown", field=unknown[0])
    return {field: _kept(field, value, institution=institution, today=today) for field, value in told.items()}


def _kept(field: str, value: Any, *, institution: bool, today: date) -> Any:
    if field in LENGTHS:
        return clean(str(value), field=field, institution=institution)
    if field == "born":
        return birth(value, today=today)
    if field == "email":
        return email(value)
    return language(value) if field == "language" else bool(value)


def email(text: str) -> str:
    """An address of e-mail, or nothing when empty."""
    address = unicodedata.normalize("NFC", text).strip()
    if not address:
        return ""
    try:
        validate_email(address)
    except ValidationError:
        raise Refused("email_wrong") from None
    return address


def language(code: str) -> str:
    """A language as the web writes it: nl, ar, pap, zh-Hans."""
    if not _LANGUAGE.fullmatch(code):
        raise Refused("language_wrong")
    return code


def birth(day: date | None, *, today: date) -> date | None:
    """A birth date that can be one."""
    if day is not None and not OLDEST <= day <= today:
        raise Refused("born_wrong")
    return day
