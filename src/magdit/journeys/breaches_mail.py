"""Mails about possible data breaches: that there is one and how long is left, never what it is about.

To everyone who handles it: at once when it is reported, and at night as long as the clock runs and little is left.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.people import mails
from magdit.areas.registers.breaches_queries import handlers_of, running
from magdit.areas.registers.models import Breach
from magdit.areas.registers.rules_breaches import REMIND_EVERY, REMIND_LEFT
from magdit.journeys.nightly import doings

PATH = "/privacy/datalekken/"


def mail_new(breach: Breach, on: date) -> None:
    """Tell who handles it that something was reported."""
    _mail(breach, on, kind="datalek")


def remind(at: datetime) -> int:
    """Every board: what is late or nearly so and was not reminded of lately. How many breaches."""
    return sum(_remind(doing, breach) for doing in doings(at) for breach in running(doing.board, at))


def _remind(doing: Doing, breach: Breach) -> bool:
    lately = breach.mailed_at is not None and doing.at - breach.mailed_at < REMIND_EVERY
    if lately or breach.due - doing.at > REMIND_LEFT:
        return False
    with transaction.atomic():
        Breach.objects.filter(pk=breach.pk).update(mailed_at=doing.at)
        _mail(breach, doing.today, kind="datalek_herinnering")
    return True


def _mail(breach: Breach, on: date, *, kind: str) -> None:
    until = breach.due.astimezone(SCHOOL_CLOCK).date()
    people = [one for one in handlers_of(breach, on) if one.email]
    ready = [mails.page_mail(kind, one, path=f"{PATH}{breach.pk}/", until=until) for one in people]
    transaction.on_commit(lambda: mails.send(ready), robust=True)
