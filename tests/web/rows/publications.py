"""What a school published: for who wrote it and who answers for it; and for who is in it, or their parents."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Draft, Publication, PublishedPicture
from magdit.areas.drafts.publication_words import ref_out, seal_kept
from magdit.areas.drafts.turns import POST, give_turn
from magdit.areas.drafts.words import Words, seal_words
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Person
from magdit.areas.registers.archive import Found, keep_found
from magdit.areas.registers.models import Appearance, ArchiveTask
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

READERS = "communicatiemedewerker administratie schoolleider beheerder fg cvb"
STAFF = "leerkracht communicatiemedewerker administratie schoolleider beheerder"
BOARD = "fg cvb"
SEES = {"own": f"leerkracht {READERS}", "class": READERS, "school": BOARD}
ENTERS = {"own": f"leerkracht {READERS}", "school": BOARD}
TASKERS = {"own": "communicatiemedewerker administratie schoolleider beheerder"}
HEADS = {"own": "schoolleider cvb", "class": "schoolleider cvb", "school": "cvb"}
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


def an_archive_task(place: Place) -> dict[str, object]:
    """Something that stood online before magdit."""
    doing = Doing(Ref("systeem", "test"), place.board.pk, NOON)
    found = Found("a", "1", "zeker", [("osvs", "IV.M8")], NOON, {"place": "https://x.example/reis", "title": "Reis"})
    keep_found(doing, place.school, "b", medium="website", found=[found], may=(), is_whole=True)
    return {"task": ArchiveTask.objects.get(school=place.school).pk}


def a_held_post(place: Place) -> dict[str, object]:
    """A planned post of someone who left, with its turn at the head of the school."""
    doing = Doing(Ref("systeem", "test"), place.board.pk, NOON)
    left = Person.objects.create(board=place.board, first="Ilse", last="Weg")
    row = Draft(
        pk=uuid4(), board=place.board, school=place.school, author=left, role="leerkracht", medium="website",
        state="ingepland", planned=NOON, made_at=NOON, changed_at=NOON,
    )  # fmt: skip
    row.sealed = seal_words(doing, row, Words("Morgen is er sportdag."))
    row.save(force_insert=True)
    ladder = [("schoolleiding", ""), ("bestuur", "")]
    give_turn(doing, place.school, kind=POST, subject=row.pk, ladder=ladder, due=NOON, author=left.pk)
    return {"draft": row.pk}


MADE = {"published": a_publication, "old": an_archive_task, "held": a_held_post}
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
    Row("publications:archive", "school", TASKERS),
    Row("publications:archive_task", "old", {**TASKERS, "class": TASKERS["own"]}),
    Row("publications:archive_task", "old", {**TASKERS, "class": TASKERS["own"]},
        sends={"do": "done", "proof": "weg"}, answer=302, says="done"),
    Row("publications:archive_task", "old", sends={"do": "iets"}, says="a button that is not there"),
    Row("publications:held", "held", HEADS),
    Row("publications:held", "held", HEADS, sends={"do": "drop"}, answer=302, says="dropped"),
    Row("publications:held", "held", sends={"do": "iets"}, says="a button that is not there"),
    Row("photos:of_whom", opens={"own": "all"}, answer=302, says="of whom there is one to choose"),
    Row("photos:photos", "published", FAMILY),
    Row("photos:photos", "published", FAMILY, sends=asks, answer=302, says="asked to go"),
    Row("photos:picture", "published", FAMILY, shows=False),
)  # fmt: skip
