"""Who stands around a child: a new guardian, what is known of authority, and a bond that ends."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import add_guardian, bond_guardian, change_authority, end_bond
from magdit.areas.people.at_school import everyone_of, pupils_and_staff_of
from magdit.areas.people.models import Guardianship, Person
from magdit.areas.people.queries import visible_bonds
from magdit.journeys.office_people import BONDS, last_change
from magdit.web.office.forms import opened, tell
from magdit.web.office.here import school_of
from magdit.web.office.people_forms import AUTHORITY_FIELDS, PERSON_FIELDS, ChangeAuthority, EndBond, NewGuardian
from magdit.web.office.searching import search
from magdit.web.room import NOT_THERE, room
from magdit.web.visit import Visit


@room
def guardian(visit: Visit, code: str, person: UUID) -> HttpResponse:
    """Someone around a child who was not there yet; perhaps known already, as the parent of a brother or sister."""
    school = school_of(visit, code)
    child = visit.one(pupils_and_staff_of(school, visit.today), pk=person)
    others = everyone_of(school, visit.today).exclude(pk=child.pk)
    found = search(visit, others) if not visit.sends or visit.request.POST.get("do") == "find" else None
    if found is not None and found.sent:
        return redirect("office:guardian", code, child.pk)
    known = found.people if found is not None else tuple(others.filter(pk__in=_typed_id(visit)))
    form = opened(visit, NewGuardian, known=known, initial={"authority": "onbekend"})
    if visit.sends and form.is_valid() and _bound(visit, child, form):
        messages.success(visit.request, _("Deze persoon staat er nu bij."))
        return redirect("office:person", code, child.pk)
    return render(visit.request, "office/guardian.html", {"school": school, "who": child, "form": form, "found": found})


@room
def authority(visit: Visit, code: str, person: UUID, bond: int) -> HttpResponse:
    """What is known of someone's authority over a child; or the end of the bond."""
    school = school_of(visit, code)
    child = visit.one(pupils_and_staff_of(school, visit.today), pk=person)
    seen = visible_bonds(visit.person, visit.today).filter(child=child).select_related("guardian", "child")
    held = visit.one(seen, pk=bond)
    ends = visit.sends and visit.request.POST.get("do") == "end"
    initial = {"authority": held.authority, "source": held.source, "since": held.since, "seen_version": held.version}
    form = ChangeAuthority(initial=initial) if ends else opened(visit, ChangeAuthority, initial=initial)
    ending = opened(visit, EndBond) if ends else EndBond(initial={"on": visit.today})
    told = {"school": school, "who": child, "bond": held, "form": form, "ending": ending}
    if visit.sends and (ending if ends else form).is_valid():
        try:
            _change(visit, held, form, ending if ends else None)
        except Refused as refused:
            told |= _refused(form, ending if ends else None, refused, held)
        else:
            messages.success(visit.request, _("Bewaard. Wat dit voor de toestemmingen betekent, telt meteen."))
            return redirect("office:person", code, child.pk)
    return render(visit.request, "office/authority.html", told)


def _typed_id(visit: Visit) -> list[UUID]:
    """Who was chosen of those who were found, when it is an id at all."""
    try:
        return [UUID(visit.request.POST.get("guardian", ""))]
    except ValueError:
        return []


def _bound(visit: Visit, child: Person, form: NewGuardian) -> bool:
    told = form.cleaned_data
    bond = {name: told[name] for name in ("relation", "authority", "source", "since")}
    try:
        if form.chosen is not None:
            bond_guardian(visit.doing, child_id=child.pk, guardian_id=form.chosen, **bond)
        else:
            named = {name: told[name] for name in ("called", "infix", "last", "email")}
            add_guardian(visit.doing, child_id=child.pk, **bond, **named)
    except Refused as refused:
        if refused.code in NOT_THERE:
            raise
        tell(form, refused, {**PERSON_FIELDS, **AUTHORITY_FIELDS})
        return False
    return True


def _change(visit: Visit, held: Guardianship, form: ChangeAuthority, ending: EndBond | None) -> None:
    if ending is not None:
        end_bond(visit.doing, held.pk, on=ending.cleaned_data["on"])
    else:
        change_authority(visit.doing, held.pk, **form.cleaned_data | {"seen_version": form.seen()})


def _refused(form: ChangeAuthority, ending: EndBond | None, refused: Refused, held: Guardianship) -> dict[str, object]:
    if refused.code in NOT_THERE:
        raise refused
    if ending is not None:
        tell(ending, refused, {"day_future": "on"})
        return {}
    if refused.code != "changed_meanwhile":
        tell(form, refused, AUTHORITY_FIELDS)
        return {}
    held.refresh_from_db()
    form.now_seen(held.version)
    return {"changed": last_change(held.child, BONDS), "meanwhile": True}
