"""Sending is for who made the post, and for who goes on with posts of the school once they were handed in."""

from datetime import timedelta
from uuid import uuid4

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Draft, Picture, Publication, PublishedPicture
from magdit.areas.drafts.publication_words import ref_out, seal_kept
from magdit.areas.drafts.words import Words, ref
from magdit.areas.journal.doing import Doing, Ref
from magdit.journeys.publish.taking_down import PROOF
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

EDITORS = "communicatiemedewerker schoolleider"
READERS = "communicatiemedewerker administratie schoolleider beheerder fg cvb"


def handed_in(place: Place) -> Draft:
    """A post of the teacher of this place, that was handed in."""
    doing = _teacher(place)
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
    doing = _teacher(place)
    Publication.objects.create(
        pk=made, board=place.board, school=place.school, draft=row, medium="website", author=place.teacher,
        key=made.hex, sealed=seal_kept(doing, made, {"text": "Feest"}), made_at=NOON - timedelta(hours=1),
        rests_on={"pack": "osvs", "hash": "", "until": None},
    )  # fmt: skip
    return {"publication": made}


def picture_of_draft(place: Place) -> dict[str, object]:
    """A photo of that post, with its clean copy."""
    row, made = handed_in(place), uuid4()
    Picture.objects.create(pk=made, draft=row, kind="foto", sealed_name=b"", sha256="0" * 64, made_at=NOON)
    files.keep_made(_teacher(place), ref(row.pk), made, files.CLEAN, [b"beeld"])
    return {"draft": row.pk, "picture": made}


def picture_sent(place: Place) -> dict[str, object]:
    """A photo of that publication, and the picture that shows that it is gone."""
    sent, made = publication(place)["publication"], uuid4()
    row = Publication.objects.get(pk=sent)
    PublishedPicture.objects.create(pk=made, publication=row, sha256="0" * 64)
    Publication.objects.filter(pk=row.pk).update(proof_kept=True)
    for file, which in ((made, files.CLEAN), (row.pk, PROOF)):
        files.keep_made(_teacher(place), ref_out(row.pk), file, which, [b"beeld"])
    return {"publication": row.pk, "picture": made}


def _teacher(place: Place) -> Doing:
    return Doing(Ref("persoon", str(place.teacher.pk)), place.board.pk, NOON)


OWN = {"own": f"leerkracht {EDITORS}", "class": EDITORS}
SEEN = {"own": f"leerkracht {READERS}", "class": READERS, "school": "fg cvb"}
MADE = {
    "draft_to_send": draft, "sent": publication, "picture_to_send": picture_of_draft, "picture_sent": picture_sent,
}  # fmt: skip
ROWS = (
    Row("publish:send", about="draft_to_send", opens=OWN),
    Row("publish:state", about="sent", opens=SEEN),
    Row("publish:placed", about="sent", opens=SEEN, answer=302),
    Row("publish:package", about="sent", opens=SEEN, answer=302),
    Row("publish:retry", about="sent", opens=SEEN, answer=302),
    Row("publish:copy", about="picture_to_send", opens=OWN, shows=False),
    Row("publish:picture", about="picture_sent", opens=SEEN, shows=False),
    Row("publish:proof", about="picture_sent", opens=SEEN, shows=False),
)
