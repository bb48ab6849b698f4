"""The posts of a school, in any order of steps: written, approved, changed, sent, placed, taken down, put back.

Never is there something out with a person who said no, without a task for it that is open or done. What stands on the
channel is what the register says that stands there, once; and after a quiet night all that must go is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from random import Random
from typing import Any

import pytest
from django.db.models import QuerySet
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from magdit.areas.consent.again import look_again
from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.publications_queries import is_to_go
from magdit.areas.drafts.words import Words
from magdit.areas.journal.refused import Refused
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.removal import ask_removal
from magdit.journeys.publish.again import ask_to_go, rejudge_all
from magdit.journeys.publish.by_hand import not_placed, package, placed_by_hand, retry
from magdit.journeys.publish.restoring import restore
from magdit.journeys.publish.taking_down import cannot_be_undone, gone_by_hand
from magdit.journeys.publish.working import WORK
from tests.journeys.publish import fake
from tests.journeys.publish.conftest import sends
from tests.journeys.publish.machine_posts import Writing
from tests.journeys.publish.machine_world import NOES, one_of
from tests.journeys.publish.stage import INSTA, LETTER, PAPER, SITE

MEDIA = (SITE, SITE, INSTA, LETTER, PAPER)
KINDS = ("named", "named", "two named", "photo", "photo of two", "photo with one hidden", "photo without names")
TROUBLES = "unreachable slow nonsense not_accepted breaks cut_off killed_before killed_after killed_after stays".split()
MOODS = ["well"] * 3 * len(TROUBLES) + TROUBLES
WITH_A_POST = {
    "publishes": 5, "gets_a_post_ready": 2, "sends_what_was_ready": 2, "changes_what_was_approved": 1,
    "someone_who_is_shown_says_no": 3, "the_worker_goes_round": 4, "a_no_comes_while_it_is_placed": 2,
    "a_person_places_it": 3, "a_person_takes_it_down": 2, "a_person_puts_it_back": 2, "a_person_steps_in": 1,
    "a_family_asks_it_away": 1,
}  # fmt: skip
AROUND_IT = {
    "someone_answers": 2, "a_family_says_yes_again": 3, "time_passes": 3, "something_changes": 3, "a_quiet_night": 1
}  # fmt: skip
STEPS = [name for name, often in (WITH_A_POST | AROUND_IT).items() for _ in range(often)]
MAY_STAND = ("wordt_geplaatst", "geplaatst", "mislukt", "wordt_weggehaald")
READY = 3


class Publishing(Writing):
    """A teacher who publishes, a head who approves, and a worker that may die."""

    def __init__(self, *told: Any) -> None:
        super().__init__(*told)
        self.number = 0
        self.ready: list[tuple[Draft, str]] = []  # drafts that might go out, with their medium

    @rule(seed=st.integers(0, 2**32))
    def goes_on(self, seed: int) -> None:
        """One step; where there is nothing to do it with another is tried, and in the end something is published.

        Chosen by weight and not by Hypothesis, which leaves out half of the rules in each story and repeats itself: a
        story without publishing shows nothing.
        """
        self.number += 1
        chance = Random(f"{self.number} {seed}")
        tries = (*chance.choices(STEPS, k=3), "publishes")
        step = next(one for one in tries if getattr(self, one)(chance))
        note(step)
        for what in ("steps", *(["steps with a post"] if step in WITH_A_POST else []), f"step: {step}"):
            self.did(what)

    def publishes(self, chance: Random) -> bool:
        """Of children with a yes; rashly of anyone."""
        medium, kind = one_of(chance, MEDIA), one_of(chance, KINDS)
        draft = self.writes(kind, medium, chance)
        if draft is not None:
            self.goes_out(draft, medium, kind)
        return True

    def gets_a_post_ready(self, chance: Random) -> bool:
        medium = one_of(chance, (*MEDIA, LETTER, LETTER))
        draft = self.writes(one_of(chance, KINDS), medium, chance) if len(self.ready) < READY else None
        if draft is None:
            return False
        self.ready.append((draft, medium))
        return True

    def sends_what_was_ready(self, chance: Random) -> bool:
        if not self.ready:
            return False
        draft, medium = self.ready.pop(chance.randrange(len(self.ready)))
        self.goes_out(draft, medium, "what was ready")
        return True

    def changes_what_was_approved(self, chance: Random) -> bool:
        """What the head has not seen does not go out."""
        approved = [draft for draft, medium in self.ready if medium == LETTER]
        if not approved:
            return False
        draft = one_of(chance, approved)
        self.ready = [one for one in self.ready if one[0].pk != draft.pk]
        doing, row = self.doing(self.stage.teacher), Draft.objects.get(pk=draft.pk)
        row = actions.change(doing, row.pk, version=row.version, words=Words("Het feest is een dag later."))
        with pytest.raises(Refused):
            sends(doing, row)
        self.did("changed after approval")
        return True

    def someone_who_is_shown_says_no(self, chance: Random) -> bool:
        shown = self.shown()
        if not shown.exists():
            return False
        one = one_of(chance, shown)
        if self.says_no(one, chance):
            self.did("a no while it was out")
            self.told["a no with a task"] += TakedownTask.objects.filter(appearance=one, made_at=self.now).exists()
        return True

    def says_no(self, shown: Appearance, chance: Random) -> bool:
        """Who has a say about them says no there; the task stands at once when that counts."""
        at = self.child(shown)
        voice, no = one_of(chance, self.stage.voices[at]), one_of(chance, NOES)
        with suppress(Refused):
            no(self.doing(voice), self.stage.children[at], self.stage.items[shown.channel])
            return True
        return False

    def the_worker_goes_round(self, chance: Random) -> bool:
        if not self.waits().exists():
            return False
        self.goes_round(chance.choices(MOODS, k=3))
        return True

    def a_no_comes_while_it_is_placed(self, chance: Random) -> bool:
        waiting = self.waits().filter(state="wordt_geplaatst").values("pk")
        shown = self.shown().filter(publication__in=waiting).first()
        if shown is None:
            return False

        def meanwhile() -> None:
            if self.says_no(shown, chance):
                self.did("a no while it was placed")

        fake.WALL.meanwhile = meanwhile
        self.goes_round(chance.choices(MOODS, k=3))
        fake.WALL.meanwhile = lambda: None
        return True

    def goes_round(self, moods: Sequence[str]) -> None:
        """All that a worker does in one round, as far as it comes."""
        before = len(fake.WALL.placed)
        fake.WALL.moods = list(moods)
        try:
            for work in WORK:
                work.does(self.system())
        except fake.Killed:
            self.did("worker killed")
            self.told["worker killed when it stood there"] += len(fake.WALL.placed) > before
        fake.WALL.moods = []
        self.told["placed"] += len(fake.WALL.placed) - before

    def a_person_places_it(self, chance: Random) -> bool:
        rows = self.by_hand("wordt_geplaatst")
        if not rows:
            return False
        row, does = one_of(chance, rows), one_of(chance, (package, package, placed_by_hand, placed_by_hand, not_placed))
        told = {"url": "https://delinde.example/1"} if does is placed_by_hand and row.medium == LETTER else {}
        with suppress(Refused):
            does(self.doing(self.stage.teacher), row.pk, **told)
            self.did(f"by hand: {does.__name__}")
            assert does is not package or not self.said_no(self.people_in(row), row.medium), "left the house after a no"
        return True

    def a_person_takes_it_down(self, chance: Random) -> bool:
        rows = [row for row in self.by_hand("geplaatst", "op_papier") if is_to_go(row)]
        if not rows:
            return False
        # What can still come down goes first, as at a school; of paper there is always some.
        first = [row for row in rows if row.state == "geplaatst"]
        row, doing = one_of(chance, first or rows), self.doing(self.stage.teacher)
        if row.state == "op_papier":
            cannot_be_undone(doing, row.pk)
        else:
            gone_by_hand(doing, row.pk, proof="de brief is weg")
        self.did("on paper, cannot be undone" if row.state == "op_papier" else "taken down by hand")
        return True

    def a_person_puts_it_back(self, chance: Random) -> bool:
        rows = Publication.objects.filter(back_until__gte=self.now).order_by("made_at")
        if not rows:
            return False
        row = one_of(chance, rows)
        with suppress(Refused):
            restore(self.doing(self.stage.teacher), row.pk)
            self.did("restored")
            assert not self.said_no(self.people_in(row), row.medium), "put back after a no"
        return True

    def a_person_steps_in(self, chance: Random) -> bool:
        failed = list(Publication.objects.filter(state="mislukt").order_by("made_at"))
        rows = failed or list(Publication.objects.exclude(state="weg").order_by("made_at"))
        if not rows:
            return False
        does = retry if failed else ask_to_go
        with suppress(Refused):
            does(self.doing(self.stage.teacher), one_of(chance, rows).pk)
            self.did("tried again" if failed else "taken away by the school")
        return True

    def a_family_asks_it_away(self, chance: Random) -> bool:
        shown = self.shown()
        if not shown.exists():
            return False
        one = one_of(chance, shown)
        with suppress(Refused):
            ask_removal(self.doing(one_of(chance, self.stage.voices[self.child(one)])), one.pk)
            self.did("asked away by a family")
        return True

    def a_quiet_night(self, chance: Random) -> bool:
        """Everything is judged again and everybody does their work: nothing is left that may not be."""
        rejudge_all(self.system())
        look_again(self.system(), self.stage.school)
        for _ in range(2):
            self.goes_round([])
        out = Publication.objects.exclude(state="weg")
        assert not any(is_to_go(row) for row in out.filter(account__connector="fake")), "still there after the night"
        for row in out.exclude(state="op_papier").exclude(state="wordt_geplaatst", tries=0):
            assert is_to_go(row) or not self.said_no(self.unnamed.get(row.pk, ()), row.medium), (
                f"a face without a name is {row.state} on {row.medium}"
            )
        return True

    @invariant()
    def nobody_who_said_no_is_out_without_a_task(self) -> None:
        tasks = TakedownTask.objects.filter(done_at=None).values("appearance")
        bare = list(self.shown().exclude(pk__in=tasks))
        stands = self.standings() if bare else {}
        for one in bare:
            standing = stands.get((one.person_id, self.stage.items[one.channel].pk))
            assert standing is None or not standing.is_refused, "out after a no, and nobody takes it down"

    @invariant()
    def what_is_down_has_no_open_task(self) -> None:
        assert not TakedownTask.objects.filter(done_at=None).exclude(appearance__down_at=None).exists()

    @invariant()
    def what_stands_there_is_known_to_stand_there_and_stands_there_once(self) -> None:
        keys = set(Publication.objects.filter(state__in=MAY_STAND).values_list("key", flat=True))
        assert set(fake.WALL.posts) <= keys, "something is out that nobody knows of"
        placed = Publication.objects.filter(state="geplaatst", account__connector="fake").values_list("key", flat=True)
        assert set(placed) <= set(fake.WALL.posts), "the register says that something is out that is not"
        assert len(fake.WALL.placed) == len(set(fake.WALL.placed)), "placed twice"

    @invariant()
    def what_was_never_placed_never_stood_there(self) -> None:
        never = Publication.objects.filter(proof="nooit geplaatst").values_list("key", flat=True)
        assert not set(never) & set(fake.WALL.placed)

    def shown(self) -> QuerySet[Appearance]:
        """Who is shown somewhere, as far as the register knows."""
        return Appearance.objects.filter(down_at=None).order_by("shown_at", "pk")

    def waits(self) -> QuerySet[Publication]:
        """What the worker has to do something about."""
        rows = Publication.objects.filter(account__connector="fake").exclude(state="weg")
        return rows.filter(pk__in=[row.pk for row in rows if row.state != "geplaatst" or is_to_go(row)])

    def people_in(self, row: Publication) -> list[Any]:
        return list(Appearance.objects.filter(publication=row.pk, down_at=None).values_list("person", flat=True))

    def child(self, shown: Appearance) -> int:
        """Which of the children this is."""
        return [one.pk for one in self.stage.children].index(shown.person_id)

    def by_hand(self, *states: str) -> QuerySet[Publication]:
        """What a person places and removes, in one of these states."""
        return Publication.objects.filter(account__connector="hand", state__in=states).order_by("made_at")
