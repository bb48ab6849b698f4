"""What the author says of the faces in a draft, and of the children to look for. Nothing here compares a face."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.actions import confirm, held, set_faces, shortlist, touched
from magdit.areas.drafts.models import FATES, HIDDEN, PERSON, Draft, Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.rights import signed
from magdit.journeys.hand_in.faces import DRAWN
from magdit.journeys.hand_in.judging import HIDDEN_WELL, ONLY_WITH_CONSENT
from magdit.journeys.hand_in.roster import kept_roster

SAYS_OF_CHILD = ("ja", "nee")


@transaction.atomic
def say_of_faces(
    doing: Doing, picture: Picture, faces: Iterable[str], *, fate: str, version: int, person: UUID | None = None
) -> Draft:
    """Hide these faces, name whose they are, or leave them open; by whom and when is kept with each."""
    if fate not in FATES:
        raise Refused("no_such_face")
    if person is not None and str(person) not in kept_roster(picture.draft.school, doing.today).by_id:
        raise Refused("not_yours")
    if fate == PERSON and person is None:
        raise Refused("no_such_person")
    chosen, known = set(faces), {face["id"] for face in picture.faces}
    if not chosen or not chosen <= known:
        raise Refused("no_such_face")
    said = {"fate": fate, **signed(doing)}
    now = [{**face, **said, **_whose(face, fate, person)} if face["id"] in chosen else face for face in picture.faces]
    _refuse_twice(picture, now)
    return keep_faces(doing, picture, now, version=version)


@transaction.atomic
def remove_face(doing: Doing, picture: Picture, face: str, *, version: int) -> Draft:
    """Take a box away that is around no face. Of what the finder saw, the journal remembers who said so."""
    gone = next((one for one in picture.faces if one["id"] == face), None)
    if gone is None:
        raise Refused("no_such_face")
    if gone["source"] != DRAWN:
        record(doing, "geen gezicht", ref(picture.draft_id), details={"beeld": picture.pk, "kader": face})
    return keep_faces(doing, picture, [one for one in picture.faces if one["id"] != face], version=version)


@transaction.atomic
def merge_faces(doing: Doing, picture: Picture, faces: Iterable[str], *, version: int) -> Draft:
    """Several boxes around one face become one, around all of them; what was said of the first counts.

    Of a film they stay apart: each number is hidden by itself, in its own seconds.
    """
    chosen = [face for face in picture.faces if face["id"] in set(faces)]
    if len(chosen) < 2 or picture.kind != "foto":
        raise Refused("no_such_face")
    first, gone = chosen[0], {face["id"] for face in chosen[1:]}
    whole = {**first, **_around(chosen)}
    now = [whole if face["id"] == first["id"] else face for face in picture.faces if face["id"] not in gone]
    return keep_faces(doing, picture, now, version=version)


@transaction.atomic
def say_of_children(doing: Doing, draft: Draft, said: dict[str, str], *, version: int, nobody_else: bool) -> Draft:
    """Of each child without a yes: is it in the pictures? `nobody_else`: nor is anyone else without a yes."""
    if not set(said.values()) <= set(SAYS_OF_CHILD):
        raise Refused("no_such_person")
    row = held(doing, draft.pk, version=version)
    row = touched(doing, row, shortlist=shortlist(doing, row, said))
    return confirm(doing, row.pk, version=row.version, fact=ONLY_WITH_CONSENT, value=nobody_else or None)


def keep_faces(doing: Doing, picture: Picture, faces: list[dict[str, Any]], *, version: int) -> Draft:
    """Other faces hidden: whoever said that nobody is recognisable any more has not seen this."""
    row = set_faces(doing, picture, faces, version=version)
    if HIDDEN_WELL in row.told and _hidden(faces) != _hidden(picture.faces):
        row = confirm(doing, row.pk, version=row.version, fact=HIDDEN_WELL, value=None)
    picture.faces = faces
    return row


def _refuse_twice(picture: Picture, faces: Iterable[dict[str, Any]]) -> None:
    """Nobody is in one photo twice: the second face is someone else's. In a film a face may come back."""
    named = [face["person"] for face in faces if face["person"]]
    if picture.kind == "foto" and len(set(named)) < len(named):
        raise Refused("face_twice")


def _hidden(faces: Iterable[dict[str, Any]]) -> set[str]:
    return {face["id"] for face in faces if face["fate"] == HIDDEN}


def _whose(face: dict[str, Any], fate: str, person: UUID | None) -> dict[str, Any]:
    """Who it is stays known when the face is hidden: a child whose face is covered is still in the picture."""
    if fate == PERSON or person is not None:
        return {"person": str(person)}
    return {"person": face.get("person") if fate == HIDDEN else None}


def _around(faces: Iterable[dict[str, Any]]) -> dict[str, int]:
    boxes = list(faces)
    left, top = min(one["x"] for one in boxes), min(one["y"] for one in boxes)
    right, bottom = max(one["x"] + one["w"] for one in boxes), max(one["y"] + one["h"] for one in boxes)
    return {"x": left, "y": top, "w": right - left, "h": bottom - top}
