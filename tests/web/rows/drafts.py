"""Mag dit?: for whoever works at a school; a draft is its author's alone, as long as it was not handed in."""

from __future__ import annotations

from uuid import UUID, uuid4

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal.doing import Doing, Ref
from magdit.journeys.hand_in import roster, uploading
from tests.areas.conftest import NOON
from tests.journeys.hand_in.conftest import photo
from tests.web.row import Place, Row

STAFF = "leerkracht communicatiemedewerker administratie schoolleider beheerder"
OWN = {"own": STAFF}
FACE = {
    "id": "gezicht1", "x": 40, "y": 30, "w": 60, "h": 80, "score": 0.9, "source": "gezien", "fate": "open",
    "person": None,
}  # fmt: skip


def a_draft(place: Place) -> dict[str, object]:
    """A draft of the visitor at this place, or of its teacher where the visitor does not work; with a photo."""
    roster._kept.clear()  # each comes to a server that just started: what it remembers is no part of the table
    works_here = place.visitor if place.name == "own" else place.teacher
    author = works_here or place.teacher
    doing = Doing(Ref("persoon", str(author.pk)), place.board.pk, NOON)
    made = actions.begin(doing, place.school, author, role="leerkracht")
    picture = Picture(
        pk=uuid4(), kind="foto", sha256=uuid4().hex * 2, width=320, height=240, look="gezien", faces=[FACE]
    )
    files.keep_made(doing, ref(made.pk), picture.pk, files.PREVIEW, [photo()])
    kept = actions.add_picture(doing, made.pk, picture, name="strand.jpg")
    return {"draft": made.pk, "picture": kept.pk, "face": "gezicht1", "number": 0}


def _press(button: str):
    return lambda place, made: {"do": button, "version": "2"}


def an_upload(place: Place) -> dict[str, object]:
    """A picture of which the first piece is still to come, begun by the visitor or by its teacher elsewhere."""
    made = a_draft(place)
    works_here = place.visitor if place.name == "own" else place.teacher
    doing = Doing(Ref("persoon", str((works_here or place.teacher).pk)), place.board.pk, NOON)
    return {**made, "upload": uploading.start(doing, UUID(str(made["draft"])), name="strand.jpg", size=1000)}


MADE = {"draft": a_draft, "upload": an_upload}
ROWS = (
    Row("drafts:drafts", "school", OWN),
    Row("drafts:begin", "school", OWN),
    Row("drafts:begin", "school", OWN, sends={}, answer=302),
    Row("drafts:draft", "draft", OWN),
    Row("drafts:draft", "draft", OWN, sends=_press("hide-open"), answer=302),
    Row("drafts:draft", "draft", OWN, sends=_press("away"), answer=302, says="thrown away"),
    Row("drafts:upload", "draft", OWN, sends={"name": "strand.jpg", "size": "1000"}, answer=201),
    Row("drafts:piece", "upload", OWN, shows=False),
    Row("drafts:picture", "draft", OWN, shows=False),
    Row("drafts:sheet", "draft", says="of a photo there is none"),
    Row("drafts:face", "draft", OWN),
    Row("drafts:face", "draft", OWN, sends={"words": "merelle"}, answer=302),
    Row("installed:manifest", open=True, shows=False),
    Row("installed:worker", open=True, shows=False),
    Row("installed:shared", opens={"own": "all"}),
    Row("installed:shared", opens={"own": "all"}, sends={}, answer=303, open=True, says="not caught by the worker"),
)
