"""What the letters in the tray have to say today, filled from the rows. Sends nothing.

A letter about which there is nothing left to say (all was answered meanwhile) is not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from django.conf import settings

from magdit.areas.consent.asking.overview import titles
from magdit.areas.consent.loading import Loaded
from magdit.areas.consent.models import Item, Letter, Request
from magdit.areas.consent.proof.spoken import paper_language
from magdit.areas.consent.rounds.handover import BECAUSE, Handover, coming_handovers
from magdit.areas.consent.rounds.letters import Audience, LetterValues
from magdit.areas.consent.rounds.queries import Wanted, wanted
from magdit.areas.journal.doing import Doing
from magdit.areas.people.at_school import classes_of
from magdit.areas.people.models import School
from magdit.areas.people.names import whole
from magdit.norms.act import age_on

OPEN_NAME = "{naam}"


def letter_values(doing: Doing, school: School, waiting: Iterable[Letter]) -> Mapping[UUID, LetterValues]:
    """What each of these letters of one school says, by its id."""
    listed = list(waiting)
    if not listed:
        return {}
    open_, loaded = wanted(school, doing.today, people={letter.request.person_id for letter in listed})
    left, classes = {one.person: one for one in open_}, classes_of(school, list(loaded.people), doing.today)
    says = _Says(doing, school, loaded, left, _coming(doing, school, listed), classes)
    found = {letter.pk: says.of(letter) for letter in listed}
    return {key: values for key, values in found.items() if values is not None}


def still_needed(doing: Doing, school: School, waiting: Iterable[Letter]) -> frozenset[UUID]:
    """Which of these letters of one school still have something to say; the same as above, without the words."""
    listed = list(waiting)
    if not listed:
        return frozenset()
    open_, loaded = wanted(school, doing.today, people={letter.request.person_id for letter in listed})
    coming = _coming(doing, school, listed)
    says = _Says(doing, school, loaded, {one.person: one for one in open_}, coming, {})
    return frozenset(
        letter.pk
        for letter in listed
        if (letter.request.person_id in coming if letter.kind == BECAUSE else says.items(letter.request))
    )


def _coming(doing: Doing, school: School, waiting: list[Letter]) -> dict[UUID, Handover]:
    if not any(letter.kind == BECAUSE for letter in waiting):
        return {}
    return {one.person.id: one for one in coming_handovers(school, doing.today)}


class _Says:
    """Everything that the letters of one school lean on, read once."""

    def __init__(
        self,
        doing: Doing,
        school: School,
        loaded: Loaded,
        left: Mapping[UUID, Wanted],
        coming: Mapping[UUID, Handover],
        classes: Mapping[UUID, str],
    ) -> None:
        self.doing, self.school, self.loaded, self.left, self.coming = doing, school, loaded, left, coming
        self.classes = classes
        self.titles: dict[str, Mapping[UUID, str]] = {}

    def of(self, letter: Letter) -> LetterValues | None:
        """None of a letter about which there is nothing left to say."""
        request = letter.request
        if letter.kind == BECAUSE:
            handover = self.coming.get(request.person_id)
            return None if handover is None else self._handover(request, handover)
        items = self.items(request)
        return self._values(request, items) if items else None

    def items(self, request: Request) -> list[Item]:
        """What is still asked of someone."""
        open_ = self.left.get(request.person_id)
        asked = open_.of(request.asked_id) if open_ is not None else ()
        return [item for item in self.loaded.items if item.id in asked]

    def _handover(self, request: Request, handover: Handover) -> LetterValues:
        born = request.person.born
        years = age_on(handover.day, born) if born is not None else 0
        return replace(self._values(request, handover.items), birthday=handover.day, years=years)

    def _values(self, request: Request, items: Iterable[Item]) -> LetterValues:
        reader, person, school = request.asked, request.person, self.school
        language = paper_language(reader.language)
        open_titles, name = self._titles(language), person.called or person.first
        return LetterValues(
            reader=whole(reader),
            audience=self._audience(request),
            child=whole(person),
            school=school.name,
            board=school.board.name,
            on=self.doing.today,
            items=tuple(open_titles[item.id].replace(OPEN_NAME, name) for item in items),
            where=getattr(settings, "PUBLIC_ADDRESS", ""),
            closes=request.round.closes if request.round is not None else None,
            language=language,
            klass=self.classes.get(request.person_id, ""),
            contact=school.board.contact,
        )

    def _titles(self, language: str) -> Mapping[UUID, str]:
        """What every topic is called in a language, read once; the name is still to be filled in."""
        if language not in self.titles:
            items = self.loaded.items
            told = titles(items, language=language, name=OPEN_NAME, school=self.school.name)
            self.titles[language] = dict(zip((item.id for item in items), told, strict=True))
        return self.titles[language]

    def _audience(self, request: Request) -> Audience:
        if request.asked_id != request.person_id:
            return "ouder"
        who = self.loaded.subjects.get(request.person_id)
        return "leerling" if who is None or who.is_pupil else "medewerker"
