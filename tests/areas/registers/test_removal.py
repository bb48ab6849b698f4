"""Asking to be taken down: a task with owner and term at once, by who is shown or a parent, and by nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from magdit.areas.consent.actions import withdraw
from magdit.areas.consent.showing import show
from magdit.areas.journal.actions import destroy
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.removal import ask_removal, words_with
from tests.areas.conftest import NOON

pytestmark = pytest.mark.django_db
As = Callable[..., Doing]


@pytest.fixture
def shown(doing_as: As, school: School, agreed: Person, bram: Person) -> Appearance:
    """Noor on the website."""
    told = {"publication": uuid4(), "channel": "website", "covers": ["foto"]}
    (made,) = show(doing_as(bram), school, [agreed.pk], **told)
    return made


def test_a_mother_asks_and_someone_has_a_day_for_it(shown, noors_mother, doing_as):
    task = ask_removal(doing_as(noors_mother), shown.pk, word="Zij  vindt hem\nniet leuk")

    assert (task.because, task.asked_by) == ("verzoek", noors_mother)
    assert task.due == NOON + timedelta(hours=24)
    assert words_with([task]) == {task.pk: "Zij vindt hem niet leuk"}


def test_the_pupil_asks_too(shown, noor, doing_as):
    assert ask_removal(doing_as(noor), shown.pk).asked_by == noor


def test_it_has_a_line_without_the_words(shown, noors_mother, doing_as):
    ask_removal(doing_as(noors_mother), shown.pk, word="omdat zij huilt")

    line = Entry.objects.get(verb="weghalen gevraagd")
    assert (line.actor, line.object) == (str(noors_mother.pk), str(shown.person_id))
    assert "huilt" not in line.details


def test_the_words_lie_sealed_and_go_with_the_file(shown, noors_mother, doing_as, system):
    task = ask_removal(doing_as(noors_mother), shown.pk, word="omdat zij huilt")
    assert b"huilt" not in bytes(task.sealed_word)

    destroy(system, Ref("persoon", str(shown.person_id)))

    assert words_with([task]) == {}


def test_twice_is_once(shown, noors_mother, noors_father, doing_as):
    first = ask_removal(doing_as(noors_mother), shown.pk)
    second = ask_removal(doing_as(noors_father), shown.pk, word="ik ook")

    assert (first, TakedownTask.objects.count()) == (second, 1)
    assert Entry.objects.filter(verb="weghalen gevraagd").count() == 1


def test_after_a_no_there_is_a_task_already(shown, noors_mother, noors_father, website, agreed, doing_as):
    withdraw(doing_as(noors_mother), agreed, website)

    task = ask_removal(doing_as(noors_father), shown.pk)

    assert (task.because, task.asked_by, TakedownTask.objects.count()) == ("ingetrokken", None, 1)


def test_what_is_down_need_not_be_asked(shown, noors_mother, doing_as):
    Appearance.objects.update(down_at=NOON)

    with pytest.raises(Refused, match="down_already"):
        ask_removal(doing_as(noors_mother), shown.pk)


def test_a_letter_is_too_long_and_nothing_happens(shown, noors_mother, doing_as):
    with pytest.raises(Refused, match="name_long"):
        ask_removal(doing_as(noors_mother), shown.pk, word="x" * 301)

    assert not TakedownTask.objects.exists()


def test_a_parent_without_authority_cannot_ask(shown, noors_father, doing_as):
    Guardianship.objects.filter(guardian=noors_father).update(authority="nee")

    with pytest.raises(Refused, match="not_yours"):
        ask_removal(doing_as(noors_father), shown.pk)


@pytest.mark.parametrize("outsider", ["bram", "sems_mother", "olaf"])
def test_nobody_else_can(outsider, shown, doing_as, request):
    with pytest.raises(Refused, match="not_yours"):
        ask_removal(doing_as(request.getfixturevalue(outsider)), shown.pk)

    assert not TakedownTask.objects.exists()
