"""Mails about what was asked and answered: that there is something, and where; never what it says or about whom.

They leave when the change is kept. Who has no e-mail finds the same on their own page.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.core.mail import EmailMessage
from django.db import transaction

from magdit.areas.drafts.models_asked import FamilyQuestion, Turn, Waiting
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people import mails
from magdit.areas.people.models import Person

INBOX = "/gevraagd/"


def path_of(row: Waiting) -> str:
    """Where it is answered."""
    return f"{INBOX}{row.kind}/{row.pk}/"


def mail_asked(row: Waiting, *, kind: str = "vraag") -> None:
    """To who is asked."""
    if row.asked is not None:
        day = row.due.astimezone(SCHOOL_CLOCK).date()
        _send_later([mails.page_mail(kind, row.asked, path=path_of(row), until=day)])


def mail_turn(turn: Turn) -> None:
    """To whose turn it is. Where it is done follows from what it is about."""
    if turn.asked is None or not turn.asked.email:
        return
    where = {
        "archief": "publicaties/archief/", "bericht": f"publicaties/vastgehouden/{turn.subject}/",
    }.get(turn.kind, "taken/")  # fmt: skip
    day = turn.due.astimezone(SCHOOL_CLOCK).date()
    kind = "beurt_bericht" if turn.kind == "bericht" else "beurt_weghalen"
    _send_later([mails.page_mail(kind, turn.asked, path=f"/school/{turn.school.code}/{where}", until=day)])


def mail_answered(row: Waiting) -> None:
    """To who asked."""
    _send_later([mails.page_mail("vraag_beantwoord", row.draft.author, path=f"{INBOX}bericht/{row.draft_id}/")])


def mail_families(rows: Iterable[FamilyQuestion]) -> None:
    """To every parent who is asked, one mail each."""
    people: dict[Person, FamilyQuestion] = {row.asked: row for row in rows}
    _send_later(
        mails.page_mail(
            "vraag_aan_ouder", one, path=f"{INBOX}beeld/{row.pk}/", until=row.until.astimezone(SCHOOL_CLOCK).date()
        )
        for one, row in people.items()
    )


def _send_later(letters: Iterable[EmailMessage]) -> None:
    ready = [letter for letter in letters if letter.to and letter.to[0]]
    transaction.on_commit(lambda: mails.send(ready), robust=True)
