"""What a school published: for who wrote it and who answers for it; and for who is in it, or their parents."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Publication, PublishedPicture
from magdit.areas.drafts.publication_words import ref_out, seal_kept
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.registers.models import Appearance
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

READERS = "communicatiemedewerker administratie schoolleider beheerder fg cvb"
STAFF = "leerkracht communicatiemedewerker administratie schoolleider beheerder"
BOARD = "fg cvb"
SEES = {"own": f"leerkracht {READERS}", "class": READERS, "school": BOARD}
ENTERS = {"own": f"leerkracht {READERS}", "school": BOARD}
FAMILY = {"own": "ouder leerling"}


def a_publication(place: Place) -> dict[str, object]:
    """A photo of the pupil of this place, that their teacher put on the website."""
    made, picture = uuid4(), uuid4()
    doing = Doing(Ref("persoon", str(place.teacher.pk)), place.board.pk, NOON)
    Publication.objects.create(
        pk=made, board=place.board, school=place.school, medium="website", author=place.teacher, state="geplaatst",
        key=made.hex, sealed=seal_kept(doing, made, {"text": "Feest", "there": [], "pictures": []}),
        made_at=NOON - timedelta(days=1), published_at=NOON - timedelta(days=1), groups=[str(place.group.pk)],
        rests_on={"pack": "osvs", "version": "1", "hash": "", "until": None, "consents": [], "clauses": []},
    )  # fmt: skip
    PublishedPicture.objects.create(pk=picture, publication_id=made, sha256="0" * 64, width=320, height=240)
    files.keep_made(doing, ref_out(made), picture, files.CLEAN, [b"what a browser would be shown"])
    Appearance.objects.create(
        board=place.board, person=place.pupil, publication=made, channel="website", covers=["foto"], shown_at=NOON
    )
    return {"publication": made, "picture": picture}


def asks(place: Place, made) -> dict[str, object]:
    return {"publication": str(made["publication"])}


MADE = {"published": a_publication}
ROWS = (
    Row("publications:publications", "school", ENTERS),
    Row("publications:publication", "published", SEES),
    Row("publications:publication", "published", {"own": STAFF, "class": STAFF.removeprefix("leerkracht ")},
        sends={"do": "away", "why": "vergissing"}, answer=302, says="taken away"),
    Row("publications:publication", "published", sends={"do": "iets"}, says="a button that is not there"),
    Row("publications:picture", "published", SEES, shows=False),
    Row("publications:proof", "published", says="of which there is none"),
    Row("publications:trace", "school", {"own": READERS, "school": BOARD}),
    Row("publications:trace", "school", {"own": READERS, "school": BOARD}, sends={}, answer=422, says="of nothing"),
    Row("photos:of_whom", opens={"own": "all"}, answer=302, says="of whom there is one to choose"),
    Row("photos:photos", "published", FAMILY),
    Row("photos:photos", "published", FAMILY, sends=asks, answer=302, says="asked to go"),
    Row("photos:picture", "published", FAMILY, shows=False),
)  # fmt: skip
