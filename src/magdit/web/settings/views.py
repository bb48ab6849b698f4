"""One's own settings: the language, how to sign in, and what else may be set."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.areas.drafts.asking_rules import OUTSIDE
from magdit.areas.people.api_keys import governed_schools, governs_board
from magdit.areas.people.rights import KEEPERS, LEADERS
from magdit.web.room import room
from magdit.web.visit import Visit


@room
def own(visit: Visit) -> HttpResponse:
    """The first page of this room: what is one's own, and the way to what someone may set for others."""
    led = [school for school in visit.schools if visit.is_one_of(LEADERS, at=school)]
    kept = [school for school in visit.schools if visit.is_one_of((*KEEPERS, *LEADERS), at=school)]
    whole_board = governs_board(visit.person, visit.today)
    told = {
        "led": led,
        "kept": kept,
        "whole_board": whole_board,
        "keys": whole_board or governed_schools(visit.person, visit.today).exists(),
        "roles": visit.roles,
        "answers": any(role.role not in OUTSIDE for role in visit.roles),
        "has_password": visit.account.has_usable_password(),
    }
    return render(visit.request, "settings/own.html", told)
