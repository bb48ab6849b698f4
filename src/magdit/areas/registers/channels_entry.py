"""What may be written down of an account or page: cleans, or refuses with a code. Writes nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.entry import free_text
from magdit.areas.people.models import Person, School
from magdit.areas.people.queries import roles_at
from magdit.areas.registers.models_channels import KINDS, ChannelAccount
from magdit.areas.registers.rules_channels import BY_HAND, MOST_CIRCULATION, ON_PAPER, is_safe_address, is_web_address
from magdit.connectors.connector import connectors
from magdit.words.circumstances import AUDIENCES
from magdit.words.vocabulary import Vocabulary

FIELDS = frozenset("medium kind name address audience owner under connector settings circulation".split())
BELONGS = ("pagina", "groep")  # what may be kept with an account
MOST_NAME, MOST_ADDRESS, MOST_SETTINGS = 120, 500, 2000


def channel_fields(
    doing: Doing, school: School | None, told: Mapping[str, Any], *, media: Vocabulary
) -> dict[str, Any]:  # fmt: skip
    """What was told of an account, as it is kept: all fields."""
    unknown = sorted(set(told) - FIELDS)
    if unknown:
        raise Refused("field_unknown", field=unknown[0])
    kind = _one_of(str(told.get("kind", "account")), {code for code, _ in KINDS}, field="soort")
    way = _one_of(str(told.get("connector") or BY_HAND), {BY_HAND, *connectors()}, field="publiceren via")
    return {
        "medium": _medium(str(told.get("medium", "")), media),
        "kind": kind,
        "name": _name(str(told.get("name", ""))),
        "address": _address(str(told.get("address", "")), signs_in=_signs_in(way)),
        "audience": _one_of(str(told.get("audience", "openbaar")), {one.code for one in AUDIENCES}, field="publiek"),
        "owner": _owner(doing, school, told.get("owner")),
        "under": _under(doing, school, told.get("under"), kind=kind),
        "connector": way,
        "settings": _settings(told.get("settings") or {}),
        "circulation": _circulation(told.get("circulation"), on_paper=kind == ON_PAPER),
    }


def _medium(code: str, media: Vocabulary) -> str:
    if code not in media:
        raise Refused("channel_medium")
    return media.code(code)


def _name(text: str) -> str:
    name = free_text(text, field="naam", most=MOST_NAME)
    if not name:
        raise Refused("channel_name")
    return name


def _signs_in(way: str) -> bool:
    """Whether something secret goes along with what is placed there."""
    connector = connectors().get(way)
    return connector is not None and any(ask.kind == "secret" for ask in connector.asks)


def _address(text: str, *, signs_in: bool) -> str:
    """Where it is. Who signs in there only goes over a sealed line."""
    address = text.strip()
    if len(address) > MOST_ADDRESS:
        raise Refused("name_long", field="adres", most=MOST_ADDRESS)
    if address and not is_web_address(address):
        raise Refused("channel_address")
    if address and signs_in and not is_safe_address(address):
        raise Refused("channel_address_open")
    return address


def _owner(doing: Doing, school: School | None, owner: Person | None) -> Person | None:
    """Who looks after it: someone who works there today."""
    if owner is None:
        return None
    if owner.board_id != doing.board or owner.removed_on is not None:
        raise Refused("not_yours")
    outside = ("leerling", "oud_leerling")
    roles = roles_at(school, doing.today) if school is not None else owner.roles.all()
    if not roles.filter(person=owner).exclude(role__in=outside).exists():
        raise Refused("channel_owner")
    return owner


def _under(
    doing: Doing, school: School | None, under: ChannelAccount | None, *, kind: str
) -> ChannelAccount | None:  # fmt: skip
    """The account with which a page or group is kept: of the same school, or of the whole board."""
    if under is None or kind not in BELONGS:
        return None
    if under.board_id != doing.board or under.school_id not in {None, school.pk if school else None}:
        raise Refused("not_yours")
    if under.under_id is not None or under.state == "gesloten":
        raise Refused("channel_under")
    return under


def _settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    kept = {str(name): value for name, value in settings.items() if value not in ("", None)}
    if len(json.dumps(kept, default=str)) > MOST_SETTINGS:
        raise Refused("name_long", field="instellingen", most=MOST_SETTINGS)
    return kept


def _circulation(number: Any, *, on_paper: bool) -> int | None:
    if not on_paper or number in (None, ""):
        return None
    if not isinstance(number, int) or not 1 <= number <= MOST_CIRCULATION:
        raise Refused("number_wrong", most=MOST_CIRCULATION)
    return number


def _one_of(code: str, accepted: Collection[str], *, field: str) -> str:
    if code not in accepted:
        raise Refused("choice_wrong", field=field, accepted=", ".join(sorted(accepted)))
    return code
