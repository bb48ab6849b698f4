"""Sending the letters that wait, by e-mail with the same letter as PDF. What does not get through is kept, as a code.

A letter that went out cannot be taken back, so each is marked at once: a failure further on sends none twice. One that
has nothing left to say is marked as done too, with `vervallen`.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from magdit.areas.consent.letters import Kind, LetterValues, letter, letter_pdf
from magdit.areas.consent.letters_queries import values_of, waiting_letters
from magdit.areas.consent.models import Letter
from magdit.areas.consent.rounds import OFFICE
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import School
from magdit.areas.people.rights import require

MOST_TRIES = 5
NO_ADDRESS, NOT_SENT, NOTHING_LEFT = "geen_adres", "niet_verstuurd", "vervallen"
KINDS: dict[str, Kind] = {"vraag": "vraag", "herinnering": "herinnering", "zestien": "zestien"}


@dataclass(frozen=True, slots=True)
class Sent:
    """How it went: sent, no longer needed, to print because there is no e-mail, and failed for now."""

    sent: int
    lapsed: int
    to_print: int
    failed: int


def send_letters(doing: Doing, school: School, *, where: str = "") -> Sent:
    """Send every letter of a school that waits; `where` is the page on which people answer."""
    require(doing, OFFICE, school=school)
    rows = list(waiting_letters(school).filter(tried__lt=MOST_TRIES))
    values = values_of(school, rows, on=doing.today, where=where)
    counts = dict.fromkeys(("sent", "lapsed", "to_print", "failed"), 0)
    connection = get_connection()
    for row in rows:
        counts[_handle(doing, row, values.get(row.pk), connection)] += 1
    if rows:
        record(doing, "brieven verstuurd", Ref("school", str(school.pk)), details=counts)
    return Sent(**counts)


def letter_mail(kind: Kind, values: LetterValues, *, to: str) -> EmailMessage:
    """A letter as e-mail, with the same as PDF for who wants to keep or print it. Its subject names nobody."""
    written = letter(kind, values)
    message = EmailMessage(subject=written.subject, body=written.text, to=[to])
    message.attach(
        "brief.pdf" if values.language == "nl" else "letter.pdf", letter_pdf(kind, values), "application/pdf"
    )
    return message


def _handle(doing: Doing, row: Letter, values: LetterValues | None, connection: BaseEmailBackend) -> str:
    """Send one letter and mark what became of it."""
    if values is None:
        return _mark(doing, row, done=True, failed=NOTHING_LEFT, as_="lapsed")
    to = row.request.asked.email
    if not to:
        return _mark(doing, row, done=False, failed=NO_ADDRESS, as_="to_print")
    message = letter_mail(KINDS[row.kind], values, to=to)
    message.connection = connection
    try:
        message.send()
    except OSError:  # every failure of the post office is one
        return _mark(doing, row, done=False, failed=NOT_SENT, as_="failed")
    return _mark(doing, row, done=True, failed="", as_="sent")


def _mark(doing: Doing, row: Letter, *, done: bool, failed: str, as_: str) -> str:
    row.tried += 1
    row.failed = failed
    row.sent_at = doing.at if done else None
    row.save(update_fields=["tried", "failed", "sent_at"])
    return as_
