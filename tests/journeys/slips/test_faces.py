"""'Someone with consent': who says so must have looked for the children without a yes, for this channel and class."""

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.hand_in.saying import say_of_children, say_of_faces
from magdit.journeys.hand_in.taking_in import take_in
from tests.areas.conftest import NOON
from tests.journeys.hand_in.conftest import EYES, FACES, photo


def fresh(row):
    return Draft.objects.get(pk=row.pk)


def test_someone_with_consent_is_not_taken_while_nobody_looked_for_who_has_none(
    words_only, group_6a, noor, bram, doing_as
):
    doing = doing_as(bram)
    row = actions.change(doing, words_only.pk, version=words_only.version, group=group_6a)
    picture = take_in(doing, row.pk, "klas.jpg", [photo(faces=FACES[:1])], eyes=EYES)
    row = say_of_faces(doing, picture, [picture.faces[0]["id"]], fate="toestemming", version=fresh(row).version)
    judging = judge_draft(fresh(row), NOON)
    assert [one.id for one in judging.to_look_for] == [str(noor.pk)]
    assert not judging.may_go


def test_someone_with_consent_is_not_taken_when_the_class_changed(
    words_only, group_6a, group_4v, sem, agreed, bram, doing_as
):
    doing = doing_as(bram)
    row = actions.change(doing, words_only.pk, version=words_only.version, group=group_6a)
    picture = take_in(doing, row.pk, "klas.jpg", [photo(faces=FACES[:1])], eyes=EYES)
    row = say_of_faces(doing, picture, [picture.faces[0]["id"]], fate="toestemming", version=fresh(row).version)
    row = say_of_children(doing, fresh(row), {}, version=fresh(row).version, nobody_else=True)
    row = actions.change(doing, row.pk, version=row.version, group=group_4v)
    judging = judge_draft(fresh(row), NOON)
    assert judging.to_look_for
    assert not judging.may_go


def test_a_child_in_the_list_whom_no_box_covers_is_not_hidden(words_only, group_6a, noor, sem, bram, doing_as):
    """One box, hidden; two children without a yes are said to be in it: one of them shows."""
    doing = doing_as(bram)
    row = actions.change(doing, words_only.pk, version=words_only.version, group=None)
    picture = take_in(doing, row.pk, "klas.jpg", [photo(faces=FACES[:1])], eyes=EYES)
    row = say_of_faces(doing, picture, [picture.faces[0]["id"]], fate="verborgen", version=fresh(row).version)
    people = {str(noor.pk): "ja", str(sem.pk): "ja"}
    row = say_of_children(doing, fresh(row), people, version=fresh(row).version, nobody_else=True)
    row = actions.confirm(doing, row.pk, version=row.version, fact="niet_meer_herkenbaar", value=True)
    assert not judge_draft(fresh(row), NOON).may_go
