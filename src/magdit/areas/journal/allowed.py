"""What may stand open in a line: numbers, yes or no, codes, ids, days and marks. No names, no free text.

This guards against accidents, not against malice: a first name in small letters looks like a code. A personal value
belongs in `personal=`, where it is enciphered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from magdit.areas.journal.doing import Ref
from magdit.areas.journal.refused import Refused

MOST = 10**8  # beyond any count of ours; nine digits is a BSN or a telephone number
CODE = re.compile(r"[a-z0-9]+(?:[._:/-][a-z0-9]+)*")
CLAUSE = re.compile(r"(?=.*\d)[A-Za-z0-9]+(?:[._:/-][A-Za-z0-9]+)*")  # IV.M8: no name holds a digit
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?")
IDENTITY = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[0-9a-f]{64}")
POSTCODE = re.compile(r"\d{4}[a-zA-Z]{2}")
ROW = re.compile(r"\d{1,18}")
VERB = re.compile(r"[a-z][a-z0-9_.: -]{0,59}")
PERSONAL = frozenset(
    "naam name voornaam achternaam roepnaam first last called infix geboortedatum born birth email e-mail mail adres"
    " address telefoon phone bsn opmerking toelichting tekst note text reden".split()
)


def check_ref(ref: Ref) -> None:
    """Refuse something that is named by anything but a code and an opaque id."""
    identity = IDENTITY.fullmatch(ref.id) or ROW.fullmatch(ref.id) or is_code(ref.id)
    if not (CODE.fullmatch(ref.kind) and len(ref.kind) <= 40 and identity and len(ref.id) <= 64):
        raise Refused("not_a_ref", kind=ref.kind)


def check_verb(verb: str) -> None:
    """Refuse a verb that is no short code."""
    if not VERB.fullmatch(verb):
        raise Refused("not_a_verb")


def plain(details: Mapping[str, Any]) -> dict[str, Any]:
    """The details as plain JSON; refused when one of them could be a personal value."""
    return {_key(key): _value(value, key) for key, value in details.items()}


def is_code(text: str) -> bool:
    """A code of ours: no blanks, no more digits than a count has, not a postcode."""
    shape = CODE.fullmatch(text) or (len(text) <= 20 and CLAUSE.fullmatch(text))
    digits = sum(sign.isdigit() for sign in text)
    return bool(shape) and len(text) <= 80 and digits <= 8 and not text.isdigit() and not POSTCODE.fullmatch(text)


def _key(key: str) -> str:
    if not isinstance(key, str) or key.lower() in PERSONAL or not CODE.fullmatch(key.lower()):
        raise Refused("personal_in_details", key=key)
    return key


def _value(value: Any, key: str) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) < MOST:
        return int(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, UUID) or (isinstance(value, str) and _is_open(value)):
        return str(value)
    if isinstance(value, Mapping):
        return plain(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_value(one, key) for one in (value if isinstance(value, (list, tuple)) else sorted(value))]
    raise Refused("personal_in_details", key=key)


def _is_open(text: str) -> bool:
    return not text or bool(IDENTITY.fullmatch(text) or DAY.fullmatch(text)) or is_code(text)
