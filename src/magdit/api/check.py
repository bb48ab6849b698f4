"""Checking a post with photos against the register. The photos are looked at and thrown away."""

from __future__ import annotations

from datetime import datetime

from django.http import JsonResponse
from ninja import Field, File, Form, Schema
from ninja.files import UploadedFile
from pydantic import ConfigDict

from magdit.api.caller import Asked
from magdit.api.check_told import facts_told, shown_told
from magdit.api.gate import MEGA, Door
from magdit.api.people import CODE, WORD
from magdit.api.problems import Problem
from magdit.check.draft.draft import Says
from magdit.journeys.for_programs.checking import HandedIn, check_handed_in
from magdit.norms.read_value import YEARS, near_on_the_wall

door = Door("Controle")
SCOPE = "controle"
MOST_PHOTOS = 10
MOST_BYTES = 60 * MEGA
OFTEN = 20  # a minute: a photo takes seconds
LONGEST_NAME = 150


class PostIn(Schema):
    """Het bericht, zoals u het zou plaatsen."""

    school: str = Field(pattern=CODE, max_length=60)
    role: str = Field(pattern=WORD, max_length=40, description="Wat de maker is, zoals `leerkracht`.")
    channel: str = Field(pattern=WORD, max_length=40, description="Waar het komt te staan, zoals `instagram`.")
    text: str = Field("", max_length=20_000, pattern=r"^[^\x00]*$")
    moment: datetime | None = Field(None, description="Wanneer het geplaatst wordt; zonder: nu.")
    purpose: str = Field("", pattern=r"^[a-z0-9_-]*$", max_length=60,
                         description="Waarvoor toestemming nodig is, zoals `school_laten_zien`.")  # fmt: skip
    facts: str = Field("", max_length=5_000, description='Wat u nog weet, als JSON-object: `{"betreft_school": true}`.')
    shown: str = Field(
        "", max_length=30_000,
        description="Wie erop staan, als JSON-lijst van `person`, `photo`, `face` (van links af geteld) en `hidden`.",
    )  # fmt: skip
    for_school: bool = Field(False, description="Namens de school.")
    nobody_shown: bool = Field(False, description="De maker keek: er is niemand te zien.")
    only_people_with_consent: bool = Field(False, description="De maker keek: niemand zonder toestemming staat erop.")
    no_longer_recognisable: bool = Field(False, description="De maker keek: niemand is nog te herkennen.")


class ReceiptOut(Schema):
    """De kwitantie: het oordeel en alles waarop het rust. Dezelfde als van `magdit check --json`."""

    model_config = ConfigDict(extra="allow")

    form: str
    moment: str
    as_handed_in: str
    verdict: str
    clauses: list[str]


@door.post(
    "/check", scope=SCOPE, answer=ReceiptOut, summary="Controleer een bericht met foto's", most=MOST_BYTES, often=OFTEN,
    example={"form": "magdit-receipt-1", "moment": "2026-03-03T14:00", "as_handed_in": "onzeker",
             "verdict": "eerst_weten", "clauses": ["IV.8"]},
    asks={"multipart/form-data": {"school": "de-linde", "role": "leerkracht", "channel": "website",
                                  "text": "Een mooie dag in het bos.", "moment": "2026-03-03T14:00"}},
)  # fmt: skip
def check(request: Asked, post: Form[PostIn], photos: File[list[UploadedFile]] = []) -> JsonResponse:  # noqa: B006  (ninja copies it)
    """Duurt seconden per foto. Foto's worden niet bewaard. Lukt het kijken niet, dan is het antwoord nooit `mag`."""
    school = request.auth.school(post.school)
    if not photos and not post.text.strip():
        raise Problem("wrong_input", errors=["text, photos: geef ten minste een van de twee."])
    if len(photos) > MOST_PHOTOS:
        raise Problem("wrong_input", errors=[f"photos: niet meer dan {MOST_PHOTOS} tegelijk."])
    handed = HandedIn(
        roles=(post.role,),
        channel=post.channel,
        moment=_on_the_wall(post.moment or request.auth.at),
        text=post.text,
        for_school=post.for_school,
        says=Says(post.nobody_shown, post.only_people_with_consent, post.no_longer_recognisable),
        photos=[(_named(photo), photo) for photo in photos],
        purpose=post.purpose,
        facts=facts_told(post.facts),
        shown=shown_told(post.shown),
    )
    return JsonResponse(check_handed_in(request.auth.doing, school, handed))


def _on_the_wall(moment: datetime) -> datetime:
    """A school's hours are those of the clock on its wall; a moment without a zone is that already."""
    told = near_on_the_wall(moment)
    if told is None:
        raise Problem("wrong_input", errors=[f"moment: dit ligt te ver weg; verwacht: {YEARS}."])
    return told


def _named(photo: UploadedFile) -> str:
    """The file name goes with the photo, so it is looked at; one that no computer can keep is refused."""
    name = photo.name or ""
    if not name.isprintable() or not 0 < len(name.encode(errors="replace")) <= LONGEST_NAME or "/" in name:
        raise Problem("wrong_input", errors=["photos: geef elk bestand een gewone naam."])
    return name
