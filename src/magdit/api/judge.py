"""Asking whether an act is allowed: the same words in and the same answer out as `magdit judge`."""

from __future__ import annotations

from typing import Any, Literal

from django.http import JsonResponse
from ninja import Body, Field, Schema
from pydantic import ConfigDict

from magdit.api.caller import Asked
from magdit.api.gate import Door
from magdit.api.people import CODE
from magdit.api.problems import Problem
from magdit.journeys.for_programs.judging import judge_at, judge_under

door = Door("Oordeel")
SCOPE = "oordeel"


class ActIn(Schema):
    """Een handeling, en waaronder die beoordeeld wordt: een protocol, of het protocol van een school."""

    model_config = ConfigDict(extra="forbid")

    feiten: dict[str, Any] = Field(description="De handeling, zoals `magdit judge` die leest.")
    protocol: str | None = Field(None, pattern=r"^[a-z0-9_-]+$", max_length=60)
    school: str | None = Field(None, pattern=CODE, max_length=60)
    layer: Literal["alles", "protocol", "wet", "bestuur", "school"] = "alles"


class AnswerOut(Schema):
    """Het antwoord. `oordeel` is het woord voor op het scherm; de rest is waarom, en wat zou helpen."""

    model_config = ConfigDict(extra="allow")

    protocol: str
    laag: str
    zoals_ingediend: str
    oordeel: str
    artikelen: list[str]


@door.post(
    "/judge", scope=SCOPE, answer=AnswerOut, summary="Mag dit?",
    example={"id": None, "protocol": "osvs", "laag": "alles", "zoals_ingediend": "mag_niet", "oordeel": "mag_niet",
             "artikelen": ["IV.6"]},
    asks={"application/json": {"protocol": "osvs", "feiten": {
        "wie": ["docent"], "handeling": "plaatsen", "medium": "instagram", "moment": "2026-03-03T14:00"}}},
)  # fmt: skip
def judge(request: Asked, told: Body[ActIn]) -> JsonResponse:
    """Wat niet gezegd is, is onbekend, nooit nee. Een feit dat we niet kennen, noemen we bij naam."""
    if (told.protocol is None) == (told.school is None):
        raise Problem("wrong_input", errors=["protocol, school: geef een van de twee."])
    if told.school is not None:
        return JsonResponse(judge_at(request.auth.school(told.school), told.feiten, layer=told.layer))
    return JsonResponse(judge_under(str(told.protocol), told.feiten, layer=told.layer))
