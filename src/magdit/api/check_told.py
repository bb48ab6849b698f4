"""What a program tells beside a post: facts, and who is in the photos. JSON in a field of the form, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ninja import Schema
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from magdit.api.parsing import strict_json
from magdit.api.problems import Problem
from magdit.journeys.for_programs.checking import ShownIn
from magdit.norms.read_act import ACT_KEYS

# What magdit looks at itself, or asks in a field of its own; told as a fact it would undo that look.
NOT_TO_TELL = frozenset("wie handeling medium moment in_beeld inhoud".split()) | set(ACT_KEYS)
MOST_SHOWN = 200


class PersonIn(Schema):
    """Iemand op een foto, met het id uit `GET /schools/{school}/people`."""

    model_config = ConfigDict(extra="forbid")

    person: str = Field(max_length=60)
    photo: str = Field("", max_length=150)
    face: int | None = Field(None, ge=1, le=10_000)
    hidden: bool = False


def facts_told(text: str) -> Mapping[str, object]:
    """The facts, by name."""
    read = _read(text, "facts", {})
    if not isinstance(read, dict):
        raise Problem("wrong_input", errors=['facts: geef een JSON-object, zoals {"betreft_school": true}.'])
    wrong = sorted(set(read) & NOT_TO_TELL)
    if wrong:
        raise Problem("wrong_input", errors=[f"facts: '{name}' hoort hier niet bij." for name in wrong])
    return read


def shown_told(text: str) -> tuple[ShownIn, ...]:
    """Who is in the photos, in the order given."""
    try:
        found = TypeAdapter(list[PersonIn]).validate_python(_read(text, "shown", []))
    except ValidationError as error:
        places = sorted({".".join(str(part) for part in one["loc"]) or "0" for one in error.errors()})
        raise Problem("wrong_input", errors=[f"shown[{place}]: dit kan hier niet." for place in places[:5]]) from None
    if len(found) > MOST_SHOWN:
        raise Problem("wrong_input", errors=[f"shown: niet meer dan {MOST_SHOWN} mensen."])
    return tuple(ShownIn(one.person, one.photo, one.face, hidden=one.hidden) for one in found)


def _read(text: str, field: str, instead: object) -> Any:
    try:
        return strict_json(text) if text.strip() else instead
    except (ValueError, RecursionError):
        raise Problem("wrong_input", errors=[f"{field}: dit is geen geldige JSON."]) from None
