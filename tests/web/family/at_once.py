"""Run as a process of its own: lays a small register, sends a form again and again, and tells what is left.

python -m tests.web.family.at_once lay | send NAME TIMES | left
"""

from __future__ import annotations

import sys

from tests.at_once import NOW, doing, lay_school, main  # must stand first: it makes Django ready

# isort: split
from magdit.areas.consent.family import family_of
from magdit.areas.consent.models import Answer
from magdit.areas.people.models import Person
from magdit.journeys.answering import Chosen, answer_all
from tests.areas.consent.conftest import make_item


def lay() -> None:
    """A school with Noor, two parents and three questions."""
    board = lay_school().board
    Person.objects.update(email="")
    for channel in ("website", "instagram", "ouderportaal"):
        make_item(board, channel, channel=channel)


def send(called: str, times: str) -> None:
    """One form, as it stood on the page at first: her mother says yes to all, her father no; sent again and again."""
    parent, noor = Person.objects.get(called=called), Person.objects.get(called="Noor")
    (about,) = family_of(parent, [noor], NOW.date(), language="nl")
    answer = "ja" if called == "Mira" else "nee"
    chosen = [Chosen(one.key, answer, one.shown.text.pk, 0) for one in about.questions]
    for _ in range(int(times)):
        outcome = answer_all(doing(called), parent, noor, chosen)
        assert not outcome.held, outcome.held


def left() -> None:
    """What each parent said, and that the numbers follow each other."""
    rows = Answer.objects.order_by("number").values_list("giver__called", "state", "number")
    said = sorted((called, state) for called, state, _ in rows)
    in_order = [number for *_, number in rows] == list(range(1, len(rows) + 1))
    sys.stdout.write(f"{said} {in_order}\n")


if __name__ == "__main__":
    main(lay, send, left)
