"""How a school stands, per class: a line per pupil, a column per item, yes, no or nothing yet. Never who said what."""

from __future__ import annotations

from django.db import transaction

from magdit.areas.consent.loading import PUPIL_ITEM
from magdit.areas.consent.models import Item
from magdit.areas.consent.queries import how_they_stand
from magdit.areas.consent.standing import Standing
from magdit.areas.journal.doing import Doing
from magdit.areas.people.exports.lists import NUMBER, groups_of, told, visible
from magdit.areas.people.exports.tables import OutTable
from magdit.areas.people.models import School
from magdit.areas.people.names import sort_key

HEAD = ("klas", NUMBER, "roepnaam", "voorvoegsel", "achternaam")


@transaction.atomic
def export_consents(doing: Doing, school: School) -> OutTable:
    """The consents of a school by class and name. A cell says what may be done today, not what somebody answered."""
    pupils = visible(doing, school)
    items = list(Item.objects.filter(board=school.board_id, asked_of=PUPIL_ITEM, active=True))
    standing = how_they_stand(school, doing.today, people=[one.pk for one in pupils], items=items)
    classes, _ = groups_of(school, doing.today)
    rows = []
    for one in sorted(pupils, key=lambda one: (classes.get(one.pk, []), sort_key(one))):
        cells = (_cell(standing.get((one.pk, item.pk))) for item in items)
        klas = ", ".join(classes.get(one.pk, []))
        rows.append((klas, str(one.pk), one.called or one.first, one.infix, one.last, *cells))
    return told(doing, school, OutTable("toestemmingen", (*HEAD, *(item.code for item in items)), tuple(rows)))


def _cell(standing: Standing | None) -> str:
    if standing is None:
        return ""
    if standing.yes:
        return "ja"
    if standing.is_refused:
        return "nee"
    return "nog geen ja" if standing.asking.is_asked else "niet gevraagd"
