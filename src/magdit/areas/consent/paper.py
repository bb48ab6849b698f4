"""Answers on paper, as the office takes them in: with the scan, enciphered beside the database under the person's key.

The answer is of the day on the paper. A paper older than another answer of the same giver changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from magdit.areas.consent.actions import How, Place, placed, spoken_at, store
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
MOST = 10 * 1024 * 1024
STARTS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


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
    places = _kept(doing, placed(doing, person, item, school=school))
    if signed_on > doing.today:
        raise Refused("paper_in_future")
    state = "gegeven" if yes else "geweigerd"
    giver = Person.objects.filter(pk=giver.pk, board=doing.board, removed_on=None).first() or giver
    place, role = spoken_at(doing, places, giver, state=state, form=WRITTEN)
    if yes:
        _refuse_older(place, giver, signed_on)
    kept = _keep(doing, place.person, scan)
    at = datetime.combine(signed_on, time(12), tzinfo=SCHOOL_CLOCK)
    how = How(WRITTEN, min(at, doing.at) if yes else doing.at, SOURCE, kept)
    verb = "toestemming op papier" if state in GIVEN else "weigering op papier"
    return store(doing, place, giver=giver, role=role, state=state, text=text, verb=verb, how=how)


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


def _refuse_older(place: Place, giver: Person, signed_on: date) -> None:
    """A yes on paper may not slip over what the same giver said on the same day or later."""
    mine = own_answers(place.loaded, giver, place.person, place.item)
    later = [one.on for one in mine if one.on > signed_on or (one.on == signed_on and one.state not in GIVEN)]
    if later:
        raise Refused("paper_too_old", day=max(later).isoformat())


def _keep(doing: Doing, person: Person, data: bytes) -> Scan:
    """Encipher a scan and lay it beside the database. Its type is told by its first bytes, not by its name."""
    if not data:
        raise Refused("no_scan")
    if len(data) > MOST:
        raise Refused("scan_too_big", most=MOST // 1024 // 1024)
    kind = next((kind for start, kind in STARTS.items() if data.startswith(start)), None)
    if kind is None:
        raise Refused("not_a_scan")
    scan = Scan(person=person, mark=sha256(data).hexdigest(), media_type=kind, taken_in_at=doing.at)
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
