"""What the demo's school published: posts that stand there, one to be placed by hand, and one that must come down.

Through the same journeys as real posts, at moments before now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from magdit.areas.consent.actions import withdraw
from magdit.areas.consent.models import Answer, Item
from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Group, Person, School
from magdit.areas.people.queries import members_on
from magdit.areas.registers.channels import add
from magdit.areas.registers.models import ChannelAccount
from magdit.journeys.demo_data.drawn import eyes, photo
from magdit.journeys.hand_in.judging import judge_draft
from magdit.journeys.hand_in.saying import say_of_children, say_of_faces
from magdit.journeys.hand_in.taking_in import take_in
from magdit.journeys.publications.taking_away import take_away
from magdit.journeys.publish.allowed import to_look_at
from magdit.journeys.publish.by_hand import package, placed_by_hand
from magdit.journeys.publish.sending import publish
from magdit.journeys.publish.taking_down import gone_by_hand

WORDS = ("De tuin is omgespit. Wie heeft er nog bloembollen?", "Volgende week is de boekenmarkt in de hal.")
GARDEN = "We leerden vandaag hoe je een zaadje plant."
MISTAKE = "De ouderavond is op dinsdag, om half acht in de aula."
PRINTED = "De musical van groep 8 was een feest. Met dank aan iedereen die hielp."
ITEM = "website-foto"


def publish_posts(at: Doing, school: School, author: Person, group: Group) -> int:
    """Posts of this teacher on the school's website, placed by hand; how many."""
    account = add(
        at, school, medium="website", kind="pagina", name=f"Website van {school.name}",
        address=f"https://{school.code}.example", connector="hand",
    )  # fmt: skip
    made = [one for one in _words(at, school, author, account) if one is not None]
    shown = _garden(_before(at, author, days=5), school, author, group, account)
    if shown is not None:
        _place(_before(at, author, days=5), shown, "tuin")
        _withdraw_one(at, shown)
        made.append(shown)
    made += [one for one in _past(at, school, author, account) if one is not None]
    return len(made)


def _past(at: Doing, school: School, author: Person, account: ChannelAccount) -> Iterator[Publication | None]:
    """One that was a mistake and came down, and one that is on paper for good."""
    paper = add(at, school, medium="drukwerk", kind="blad", name=f"Krant van {school.name}", circulation=400)
    for days, text, where in ((9, MISTAKE, account), (12, PRINTED, paper)):
        doing = _before(at, author, days=days)
        sent = _send(doing, _begin(doing, school, author, where, text))
        if sent is not None and where is paper:
            package(doing, sent.pk).close()
            placed_by_hand(doing, sent.pk, circulation=400)
        elif sent is not None:
            _place(doing, sent, "ouderavond")
            later = _before(at, author, days=days - 1)
            take_away(later, sent.pk, why="Er stond een verkeerde datum in.")
            gone_by_hand(later, sent.pk, proof="De pagina geeft nu ‘niet gevonden’.")
        yield sent


def _words(at: Doing, school: School, author: Person, account: ChannelAccount) -> Iterator[Publication | None]:
    """Two without anyone in it: one stands there, one waits for its author."""
    for number, text in enumerate(WORDS):
        doing = _before(at, author, days=3 - 2 * number)
        sent = _send(doing, _begin(doing, school, author, account, text))
        if sent is not None and number == 0:
            _place(doing, sent, "bollen")
        yield sent


def _garden(
    doing: Doing, school: School, author: Person, group: Group, account: ChannelAccount
) -> Publication | None:  # fmt: skip
    """A drawn photo with children of the class whose parents said yes; nothing when there are not enough of them."""
    row = _begin(doing, school, author, account, GARDEN, group=group)
    picture = take_in(doing, row.pk, "tuin.jpg", [photo()], eyes=eyes())
    row = Draft.objects.get(pk=row.pk)
    barred = {UUID(one.id) for one in judge_draft(row, doing.at).to_look_for}
    pupils = members_on(doing.today).filter(group=group, role="leerling").order_by("person")
    free = [key for key in pupils.values_list("person", flat=True) if key not in barred]
    if len(free) < len(picture.faces):
        return None
    for face, person in zip(picture.faces, free, strict=False):
        row = say_of_faces(doing, picture, [face["id"]], fate="persoon", person=person, version=row.version)
    said = dict.fromkeys(map(str, barred), "nee")
    return _send(doing, say_of_children(doing, row, said, version=row.version, nobody_else=True))


def _begin(
    doing: Doing, school: School, author: Person, account: ChannelAccount, text: str, *, group: Group | None = None
) -> Draft:
    row = actions.begin(doing, school, author, role="leerkracht")
    return actions.change(
        doing, row.pk, version=row.version, words=Words(text), medium=account.medium, account=account, group=group,
        for_school=True,
    )  # fmt: skip


def _send(doing: Doing, row: Draft) -> Publication | None:
    """Sent when the protocol of the school lets it; an invented school may have asked for too little."""
    looked_at = to_look_at(judge_draft(row, doing.at))
    try:
        publish(doing, row.pk, version=row.version, looked_at=looked_at, eyes=eyes())
    except Refused:
        actions.throw_away(doing, row.pk, version=Draft.objects.get(pk=row.pk).version)
        return None
    return Publication.objects.get(draft=row.pk)


def _place(doing: Doing, made: Publication, page: str) -> None:
    package(doing, made.pk).close()
    placed_by_hand(doing, made.pk, url=f"https://{made.school.code}.example/{page}")


def _withdraw_one(at: Doing, made: Publication) -> None:
    """A parent of one of the children takes their yes back: now it must come down."""
    item = Item.objects.get(board=at.board, code=ITEM)
    shown = Answer.objects.filter(pk__in=made.rests_on["consents"], item=item).select_related("person", "giver").first()
    if shown is not None and shown.giver is not None:
        doing = replace(at, actor=Ref("persoon", str(shown.giver.pk)))
        withdraw(doing, shown.person, item)


def _before(at: Doing, person: Person, *, days: int) -> Doing:
    return replace(at, actor=Ref("persoon", str(person.pk)), at=at.at - timedelta(days=days))
