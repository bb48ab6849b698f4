"""What may be written down about a person: names, birth date, e-mail, language. Cleans, or refuses with a code.

And what is kept as it was typed: a source, a proof, a name of a mapping.
"""

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
_AN_ADDRESS_OF_A_MACHINE = re.compile(r"@\[")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_LANGUAGE = re.compile(r"([a-z]{2,3})(-[A-Z][A-Za-z]{1,3})?", re.ASCII)
# ISO 639-1, and what else is spoken at Dutch schools: Papiamento, Tarifit, Sranan, Dari, Kurmanji, Low Saxon.
LANGUAGES = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    arc ary arz aii ckb din fil hbo kab kea kmr ku lad nds pap pcm prs rhg rif rmn rom rup sgh shi srn swc syr tzm yue
    zgh zza""".split()
)


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
    if _AN_ADDRESS_OF_A_MACHINE.search(address):
        raise Refused("email_wrong")
    return address


def language(code: str) -> str:
    """A language as the web writes it: nl, ar, pap, zh-Hans."""
    found = _LANGUAGE.fullmatch(code)
    if found is None or found[1] not in LANGUAGES:
        raise Refused("language_wrong")
    return code


def birth(day: date | None, *, today: date) -> date | None:
    """A birth date that can be one."""
    if day is not None and not OLDEST <= day <= today:
        raise Refused("born_wrong")
    return day


def not_long_ago(day: date | None, born: date | None) -> None:
    """Refuse a day of someone's time at school that lies before they were born, or centuries ago."""
    if day is not None and day < max(OLDEST, born or OLDEST):
        raise Refused("day_long_ago")


def free_text(text: str, *, field: str, most: int) -> str:
    """What was typed freely, on one line: without what nobody can see, and never cut off in silence."""
    seen = "".join(" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text))
    kept = " ".join("".join(sign for sign in seen if unicodedata.category(sign) not in _UNSEEN).split())
    if len(kept) > most:
        raise Refused("name_long", field=field, most=most)
    return kept
