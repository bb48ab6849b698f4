"""The privacy officer hands someone a file with all that is held about them; that it was made stays in the journal.

A ZIP with a page to read, the same as JSON, and the proof of every answer as linked data. Its name tells nobody.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass

from django.db import transaction

from magdit.areas.consent.held import evidence_held
from magdit.areas.journal.actions import seen
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.people.queries import schools_ever_of
from magdit.areas.people.rights import require_any
from magdit.journeys.export_person.gather import gathered
from magdit.journeys.export_person.write import as_json, as_page

OFFICER = ("fg",)


@dataclass(frozen=True, slots=True)
class Handed:
    """A file to hand over."""

    name: str
    content: bytes


@transaction.atomic
def hand_over(doing: Doing, person: Person) -> Handed:
    """Make the file, and write that down. For the FG of the board, or of a school of theirs, now or then."""
    if person.board_id != doing.board or person.removed_on is not None:
        raise Refused("not_yours")
    require_any(doing, OFFICER, schools=list(schools_ever_of(person)))
    held = gathered(doing, person)
    files = {"gegevens.html": as_page(held), "gegevens.json": as_json(held), **_proof(doing, person)}
    about = Ref("persoon", str(person.pk))
    seen(doing, about, "uitvoer", details={"regels": sum(len(section.rows) for section in held.sections)})
    return Handed(f"gegevens-{doing.today.isoformat()}-{str(person.pk)[:8]}.zip", _packed(doing, files))


def _proof(doing: Doing, person: Person) -> dict[str, bytes]:
    """The proof of the answers; left out where one of them cannot be proven whole: what was said stands in the rest."""
    try:
        document = evidence_held(person, at=doing.at, on=doing.today)
    except Refused as refused:
        if refused.code in {"not_yours", "no_right"}:
            raise
        return {}
    return {"bewijs.jsonld": json.dumps(document, ensure_ascii=False, indent=2, default=str).encode()}


def _packed(doing: Doing, files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, doing.at.timetuple()[:6]), content)
    return out.getvalue()
