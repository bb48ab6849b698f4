"""What a teacher of the demo is working on: a post with a drawn photo that still needs mending, and one in words."""

from __future__ import annotations

from uuid import UUID

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Group, Person, School
from magdit.areas.people.queries import members_on
from magdit.journeys.demo_data.drawn import eyes, photo
from magdit.journeys.demo_data.published import publish_posts
from magdit.journeys.demo_data.who_to_be import TEACHER, stage_of
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.hand_in.saying import say_of_children, say_of_faces
from magdit.journeys.hand_in.taking_in import take_in

BEACH = "Wat een dag op het strand met {group}! {name} vond een zeester. Vragen? Bel juf of meester: 06 12345678."
FEAST = "Morgen is het feest op school. Neemt u om 9 uur iets lekkers mee?"


def begin_posts(at: Doing, school: School) -> int:
    """Two drafts of the teacher that a visitor of the demo can be, and what was published; how many were made."""
    author, group = _teacher(school, at)
    if author is None or group is None:
        return 0
    doing = Doing(Ref("persoon", str(author.pk)), school.board_id, at.at)
    words = actions.begin(doing, school, author, role=TEACHER)
    actions.change(doing, words.pk, version=words.version, words=Words(FEAST), medium="nieuwsbrief", for_school=True)
    beach = actions.begin(doing, school, author, role=TEACHER)
    beach = actions.change(doing, beach.pk, version=beach.version, medium="website", group=group, for_school=True)
    _beach(doing, beach)
    return 2 + publish_posts(at, school, author, group)


def _teacher(school: School, at: Doing) -> tuple[Person | None, Group | None]:
    part = next((one for one in stage_of(school, at.today).staff if one.role == TEACHER and one.group), None)
    if part is None:
        return None, None
    return part.person, Group.objects.filter(school=school, name=part.group).order_by("-year").first()


def _beach(doing: Doing, draft: Draft) -> None:
    """Three children of the class who may be shown, one who may not, and one face that is still open."""
    picture = take_in(doing, draft.pk, "strand.jpg", [photo()], eyes=eyes())
    row = Draft.objects.get(pk=draft.pk)
    barred = [UUID(one.id) for one in judge_draft(row, doing.at).to_look_for]
    pupils = members_on(doing.today).filter(group=row.group_id, role="leerling").order_by("person")
    free = [key for key in pupils.values_list("person", flat=True) if key not in barred]
    people = [*free[:2], *barred[:1], *free[2:3]]
    faces = [face["id"] for face in picture.faces]
    for face, person in zip(faces, people, strict=False):
        row = say_of_faces(doing, picture, [face], fate="persoon", person=person, version=row.version)
    told = {str(key): "ja" if key in people else "nee" for key in barred}
    row = say_of_children(doing, row, told, version=row.version, nobody_else=False)
    named = Person.objects.get(pk=people[0]) if people else None
    text = BEACH.format(group=_class(row.group), name=_whole(named))
    actions.change(doing, row.pk, version=row.version, words=Words(text))


def _class(group: Group | None) -> str:
    """A class as its teacher calls it: 'groep 4' at a primary school, '4H' at a secondary one."""
    name = group.name if group else ""
    return f"groep {name}" if name.isdigit() else name


def _whole(person: Person | None) -> str:
    return " ".join(part for part in (person.called, person.infix, person.last) if part) if person else "Iemand"
