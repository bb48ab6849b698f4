"""The cards on the home page: what waits for whom, in which words, and where the one step leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.areas.consent.family import About
from magdit.areas.drafts.publications_queries import READERS as ANSWERERS
from magdit.areas.people.rights import KEEPERS
from magdit.areas.registers.rules_channels import READERS
from magdit.journeys.attention import AtSchool, Attention, Missing
from magdit.web.home import cards_asking, cards_breaches
from magdit.web.home.card import Card
from magdit.web.rooms import OFFICERS, STAFF, TASKERS, TEACHERS
from magdit.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Cards:
    """The one thing that people come for, what asks for attention, and where else one can go."""

    first: tuple[Card, ...]
    urgent: tuple[Card, ...]
    calm: tuple[Card, ...]


def cards_of(visit: Visit, found: Attention) -> Cards:
    """All cards of this visitor: their own first, then what waits at the schools where they work."""
    urgent = [card for about in found.family if about.open for card in (_asked(visit, about),)]
    urgent += list(cards_asking.waiting(visit, found.asked))
    urgent += list(cards_asking.answered(visit, found.answered))
    urgent += list(cards_breaches.running(visit, found.breaches))
    urgent += [card for at in found.schools for card in _waiting(visit, at)]
    calm = [_own(visit, about) for about in found.family if _is_calm(visit, about)]
    several = len(visit.schools) > 1
    calm += [*cards_asking.ways(visit), *_rooms(visit, several=several), *cards_breaches.ways(visit, several=several)]
    return Cards(tuple(_first(visit, several=several)), tuple(urgent), tuple(calm))


def _asked(visit: Visit, about: About) -> Card:
    own, number = about.person.pk == visit.person.pk, about.open
    name = about.person.called or about.person.last
    title = (
        visit.hears(
            ngettext("%(number)s vraag over uzelf", "%(number)s vragen over uzelf", number),
            ngettext("%(number)s vraag over jezelf", "%(number)s vragen over jezelf", number),
        )
        % {"number": number}
        if own
        else ngettext("%(number)s vraag over %(name)s", "%(number)s vragen over %(name)s", number)
        % {"number": number, "name": name}
    )
    return Card(title, _schools(about), _("Antwoord geven"), _page(about), "ask")


def _is_calm(visit: Visit, about: About) -> bool:
    """A child is always there; oneself only where something is asked."""
    return not about.open and (bool(about.questions) or about.person.pk != visit.person.pk)


def _own(visit: Visit, about: About) -> Card:
    own = about.person.pk == visit.person.pk
    title = _("Mijn toestemmingen") if own else about.person.called or about.person.last
    return Card(title, _schools(about), _("Bekijken of veranderen"), _page(about))


def _photos(visit: Visit, found: Attention) -> list[Card]:
    """Where they or their children are shown."""
    has_child = any(about.person.pk != visit.person.pk for about in found.family)
    if not has_child and not visit.is_one_of(("leerling",)):
        return []
    title = _("Foto’s van mijn kind") if has_child else _("Foto’s van mij")
    return [Card(title, "", _("Bekijken, of vragen om weghalen"), reverse("photos:of_whom"))]


def _page(about: About) -> str:
    return reverse("family:consents", args=[about.person.pk])


def _schools(about: About) -> str:
    return ", ".join(school.name for school, _questions in about.at)


def _waiting(visit: Visit, at: AtSchool) -> Iterator[Card]:
    """What waits at one school, as far as this visitor has to do with it."""
    school = at.school
    if visit.is_one_of(TASKERS, at=school) and at.tasks:
        yield _tasks(at, reverse("tasks:tasks", args=[school.code]), _("Weghalen"))
    elif visit.is_one_of(OFFICERS, at=school) and at.late:
        yield _tasks(at, reverse("officer:desk"), _("Bekijken"))
    if not visit.is_one_of(KEEPERS, at=school):
        return
    if at.round is not None and (at.round.people or not at.round.asked):
        yield _round(at, at.round)
    if at.letters:
        told = ngettext("%(n)s bericht kon niet weg", "%(n)s berichten konden niet weg", at.letters)
        yield Card(told % {"n": at.letters}, school.name, _("Naar de berichten"), _office("letters", at), "no")
    if at.uninvited:
        told = ngettext("%(n)s ouder kan nog niet inloggen", "%(n)s ouders kunnen nog niet inloggen", at.uninvited)
        yield Card(told % {"n": at.uninvited}, school.name, _("Uitnodigen"), _office("invitations", at), "ask")


def _round(at: AtSchool, missing: Missing) -> Card:
    """How far the round is, as the page of the round counts it."""
    numbers = {"n": missing.people, "asked": missing.asked}
    told = ngettext(
        "Van %(n)s van de %(asked)s leerlingen en medewerkers zijn nog niet alle antwoorden binnen",
        "Van %(n)s van de %(asked)s leerlingen en medewerkers zijn nog niet alle antwoorden binnen",
        missing.people,
    )
    title = told % numbers if missing.asked else _("De ronde loopt")
    return Card(title, at.school.name, _("Naar de ronde"), _office("round", at), "ask")


def _office(name: str, at: AtSchool) -> str:
    return reverse(f"office:{name}", args=[at.school.code])


def _tasks(at: AtSchool, address: str, step: str) -> Card:
    if at.late:
        told = ngettext("%(n)s keer te laat met weghalen", "%(n)s keer te laat met weghalen", at.late)
        return Card(told % {"n": at.late}, at.school.name, step, address, "no")
    told = ngettext("%(n)s keer iets weg te halen", "%(n)s keer iets weg te halen", at.tasks)
    return Card(told % {"n": at.tasks}, at.school.name, step, address, "ask")


def _first(visit: Visit, *, several: bool) -> Iterator[Card]:
    """The main job: whoever works at a school asks this before every post."""
    for school in visit.schools:
        if visit.is_one_of(STAFF, at=school):
            step = _("Mag dit bij %(school)s?") % {"school": school.name} if several else _("Mag dit?")
            where = _("Kies een foto of typ een tekst: u ziet meteen of het mag.")
            yield Card("", where, step, reverse("drafts:drafts", args=[school.code]))


def _rooms(visit: Visit, *, several: bool) -> Iterator[Card]:
    """Where someone works: the ways in that they use every day."""
    for school in visit.schools:
        where = school.name if several else ""
        if visit.is_one_of((*STAFF, *ANSWERERS), at=school):
            address = reverse("publications:publications", args=[school.code])
            yield Card(_("Publicaties"), where, _("Wat er geplaatst is, en wat er daarna mee gebeurde"), address)
        if visit.is_one_of(TEACHERS, at=school):
            address = reverse("classes:classes", args=[school.code])
            yield Card(_("Klassen"), where, _("Wie mag op de foto?"), address)
        if visit.is_one_of(READERS, at=school):
            address = reverse("accounts:accounts", args=[school.code])
            yield Card(_("Kanalen"), where, _("Accounts, pagina’s en afspraken met platforms"), address)
        if visit.is_one_of(KEEPERS, at=school):
            yield Card(_("Kantoor"), where, _("Rondes, papier en lijsten"), reverse("office:desk", args=[school.code]))
    if visit.is_one_of(OFFICERS):
        yield Card(_("Privacy"), "", _("Zoeken, gegevens van één persoon, cijfers"), reverse("officer:desk"))
