"""Answers on paper, as the office takes them in: with the scan, enciphered beside the database under the person's key.

The answer is of the day on the paper. A paper older than another answer of the same giver changes nothing. The same
paper with another day mends the day: new answers, with the day that it should have had.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.consent.actions import How, Place, placed, placed_all, spoken_at, store
from magdit.areas.consent.models import Answer, Item, ItemText, Scan
from magdit.areas.consent.queries import own_answers
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher, encipher
from magdit.areas.people.models import Person, School
from magdit.areas.people.rights import KEEPERS, require
from magdit.words.states import GIVEN

SOURCE, WRITTEN = "papier", "schriftelijk"
FIRST = date(2000, 1, 1)  # no paper that still counts was signed before
MOST = 10 * 1024 * 1024
SHORTEST = 16  # bytes: less than any page can be
STARTS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was handed in: who signed it, on which day, and its scan."""

    giver: Person
    signed_on: date
    scan: bytes


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A paper that was taken in: the scan with its answers. `again`: this very paper was there already."""

    scan: Scan
    answers: tuple[Answer, ...]
    again: bool = False


class PaperRefused(Exception):
    """Some answers on a paper are not taken, so none of it was; `reasons` has them by the id of the item."""

    def __init__(self, reasons: Mapping[UUID, Refused]) -> None:
        super().__init__("paper_refused")
        self.reasons = reasons


@transaction.atomic
def enter_on_paper(
    doing: Doing,
    person: Person,
    item: Item,
    *,
    giver: Person,
    yes: bool,
    signed_on: date,
    scan: bytes,
    text: ItemText | None = None,
    school: School | None = None,
) -> Answer:
    """Take in what a parent, pupil or employee answered on paper. A no counts from today, also if signed before."""
    paper = Paper(giver, signed_on, scan)
    meant = _meant(doing, placed(doing, person, item, school=school), paper, yes=yes)
    return _store(doing, meant, paper, _keep(doing, meant.place.person, scan), text)


@transaction.atomic
def enter_form(doing: Doing, person: Person, says: Mapping[Item, bool], paper: Paper, *, school: School) -> TakenIn:
    """Take in a whole form with one scan: all of its answers, or none when one of them is not taken.

    The same scan with the same answers of the same giver is the same paper: sent twice, it is taken in once.
    """
    if not says:
        raise Refused("paper_empty")
    require(doing, KEEPERS, school=school)
    kind_of(paper.scan)
    places = placed_all(doing, person, says, school=school)
    before = _taken_before(person, says, paper)
    if before is not None:
        return before
    meant: list[_Meant] = []
    refused: dict[UUID, Refused] = {}
    for item, yes in says.items():
        try:
            meant.append(_meant(doing, [places[item.pk]], paper, yes=yes))
        except Refused as reason:
            if reason.code in {"not_yours", "no_right"}:
                raise
            refused[item.pk] = reason
    if refused:
        raise PaperRefused(refused)
    kept = _keep(doing, person, paper.scan)
    return TakenIn(kept, tuple(_store(doing, one, paper, kept, None) for one in meant))


def answers_on(scan: Scan) -> QuerySet[Answer]:
    """The answers that stand on one paper, in the order of its questions."""
    return Answer.objects.filter(scan=scan).select_related("item", "giver", "person").order_by("item__order", "number")


@transaction.atomic
def open_scan(doing: Doing, answer: Answer) -> bytes:
    """The paper behind an answer, for who keeps the register; that it was opened stays in the journal."""
    _kept(doing, placed(doing, answer.person, answer.item))
    scan = answer.scan
    file = Ref("persoon", str(answer.person_id))
    path = _folder() / scan.path if scan is not None else None
    if scan is None or path is None or not path.is_file():
        raise Refused("scan_gone")
    data = decipher(doing.board, file, path.read_bytes(), label=f"scan|{scan.pk}")
    if data is None or sha256(data).hexdigest() != scan.mark:
        raise Refused("scan_gone")
    record(doing, "scan gezien", file, details={"scan": str(scan.pk)})
    return data


@dataclass(frozen=True, slots=True)
class _Meant:
    """An answer that may be taken in: where, by whom and in which role."""

    place: Place
    giver: Person
    role: str
    yes: bool


def _meant(doing: Doing, places: Sequence[Place], paper: Paper, *, yes: bool) -> _Meant:
    here = _kept(doing, places)
    _refuse_odd_day(paper.signed_on, here[0].person, today=doing.today)
    state = "gegeven" if yes else "geweigerd"
    giver = Person.objects.filter(pk=paper.giver.pk, board=doing.board, removed_on=None).first() or paper.giver
    place, role = spoken_at(doing, here, giver, state=state, form=WRITTEN)
    if yes:
        _refuse_older(place, giver, paper)
    return _Meant(place, giver, role, yes)


def _store(doing: Doing, meant: _Meant, paper: Paper, kept: Scan, text: ItemText | None) -> Answer:
    at = datetime.combine(paper.signed_on, time(12), tzinfo=SCHOOL_CLOCK)
    how = How(WRITTEN, min(at, doing.at) if meant.yes else doing.at, SOURCE, kept)
    return store(
        doing, meant.place, giver=meant.giver, role=meant.role, state="gegeven" if meant.yes else "geweigerd",
        text=text, verb="toestemming op papier" if meant.yes else "weigering op papier", how=how,
    )  # fmt: skip


def _taken_before(person: Person, says: Mapping[Item, bool], paper: Paper) -> TakenIn | None:
    """This paper, when it was taken in already, with this day, and nobody answered otherwise since."""
    mark = sha256(paper.scan).hexdigest()
    rows = Answer.objects.filter(person=person, giver=paper.giver, item__in=list(says)).select_related("scan")
    last = {row.item_id: row for row in rows.order_by("number")}
    found = [last.get(item.pk) for item in says]
    same = [
        row
        for row, yes in zip(found, says.values(), strict=True)
        if row is not None and row.scan is not None and row.scan.mark == mark and (row.state in GIVEN) == yes
        if not yes or row.at.astimezone(SCHOOL_CLOCK).date() == paper.signed_on
    ]
    scans = {row.scan_id: row.scan for row in same}
    if len(same) != len(says) or len(scans) != 1:
        return None
    scan = next(iter(scans.values()))
    return None if scan is None else TakenIn(scan, tuple(same), again=True)


def _kept(doing: Doing, places: Sequence[Place]) -> Sequence[Place]:
    """The schools of these whose register is kept by who takes the paper in; refused when there is none."""
    found, refused = [], []
    for place in places:
        try:
            require(doing, KEEPERS, school=place.loaded.school)
            found.append(place)
        except Refused as reason:
            refused.append(reason)
    if not found:
        raise refused[0]
    return found


def _refuse_odd_day(signed_on: date, person: Person, *, today: date) -> None:
    if signed_on > today:
        raise Refused("paper_in_future")
    if signed_on < FIRST or (person.born is not None and signed_on < person.born):
        raise Refused("paper_too_early", first=max(FIRST, person.born or FIRST))


def _refuse_older(place: Place, giver: Person, paper: Paper) -> None:
    """A yes on paper may not slip over what the same giver said on the same day or later, but on this very paper."""
    signed_on, mark = paper.signed_on, sha256(paper.scan).hexdigest()
    on_it = set(Answer.objects.filter(person=place.person, scan__mark=mark).values_list("number", flat=True))
    mine = [one for one in own_answers(place.loaded, giver, place.person, place.item) if one.number not in on_it]
    later = [one.on for one in mine if one.on > signed_on or (one.on == signed_on and one.state not in GIVEN)]
    if later:
        raise Refused("paper_too_old", day=max(later).isoformat())


def kind_of(data: bytes) -> str:
    """What kind of file a scan is, by its first bytes; refused when it is none, cut off, or too large."""
    if not data:
        raise Refused("no_scan")
    if len(data) > MOST:
        raise Refused("scan_too_big", most=MOST // 1024 // 1024)
    start = next((start for start in STARTS if data.startswith(start)), None)
    if start is None:
        raise Refused("not_a_scan")
    if len(data) < SHORTEST:
        raise Refused("scan_cut_off")
    return STARTS[start]


def _keep(doing: Doing, person: Person, data: bytes) -> Scan:
    """Encipher a scan and lay it beside the database. Its type is told by its first bytes, not by its name."""
    scan = Scan(person=person, mark=sha256(data).hexdigest(), media_type=kind_of(data), taken_in_at=doing.at)
    scan.path = f"{str(scan.pk)[:2]}/{scan.pk}-{uuid4().hex[:8]}"
    sealed = encipher(doing, Ref("persoon", str(person.pk)), data, label=f"scan|{scan.pk}")
    path = _folder() / scan.path
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_bytes(sealed)
    path.chmod(0o600)
    scan.save(force_insert=True)
    return scan


def _folder() -> Path:
    return Path(settings.DATA) / "bestanden" / "scans"
