"""A board with the catalogue laid, and answers as the area keeps them."""

from datetime import date, timedelta

import pytest

from magdit.areas.consent.models import Answer, Item, ItemText
from magdit.areas.consent.texts.catalogue_actions import lay_catalogue
from magdit.areas.people.models import Person, Role

YEAR_END = date(2026, 7, 31)


@pytest.fixture
def laid(system, board):
    lay_catalogue(system, board)
    return board


@pytest.fixture
def said(laid, system):
    """`said(giver, child, code, state)`: an answer as the area keeps it, with its words unless told otherwise."""

    def say(giver, child, code="website-foto", state="gegeven", *, days=0, **more):
        item = Item.objects.get(board=laid, code=code)
        count = Answer.objects.filter(person=child).count()
        shown = ItemText.objects.filter(item=item, language="nl").order_by("-version").first()
        ordinary = {"role": "ouder", "form": "digitaal_akkoord", "entered_by": "x", "until": YEAR_END, "text": shown}
        return Answer.objects.create(
            item=item, person=child, giver=giver, state=state, at=system.at + timedelta(days=days), number=count + 1,
            **{**ordinary, **more},
        )  # fmt: skip

    return say


@pytest.fixture
def fg(board):
    person = Person.objects.create(board=board, first="Gita", called="Gita", last="Rao")
    Role.objects.create(person=person, school=None, role="fg")
    return person
