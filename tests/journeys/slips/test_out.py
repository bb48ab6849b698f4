"""What is out, and what is said to be gone."""

import contextlib
import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from magdit.areas.consent.actions import withdraw
from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.publication_words import ref_out
from magdit.areas.drafts.publications_queries import is_to_go
from magdit.areas.journal.refused import Refused
from magdit.areas.registers.models import Appearance
from magdit.journeys.hand_in import cleaning
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.hand_in.saying import say_of_children, say_of_faces
from magdit.journeys.hand_in.taking_in import take_in
from magdit.journeys.publications.taking_away import put_back
from magdit.journeys.publish import again
from magdit.journeys.publish.again import rejudge_all, rejudge_changed
from magdit.journeys.publish.by_hand import package, placed_by_hand
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.planned import send_planned
from magdit.journeys.publish.sending import publish
from magdit.journeys.publish.taking_down import cannot_be_undone, gone_by_hand, take_down_waiting
from tests.areas.conftest import NOON
from tests.journeys.hand_in.conftest import EYES, FACES, photo
from tests.journeys.publish.conftest import add_noor, make_account, sends


@pytest.fixture
def placed(with_noor, bram, doing_as, system):
    sends(doing_as(bram), with_noor)
    place_waiting(system)
    return Publication.objects.get()


def test_paper_that_cannot_be_undone_is_not_asked_again_every_night(
    begins, school, wall, agreed, noors_mother, website, bram, doing_as, system
):
    paper = make_account(school, connector="hand", kind="blad", name="schoolkrant", circulation=400)
    made = sends(doing_as(bram), add_noor(doing_as(bram), begins(paper), agreed))
    package(doing_as(bram), made.pk)
    placed_by_hand(doing_as(bram), made.pk)
    withdraw(doing_as(noors_mother), agreed, website)
    cannot_be_undone(doing_as(bram), made.pk)

    again_asked = [rejudge_all(replace(system, at=NOON + timedelta(days=day))) for day in (1, 2)]

    assert again_asked == [0, 0]
    assert not is_to_go(Publication.objects.get())


def test_what_a_person_calls_gone_while_it_is_being_placed_does_not_stay(
    with_noor, agreed, noors_mother, website, bram, doing_as, wall, system
):
    made = sends(doing_as(bram), with_noor)

    def crossing():
        withdraw(doing_as(noors_mother), agreed, website)
        with contextlib.suppress(Refused):
            gone_by_hand(doing_as(bram), made.pk, proof="staat niet op de site")

    wall.meanwhile = crossing
    place_waiting(system)
    wall.meanwhile = lambda: None
    take_down_waiting(system)

    row = Publication.objects.get()
    assert not (row.state == "weg" and wall.posts)


def test_what_an_earlier_try_left_is_not_called_gone(
    with_noor, agreed, noors_mother, website, bram, doing_as, wall, system
):
    made = sends(doing_as(bram), with_noor)
    wall.moods = ["cut_off"]  # it came through; the answer did not
    place_waiting(system)
    assert wall.posts
    withdraw(doing_as(noors_mother), agreed, website)
    with contextlib.suppress(Refused):
        gone_by_hand(doing_as(bram), made.pk, proof="staat niet op de site")
    later = replace(system, at=NOON + timedelta(hours=2))
    place_waiting(later)
    take_down_waiting(later)

    row = Publication.objects.get()
    assert not (row.state == "weg" and wall.posts)


def class_photo(begins, account, group_6a, bram, doing_as):
    doing = doing_as(bram)
    row = begins(account, group=group_6a)
    take_in(doing, row.pk, "klas.jpg", [photo(faces=FACES[:1])], eyes=EYES)
    row = Draft.objects.get(pk=row.pk)
    there = judge_draft(row, NOON).to_look_for
    return say_of_children(doing, row, {one.id: "nee" for one in there}, version=row.version, nobody_else=True)


def test_a_no_of_a_child_who_may_be_behind_an_unnamed_face_is_seen_at_once(
    begins, account, group_6a, agreed, noors_mother, website, bram, doing_as, system, wall
):
    row = class_photo(begins, account, group_6a, bram, doing_as)
    sends(doing_as(bram), row)
    place_waiting(system)
    assert wall.posts
    later = replace(system, at=NOON + timedelta(minutes=5))
    withdraw(doing_as(noors_mother, at=later.at), agreed, website)

    rejudge_changed(replace(system, at=NOON + timedelta(minutes=6)))

    assert is_to_go(Publication.objects.get())


def test_one_that_cannot_be_judged_stops_no_other(begins, account, agreed, bram, doing_as, system, wall, monkeypatch):
    broken = sends(doing_as(bram), begins(account, "Een ander bericht."))
    good = sends(doing_as(bram), add_noor(doing_as(bram), begins(account), agreed))
    place_waiting(system)
    account.state = "in_gebruik"
    after = replace(system, at=NOON + timedelta(days=400))
    real = again.judge_publication

    def judge(row, at):
        if row.pk == broken.pk:
            raise ValueError("another protocol knows no such word")
        return real(row, at)

    monkeypatch.setattr(again, "judge_publication", judge)
    with contextlib.suppress(ValueError):
        rejudge_all(after)

    assert is_to_go(Publication.objects.get(pk=good.pk))


def test_one_planned_post_that_breaks_stops_no_other(begins, account, bram, doing_as, system, wall, monkeypatch):
    from magdit.check.images.refusal import Refused as Unreadable
    from magdit.journeys.publish import sending

    rows = []
    for text in ("Eerst dit.", "Dan dat."):
        row = begins(account, text, planned=NOON + timedelta(hours=1))
        from magdit.journeys.publish.allowed import to_look_at

        looked = to_look_at(judge_draft(row, NOON))
        rows.append(publish(doing_as(bram), row.pk, version=row.version, looked_at=looked, eyes=EYES))
    real = sending._clean

    def clean(doing, row, eyes):
        if row.pk == rows[0].pk:
            raise Unreadable("not_a_film")
        return real(doing, row, eyes)

    monkeypatch.setattr(sending, "_clean", clean)
    with contextlib.suppress(Unreadable):
        send_planned(replace(system, at=NOON + timedelta(hours=2)), eyes=EYES)

    states = {row.pk: Draft.objects.get(pk=row.pk).state for row in rows}
    assert states[rows[1].pk] == "geplaatst"
    assert states[rows[0].pk] == "concept"


def test_the_copy_that_goes_out_is_the_one_that_was_looked_at(
    begins, account, bram, doing_as, system, wall, monkeypatch
):
    """Two pages make a copy at once: the file of the one, the row of the other."""
    doing = doing_as(bram)
    row = begins(account)
    picture = take_in(doing, row.pk, "twee.jpg", [photo(faces=FACES[:1])], eyes=EYES)
    row = Draft.objects.get(pk=row.pk)
    cleaning.clean_all(doing, row, eyes=EYES)
    visible = b"".join(files.made(row.board_id, cleaning.ref(row.pk), picture.pk, files.CLEAN))
    row = say_of_faces(doing, picture, [picture.faces[0]["id"]], fate="verborgen", version=row.version)
    row = actions.confirm(doing, row.pk, version=row.version, fact="niet_meer_herkenbaar", value=True)
    there = judge_draft(row, NOON).to_look_for
    row = say_of_children(doing, row, {one.id: "nee" for one in there}, version=row.version, nobody_else=True)
    real = cleaning.keep_look

    def late(doing, picture, **seen):
        files.keep_made(doing, cleaning.ref(row.pk), picture.pk, files.CLEAN, [visible])  # the slower page wrote last
        real(doing, picture, **seen)

    monkeypatch.setattr(cleaning, "keep_look", late)
    try:
        made = sends(doing, row)
    except Refused:
        return
    monkeypatch.setattr(cleaning, "keep_look", real)
    one = made.pictures.get()
    out = b"".join(files.made(made.board_id, ref_out(made.pk), one.pk, files.CLEAN))
    assert hashlib.sha256(out).hexdigest() == one.sha256


def test_what_a_family_asked_away_is_not_put_back(placed, noors_mother, bram, doing_as, system, wall):
    from magdit.areas.registers.removal import ask_removal

    ask_removal(doing_as(noors_mother), Appearance.objects.get().pk)
    take_down_waiting(system)
    assert Publication.objects.get().state == "weg"
    with pytest.raises(Refused):
        put_back(doing_as(bram), placed.pk)
