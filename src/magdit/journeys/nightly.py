"""All that time does, in named steps: `magdit nightly` runs them once a night. A story of its own for each step.

A step gets the moment, does its work in transactions of its own, and tells how much it did. It may run twice on a day:
what was done is not done again. One that fails does not stop the others. Add yours to `STEPS`.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import close_old_connections, connection, transaction

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Board
from magdit.journeys.one_at_a_time import alone, remember, remembered

ACTOR = Ref("systeem", "nightly")
MEMORY = "nightly"


@dataclass(frozen=True, slots=True)
class Step:
    """`name` stands on screen and in the memory; `does` is "module:function", called with the moment, answers a number.

    `whole`: in one transaction. A step that works through boards or files makes its own and says False.
    """

    name: str
    does: str
    whole: bool = True


STEPS: tuple[Step, ...] = (
    Step("toestemmingen", "magdit.journeys.nightly_consents:ask_and_remind", whole=False),
    Step("weghalen", "magdit.journeys.nightly_consents:look_again_at_who_is_shown", whole=False),
    Step("publicaties", "magdit.journeys.publish.working:judge_all_again", whole=False),
    Step("werk", "magdit.journeys.publish.working:work_once", whole=False),
    Step("verjaardagen", "magdit.journeys.nightly_consents:announce_birthdays", whole=False),
    Step("brieven", "magdit.journeys.nightly_consents:send_letters", whole=False),
    Step("vragen", "magdit.journeys.nightly_asked:remind_and_pass_on", whole=False),
    Step("beurten", "magdit.journeys.publish.turns:pass_turns", whole=False),
    Step("datalekken", "magdit.journeys.breaches_mail:remind", whole=False),
    Step("journaal", "magdit.journeys.nightly_server:witness_the_journal", whole=False),
    Step("koppen", "magdit.journeys.nightly_server:mail_the_heads", whole=False),
    Step("vernietigen", "magdit.journeys.nightly_destroying:destroy_what_is_due", whole=False),
    Step("bestanden", "magdit.journeys.nightly_destroying:sweep_files", whole=False),
    Step("lijsten", "magdit.journeys.taking_over:sweep", whole=False),
    Step("beelden", "magdit.journeys.hand_in.uploading:sweep", whole=False),
    Step("aanmeldingen", "magdit.journeys.nightly_server:forget_old_sessions"),
    Step("links", "magdit.journeys.nightly_server:forget_old_links"),
    Step("database", "magdit.journeys.nightly_server:tidy_the_database", whole=False),
)


@dataclass(frozen=True, slots=True)
class Ran:
    """How one step went: how much it did, or the kind of fault (never its words)."""

    name: str
    done: int = 0
    fault: str = ""


def doings(at: datetime) -> Iterator[Doing]:
    """The nightly acting for each board in turn."""
    for board in Board.objects.order_by("pk").values_list("pk", flat=True):
        yield Doing(ACTOR, board, at)


def run(at: datetime, steps: tuple[Step, ...] = STEPS) -> Iterator[Ran]:
    """Every step in turn, told as it ends; remembers each. Refuses while another one is at work."""
    with alone(MEMORY):
        for step in steps:
            ran = _run(step, at)
            _remember(ran, at)
            yield ran


def last_ran() -> Mapping[str, Mapping[str, Any]]:
    """Per step when it last ended well (`goed`), and when it was last tried (`geprobeerd`)."""
    return remembered(MEMORY)


def _run(step: Step, at: datetime) -> Ran:
    module, _, name = step.does.partition(":")
    if not connection.in_atomic_block:
        close_old_connections()  # a connection that broke in one step does not break the next
    try:
        does = getattr(importlib.import_module(module), name)
        if not step.whole:
            return Ran(step.name, int(does(at)))
        with transaction.atomic():
            return Ran(step.name, int(does(at)))
    except Exception as error:
        logging.getLogger("magdit.nightly").exception("step failed: %s", step.name)
        return Ran(step.name, fault=type(error).__name__)


def _remember(ran: Ran, at: datetime) -> None:
    known = remembered(MEMORY)
    told = known.setdefault(ran.name, {})
    told["geprobeerd"] = at.isoformat()
    if not ran.fault:
        told["goed"] = at.isoformat()
    remember(MEMORY, known)
