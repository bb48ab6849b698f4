"""What happens around the posts of a school: families answer, time passes, who has a say changes, rules change.

The half of the state machine that publishes nothing (`machine` does). What a step did is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from django.db import transaction
from django.test import override_settings
from hypothesis.stateful import RuleBasedStateMachine

from magdit.areas.consent.actions import give, object_to, refuse, renew, withdraw
from magdit.areas.consent.models import Item
from magdit.areas.consent.queries import how_they_stand
from magdit.areas.consent.standing import Standing
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions.bonds import change_authority
from magdit.areas.people.actions.leaving import leave, take_back_leaving
from magdit.areas.people.models import Guardianship, Person
from magdit.areas.registers import channels
from magdit.areas.registers.channels_agreed import decide_agreement
from magdit.areas.registers.models import ChannelAccount
from magdit.journeys import accounts
from magdit.journeys.hand_in.roster import forget
from tests.journeys.publish import fake
from tests.journeys.publish.stage import INSTA, NEW_YEAR, SIXTEEN, START, Stage

NOES = (withdraw, withdraw, refuse, object_to)
ANSWERS = (give, give, *NOES)
LATER = (timedelta(minutes=2), timedelta(hours=1), timedelta(days=1), timedelta(days=9))
Event = tuple[str, Callable[[], Any]]
Kind = TypeVar("Kind")


class World(RuleBasedStateMachine):
    """The school of `stage`, and what anybody but its teacher does there. `told`: how often each thing happened."""

    def __init__(self, stage: Stage, told: Counter[str]) -> None:
        super().__init__()
        self.stage, self.told, self.now = stage, told, START
        self.story = transaction.atomic()
        self.story.__enter__()
        self.new_rules: override_settings | None = None
        self.gone: set[int] = set()  # which children left the school
        fake.WALL.clear()
        forget()
        self.told["stories"] += 1

    def teardown(self) -> None:
        if self.new_rules is not None:
            self.new_rules.disable()
        transaction.set_rollback(True)
        self.story.__exit__(None, None, None)

    def did(self, what: str) -> None:
        self.told[what] += 1

    def someone_answers(self, chance: Random) -> bool:
        child = one_of(chance, range(4))
        voice, item = one_of(chance, self.stage.voices[child]), one_of(chance, self.stage.items.values())
        answer = one_of(chance, ANSWERS)
        with suppress(Refused):
            answer(self.doing(voice), self.stage.children[child], item)
            self.did(f"answered: {answer.__name__}")
        return True

    def a_family_says_yes_again(self, chance: Random) -> bool:
        """Each who may, to all that may not be shown; who said yes before only has to renew that."""
        lacking = self.without_yes()
        if not lacking:
            return False
        child = one_of(chance, sorted({at for at, _ in lacking}))
        for item in [item for at, item in lacking if at == child]:
            for voice in self.stage.voices[child]:
                self.says_yes(voice, child, item)
        return True

    def says_yes(self, voice: Person, child: int, item: Item) -> None:
        for say in (renew, give):
            with suppress(Refused):
                say(self.doing(voice), self.stage.children[child], item)
                self.did("renewed" if say is renew else "said yes again")
                return

    def time_passes(self, chance: Random) -> bool:
        self.now += one_of(chance, LATER)
        return True

    def something_changes(self, chance: Random) -> bool:
        what, happens = one_of(chance, self.possible())
        happens()
        self.did(what)
        return True

    def possible(self) -> Iterator[Event]:
        """What may happen around the posts today; what takes something away is taken back twice as easily."""
        if self.today < SIXTEEN:
            yield from [("sixteenth birthday", lambda: self.comes(datetime(2026, 3, 20, 9, tzinfo=SCHOOL_CLOCK)))] * 2
        elif self.now < NEW_YEAR:
            yield from [("new school year", lambda: self.comes(NEW_YEAR))] * 4
        if self.new_rules is None:
            yield from [("new protocol version", self.rules_change)] * 2
        for child in range(4):
            if child in self.gone:
                yield from [("pupil came back", lambda child=child: self.comes_back(child))] * 4
            else:
                yield "pupil left", lambda child=child: self.leaves(child)
        for account in ChannelAccount.objects.exclude(medium=INSTA):
            closed = account.state == "gesloten"
            yield from [(f"account {'opened' if closed else 'retired'}", lambda one=account: self.turns(one))] * (
                6 if closed else 1
            )
        yield "platform agreement changed", self.agreement_changes
        for authority in ("ja", "nee", "onbekend"):
            yield "authority changed", lambda authority=authority: self.authority_changes(authority)

    def comes(self, moment: datetime) -> None:
        self.now = moment

    def rules_change(self) -> None:
        self.new_rules = override_settings(PACKS=[self.stage.rules])
        self.new_rules.enable()

    def leaves(self, child: int) -> None:
        yesterday = (self.now - timedelta(days=1)).date()
        leave(self.doing(self.stage.head), self.stage.children[child].pk, on=yesterday)
        self.gone.add(child)

    def comes_back(self, child: int) -> None:
        take_back_leaving(self.system(), self.stage.children[child].pk)
        self.gone.discard(child)

    def turns(self, account: ChannelAccount) -> None:
        """Retired by who keeps it, or in use again."""
        does = channels.reopen if account.state == "gesloten" else accounts.retire
        does(self.doing(self.stage.head), account.pk, version=account.version)

    def agreement_changes(self) -> None:
        row = ChannelAccount.objects.get(medium=INSTA)
        made = row.agreement == "gemaakt" and row.agreed_until is None
        until = self.today if made and self.now.day % 2 else None  # it ends by itself tomorrow, or is ended now
        now = "gemaakt" if until or not made else "geen"
        decide_agreement(self.doing(self.stage.head), row.pk, version=row.version, agreement=now, until=until)

    def authority_changes(self, authority: str) -> None:
        bond = Guardianship.objects.get(pk=self.stage.unsure.pk)
        change_authority(
            self.doing(self.stage.head), bond.pk, seen_version=bond.version, authority=authority, source="uitspraak"
        )  # fmt: skip

    def without_yes(self) -> list[tuple[int, Item]]:
        """What of whom may not be shown today, of who is at school."""
        stands = self.standings()
        return [
            (at, item)
            for at, child in enumerate(self.stage.children)
            for item in self.stage.items.values()
            if at not in self.gone and (child.pk, item.pk) in stands and not stands[child.pk, item.pk].yes
        ]

    def standings(self) -> dict[Any, Standing]:
        """How every child stands for every question today."""
        people = [child.pk for child in self.stage.children]
        return dict(how_they_stand(self.stage.school, self.today, people=people, items=self.stage.items.values()))

    def may(self, medium: str) -> list[bool]:
        """Whether each child may be shown there."""
        stands, item = self.standings(), self.stage.items[medium].pk
        found = [stands.get((child.pk, item)) for child in self.stage.children]
        return [one is not None and one.yes and at not in self.gone for at, one in enumerate(found)]

    def said_no(self, people: Iterable[Any], medium: str) -> bool:
        """Whether a no of any of them about this medium counts today."""
        stands, item = self.standings(), self.stage.items[medium].pk
        return any((one, item) in stands and stands[one, item].is_refused for one in people)

    @property
    def today(self) -> Any:
        return self.now.astimezone(SCHOOL_CLOCK).date()

    def doing(self, person: Person) -> Doing:
        return self.stage.acts(person, self.now)

    def system(self) -> Doing:
        """The worker, some time later: whoever held something before has died by now."""
        self.now += timedelta(minutes=11)
        return replace(self.doing(self.stage.teacher), actor=Ref("systeem", "publiceren"))


def one_of(chance: Random, those: Iterable[Kind]) -> Kind:
    """One of these."""
    return chance.choice(list(those))
