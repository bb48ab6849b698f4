"""A tick about the pictures is about those that were there: a picture that comes later was seen by nobody."""

from datetime import timedelta

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.words import Words
from magdit.journeys.hand_in.judging import NOBODY, judge_draft
from magdit.journeys.hand_in.saying import say_of_children
from magdit.journeys.hand_in.taking_in import take_in
from magdit.journeys.publish.allowed import to_look_at
from magdit.journeys.publish.sending import publish
from tests.areas.conftest import NOON
from tests.journeys.hand_in.conftest import EYES, FACES, photo


def fresh(row):
    return Draft.objects.get(pk=row.pk)


def test_nobody_in_it_was_said_of_the_pictures_that_were_there(words_only, bram, doing_as):
    doing = doing_as(bram)
    take_in(doing, words_only.pk, "leeg.jpg", [photo(faces=())], eyes=EYES)
    row = actions.confirm(doing, words_only.pk, version=fresh(words_only).version, fact=NOBODY, value=True)
    assert judge_draft(fresh(row), NOON).may_go

    take_in(doing, row.pk, "van-achteren.jpg", [photo(colour=(20, 160, 40), faces=())], eyes=EYES)

    assert not judge_draft(fresh(row), NOON).may_go


def test_nobody_without_a_yes_was_said_of_the_pictures_that_were_there(
    words_only, group_6a, sem, agreed, bram, doing_as
):
    doing = doing_as(bram)
    row = actions.change(doing, words_only.pk, version=words_only.version, group=group_6a)
    take_in(doing, row.pk, "klas.jpg", [photo(faces=FACES[:1])], eyes=EYES)
    there = judge_draft(fresh(row), NOON).to_look_for
    row = say_of_children(
        doing, fresh(row), {one.id: "nee" for one in there}, version=fresh(row).version, nobody_else=True
    )
    before = judge_draft(fresh(row), NOON)
    assert before.may_go, (before.judged.verdict, before.judged.answer.missing)

    take_in(doing, row.pk, "nog-een.jpg", [photo(colour=(20, 160, 40))], eyes=EYES)

    after = judge_draft(fresh(row), NOON)
    assert not after.may_go
    assert not after.post.says.only_with_consent


def test_what_the_sender_looked_at_was_the_post_of_then(words_only, bram, doing_as):
    doing = doing_as(bram)
    row = actions.change(doing, words_only.pk, version=words_only.version, planned=NOON + timedelta(days=1))
    looks = to_look_at(judge_draft(row, NOON))
    assert looks
    publish(doing, row.pk, version=row.version, looked_at=looks, eyes=EYES)
    assert to_look_at(judge_draft(fresh(row), NOON)) == ()

    words = Words("Groep 6 ging naar het zwembad en kwam nat thuis.")
    actions.change(doing, row.pk, version=fresh(row).version, words=words)

    assert to_look_at(judge_draft(fresh(row), NOON)) != ()
