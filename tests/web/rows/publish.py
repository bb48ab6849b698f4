"""Sending is for who made the post, and for who goes on with posts of the school once they were handed in."""

from datetime import timedelta
from uuid import uuid4

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.publication_words import seal_kept
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing, Ref
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

EDITORS = "communicatiemedewerker schoolleider"
READERS = "communicatiemedewerker administratie schoolleider beheerder cvb"


def handed_in(place: Place) -> Draft:
    """A post of the teacher of this place, that was handed in."""
    doing = Doing(Ref("persoon", str(place.teacher.pk)), place.board.pk, NOON)
    row = actions.begin(doing, place.school, place.teacher, role="leerkracht")
    words = Words("Morgen is het feest op school.")
    actions.change(doing, row.pk, version=row.version, words=words, medium="website", for_school=True)
    Draft.objects.filter(pk=row.pk).update(state="ter_goedkeuring")
    return row


def draft(place: Place) -> dict[str, object]:
    """The address of that post."""
    return {"draft": handed_in(place).pk}


def publication(place: Place) -> dict[str, object]:
    """A publication of the teacher of this place, to be placed by hand."""
    row, made = handed_in(place), uuid4()
    doing = Doing(Ref("persoon", str(place.teacher.pk)), place.board.pk, NOON)
    Publication.objects.create(
        pk=made, board=place.board, school=place.school, draft=row, medium="website", author=place.teacher,
        key=made.hex, sealed=seal_kept(doing, made, {"text": "Feest"}), made_at=NOON - timedelta(hours=1),
        rests_on={"pack": "osvs", "hash": "", "until": None},
    )  # fmt: skip
    return {"publication": made}


OWN = {"own": f"leerkracht {EDITORS}"}
SEEN = {"own": f"leerkracht {READERS}"}
MADE = {"draft_to_send": draft, "sent": publication}
ROWS = (
    Row("publish:send", about="draft_to_send", opens=OWN),
    Row("publish:state", about="sent", opens=SEEN),
    Row("publish:placed", about="sent", opens=SEEN, answer=302),
    Row("publish:package", about="sent", opens=SEEN, answer=302),
    Row("publish:retry", about="sent", opens=SEEN, answer=302),
)
