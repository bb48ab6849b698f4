"""How the teacher of the state machine writes a post and sends it: words, photos, who is in it, whose yes it has."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import Any

from django.db import transaction

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.words import Words
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.registers.models import Appearance, ChannelAccount
from magdit.journeys.check_from_register import LATELY
from magdit.journeys.hand_in.asking import decide_approval, request_approval
from magdit.journeys.hand_in.judging import HIDDEN_WELL, judge_draft
from magdit.journeys.hand_in.saying import say_of_children, say_of_faces
from magdit.journeys.hand_in.taking_in import take_in
from tests.journeys.hand_in.conftest import EYES
from tests.journeys.publish.conftest import sends
from tests.journeys.publish.machine_world import World
from tests.journeys.publish.stage import LETTER, picture

TWINS = (1, 2)


class Writing(World):
    """The posts of this school; `unnamed` is who may be behind the faces without a name, by publication."""

    def __init__(self, *told: Any) -> None:
        super().__init__(*told)
        self.unnamed: dict[Any, set[Any]] = {}

    def writes(self, kind: str, medium: str, chance: Random) -> Draft | None:
        """A draft as it may go: with who is in it said, and approved where that is asked. None when nobody may."""
        rash = chance.random() < 0.15
        may = [rash or one for one in self.may(medium)]
        order = chance.sample(range(4), 4)
        who = [at for at in order if may[at]][: 1 + ("two" in kind)]
        if "hidden" in kind:
            who = sorted(order[:2], key=lambda at: may[at])
        elif "two" in kind and who and who[0] in TWINS:
            who = [at for at in TWINS if may[at]]  # the twins are seen together
        if not who:
            return None
        with suppress(Refused), transaction.atomic():
            return self.written(kind, medium, who)
        return None

    def written(self, kind: str, medium: str, who: list[int]) -> Draft:
        doing, children = self.doing(self.stage.teacher), [self.stage.children[at] for at in who]
        row = actions.begin(doing, self.stage.school, self.stage.teacher, role="leerkracht")
        names = " en ".join(child.called for child in children)
        words = Words(f"{names} deden mee aan de wedstrijd." if "named" in kind else "Morgen is het feest op school.")
        row = actions.change(
            doing, row.pk, version=row.version, words=words, medium=medium,
            account=ChannelAccount.objects.get(medium=medium), for_school=True,
        )  # fmt: skip
        if "photo" in kind:
            self.pictured(row, kind, who, medium)
        if medium == LETTER:
            asked = request_approval(doing, row.pk, version=Draft.objects.get(pk=row.pk).version)
            decide_approval(self.doing(self.stage.head), asked.pk, outcome="goed", note="")
        return row

    def pictured(self, row: Draft, kind: str, who: list[int], medium: str) -> None:
        """A face for each; the teacher says whose they are, hides who may not, looks for who may not be in it."""
        doing = self.doing(self.stage.teacher)
        photo = take_in(doing, row.pk, "feest.jpg", [picture(len(who))], eyes=EYES)
        for face, at in zip(list(photo.faces), who, strict=True):
            row, child = Draft.objects.get(pk=row.pk), self.stage.children[at].pk
            fate = "verborgen" if "hidden" in kind and at == who[0] else "persoon"
            if "without names" in kind:
                fate, child = "toestemming", None
            row = say_of_faces(doing, photo, [face["id"]], fate=fate, person=child, version=row.version)
            if fate == "verborgen":
                row = actions.confirm(doing, row.pk, version=row.version, fact=HIDDEN_WELL, value=True)
        shown = {str(self.stage.children[at].pk) for at in who}
        said = {one.id: "nee" for one in judge_draft(row, doing.at).to_look_for if one.id not in shown}
        say_of_children(doing, row, said, version=row.version, nobody_else=True)

    def may_be_in_it(self) -> list[Any]:
        """Everyone but who left so long ago that a photo of now is not of then: nobody looks for those."""
        people = Person.objects.filter(pk__in=[one.pk for one in self.stage.children])
        return [one.pk for one in people if one.left_on is None or one.left_on >= self.today - LATELY]

    def goes_out(self, draft: Draft, medium: str, kind: str) -> None:
        """Sent, when it still may; nobody who said no is in it, and whoever has no name there is remembered."""
        with transaction.atomic():
            try:
                made = sends(self.doing(self.stage.teacher), draft)
            except Refused:
                self.did("refused")
                return
        shown = list(Appearance.objects.filter(publication=made.pk).values_list("person", flat=True))
        assert not self.said_no(shown, medium), "published after a no"
        faces = [face["fate"] for one in draft.pictures.all() for face in one.faces]
        assert shown or ("persoon" not in faces and "named" not in kind), "nobody was written down as shown"
        if "toestemming" in faces:
            looked_for = set(Draft.objects.get(pk=draft.pk).shortlist["people"])
            self.unnamed[made.pk] = {one for one in self.may_be_in_it() if str(one) not in looked_for}
        for what in ("published", f"published: {kind}", f"published: {medium}"):
            self.did(what)
        self.told["published: with a hidden face"] += "verborgen" in faces
        self.told["published: two children"] += len(shown) > 1
