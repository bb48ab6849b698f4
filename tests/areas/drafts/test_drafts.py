"""A draft begun, changed and thrown away: by whom, what of it stays, and what the journal hears of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School

Acts = Callable[..., Doing]
TICKED = ("niemand_in_beeld", "alleen_met_toestemming", "niet_meer_herkenbaar", "bovenkleding")


def another(name: str = "cd") -> Picture:
    """A photo that is not in the draft yet."""
    return Picture(pk=uuid4(), kind="foto", sha256=name * 32, width=10, height=10, look="gezien")


def verbs() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))


def test_nobody_begins_a_draft_in_anothers_name(
    school: School, bram: Person, fatima: Person, olaf: Person, doing_as: Acts
) -> None:
    for person in (fatima, olaf):
        with pytest.raises(Refused, match="not_yours"):
            actions.begin(doing_as(person), school, bram, role="leerkracht")

    assert not Draft.objects.exists()


def test_a_colleague_changes_nothing_that_was_not_handed_in(begun: Draft, fatima: Person, doing_as: Acts) -> None:
    with pytest.raises(Refused, match="not_yours"):
        actions.change(doing_as(fatima), begun.pk, version=begun.version, words=Words("Anders"))


def test_what_is_done_is_not_changed_any_more(begun: Draft, bram: Person, doing_as: Acts) -> None:
    actions.throw_away(doing_as(bram), begun.pk, version=begun.version)

    with pytest.raises(Refused, match="draft_ended"):
        actions.change(doing_as(bram), begun.pk, version=begun.version + 1, words=Words("Toch nog"))


def test_the_second_of_two_who_edit_at_once_hears_of_the_first(begun: Draft, bram: Person, doing_as: Acts) -> None:
    actions.change(doing_as(bram), begun.pk, version=begun.version, words=Words("De eerste"))

    with pytest.raises(Refused, match="draft_changed"):
        actions.change(doing_as(bram), begun.pk, version=begun.version, words=Words("De tweede"))


def test_a_change_that_changes_nothing_leaves_the_approval(begun: Draft, bram: Person, doing_as: Acts) -> None:
    Draft.objects.filter(pk=begun.pk).update(state="goedgekeurd")

    same = actions.change(doing_as(bram), begun.pk, version=begun.version, medium="website")

    assert (same.state, same.version) == ("goedgekeurd", begun.version)


def test_what_a_person_says_is_kept_with_their_id_and_a_line(begun: Draft, bram: Person, doing_as: Acts) -> None:
    now = actions.confirm(doing_as(bram), begun.pk, version=begun.version, fact="niemand_in_beeld", value=True)
    again = actions.confirm(doing_as(bram), begun.pk, version=now.version, fact="niemand_in_beeld", value=True)

    assert now.told["niemand_in_beeld"]["by"] == str(bram.pk)
    assert (again.version, verbs().count("bevestigd")) == (now.version, 1)


@pytest.mark.parametrize("fact", TICKED)
def test_a_tick_about_all_pictures_says_nothing_of_one_that_comes_later(
    begun: Draft, bram: Person, doing_as: Acts, fact: str
) -> None:
    actions.confirm(doing_as(bram), begun.pk, version=begun.version, fact=fact, value=True)

    actions.add_picture(doing_as(bram), begun.pk, another(), name="later.jpg")

    assert fact not in Draft.objects.get(pk=begun.pk).told


def test_the_same_photo_twice_is_one_photo(begun: Draft, bram: Person, doing_as: Acts) -> None:
    first = begun.pictures.get()

    kept = actions.add_picture(doing_as(bram), begun.pk, another("ab"), name="nog eens.jpg")

    assert (kept.pk, begun.pictures.count()) == (first.pk, 1)


def test_there_is_an_end_to_how_many_photos_a_draft_holds(
    begun: Draft, bram: Person, doing_as: Acts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MOST_PICTURES", 1)

    with pytest.raises(Refused, match="too_many_pictures"):
        actions.add_picture(doing_as(bram), begun.pk, another(), name="te veel.jpg")


def test_a_photo_that_is_taken_out_leaves_no_file(
    begun: Draft, bram: Person, doing_as: Acts, django_capture_on_commit_callbacks: Any
) -> None:
    picture = begun.pictures.get()

    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_picture(doing_as(bram), begun.pk, picture.pk, version=begun.version)

    assert not list(files.folder().glob(f"{picture.pk}*"))
    assert "beeld weggelaten" in verbs()


def test_a_draft_that_is_thrown_away_leaves_no_file(
    begun: Draft, bram: Person, doing_as: Acts, django_capture_on_commit_callbacks: Any
) -> None:
    picture = begun.pictures.get()

    with django_capture_on_commit_callbacks(execute=True):
        gone = actions.throw_away(doing_as(bram), begun.pk, version=begun.version)

    assert not list(files.folder().glob(f"{picture.pk}*"))
    assert gone.pictures.get().gone_at is not None
    assert (gone.state, verbs()[-1]) == ("weggegooid", "weggegooid")


def test_what_is_out_does_not_go_back_to_its_planned_moment(begun: Draft, bram: Person, doing_as: Acts) -> None:
    Draft.objects.filter(pk=begun.pk).update(state="geplaatst")
    begun.refresh_from_db()

    with pytest.raises(Refused, match="draft_not_now"):
        actions.go_to(doing_as(bram), begun, "ingepland", verb="ingepland")


def test_a_field_that_no_draft_has_is_a_mistake_of_ours(begun: Draft, bram: Person, doing_as: Acts) -> None:
    with pytest.raises(TypeError, match="school"):
        actions.change(doing_as(bram), begun.pk, version=begun.version, school="de-beuk")
    with pytest.raises(TypeError, match="sha256"):
        actions.keep_look(doing_as(bram), begun.pictures.get(), sha256="00")
