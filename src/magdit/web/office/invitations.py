"""Who has no way in yet: by class or by name, invited by e-mail, or with a letter on paper that is made once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.check.tables.folded import folded
from magdit.journeys.invitations import Invited, Invitee, classes_at, invite, who_can_be_invited
from magdit.web.office.forms import Search, opened
from magdit.web.office.here import school_of
from magdit.web.office.letters import one_file
from magdit.web.room import room
from magdit.web.told import refusal
from magdit.web.visit import Visit

AT_ONCE = 50
SOUGHT = "office_invite_search"


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of the page: what kind it is, and the fifty that are shown. `before`, `after`: where the others are."""

    kind: str
    page: Page[Invitee]
    before: str = ""
    after: str = ""


@room
def invitations(visit: Visit, code: str) -> HttpResponse:
    """Everyone without a way in: by e-mail, on paper, and who was invited already."""
    school = school_of(visit, code)
    form = opened(visit, Search) if visit.request.POST.get("do") == "find" else None
    if visit.sends and form is None:
        return _sent(visit, school)
    if form is not None and form.is_valid():
        visit.request.session[SOUGHT] = form.cleaned_data["words"]
        return redirect("office:invitations", code)
    words, group = str(visit.request.session.get(SOUGHT, "")), visit.request.GET.get("klas", "")
    every = who_can_be_invited(school, visit.today)
    shown = [one for one in every if _is_meant(one, words, group)]
    told = {
        "school": school, "every": every, "words": words, "group": group, "counted": _counted(every),
        "form": form or Search(initial={"words": words}), "classes": classes_at(school, visit.today),
        "chosen": visit.kept.getlist("person") if visit.kept else [],  # chosen before the session ended
        "lists": [_list(kind, people, visit) for kind, people in _lists(shown).items() if people],
    }  # fmt: skip
    return render(visit.request, "office/invitations.html", told)


def _is_meant(one: Invitee, words: str, group: str) -> bool:
    if group and group not in {str(key) for key in one.groups}:
        return False
    parts = [part for word in words.split() if (part := folded(word))]
    return any(all(part in name for part in parts) for name in one.names)


def _counted(every: Iterable[Invitee]) -> list[str]:
    """How many of each kind, in words."""
    counts = Counter[str](one.kind for one in every)
    told = [
        ngettext("%(n)s ouder of verzorger", "%(n)s ouders en verzorgers", counts["ouder"]) % {"n": counts["ouder"]},
        ngettext("%(n)s leerling die zelf beslist", "%(n)s leerlingen die zelf beslissen", counts["leerling"])
        % {"n": counts["leerling"]},
        ngettext("%(n)s medewerker", "%(n)s medewerkers", counts["medewerker"]) % {"n": counts["medewerker"]},
    ]
    return [line for line, kind in zip(told, ("ouder", "leerling", "medewerker"), strict=True) if counts[kind]]


def _lists(people: Iterable[Invitee]) -> dict[str, list[Invitee]]:
    found: dict[str, list[Invitee]] = {"mail": [], "paper": [], "again": [], "again-paper": []}
    for one in people:
        kind = ("mail" if one.by_mail else "paper") if one.invited_on is None else "again"
        found[kind if one.invited_on is None or one.by_mail else "again-paper"].append(one)
    return found


def _list(kind: str, people: list[Invitee], visit: Visit) -> Listed:
    page = Paginator(people, AT_ONCE).get_page(visit.request.GET.get(kind))

    def at(number: int) -> str:
        asked = visit.request.GET.copy()
        asked[kind] = str(number)
        return f"?{asked.urlencode()}#{kind}"

    before = at(page.number - 1) if page.has_previous() else ""
    return Listed(kind, page, before, at(page.number + 1) if page.has_next() else "")


def _sent(visit: Visit, school: School) -> HttpResponse:
    here = redirect(visit.request.get_full_path())
    if visit.request.POST.get("do") == "everyone":
        visit.request.session.pop(SOUGHT, None)
        return redirect("office:invitations", school.code)
    chosen = visit.request.POST.getlist("listed" if "all" in visit.request.POST else "person")
    try:
        people = [UUID(one) for one in chosen[:AT_ONCE]]
    except ValueError:
        return here
    if not people:
        messages.warning(visit.request, _("Kies eerst wie u wilt uitnodigen."))
    done = invited(visit, people, school)
    return here if done is None or not done.papers else _letters(visit, done)


def invited(visit: Visit, people: Iterable[UUID], school: School) -> Invited | None:
    """Invite these, and tell how it went; None when somebody had a way in meanwhile."""
    try:
        done = invite(visit.doing, people, school=school)
    except Refused as refused:
        if refused.code != "not_to_invite":
            raise
        messages.info(visit.request, refusal(refused))
        return None
    _tell(visit, sent=len(done.sent), failed=len(done.failed))
    return done


def _letters(visit: Visit, done: Invited) -> HttpResponse:
    told = ngettext("%(count)d brief is gedownload.", "%(count)d brieven zijn gedownload.", done.papers)
    messages.success(visit.request, told % {"count": done.papers})
    return one_file(visit, done.letters, "uitnodigingen")


def _tell(visit: Visit, *, sent: int, failed: int) -> None:
    if sent:
        told = ngettext("%(count)d uitnodiging is verstuurd.", "%(count)d uitnodigingen zijn verstuurd.", sent)
        messages.success(visit.request, told % {"count": sent})
    if failed:
        wrong = ngettext(
            "%(count)d uitnodiging kwam niet weg. Kijk het e-mailadres na en probeer het opnieuw.",
            "%(count)d uitnodigingen kwamen niet weg. Kijk de e-mailadressen na en probeer het opnieuw.",
            failed,
        )
        messages.error(visit.request, wrong % {"count": failed})
