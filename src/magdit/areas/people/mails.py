"""Mails around coming in: a link, an invitation, a notice. Words lie in data/mails.toml.

A mail names its reader by first name and nobody else. Who has English as language reads English, others Dutch.
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from magdit.areas.people.links import PATH
from magdit.areas.people.models import Person, School
from magdit.wording.dates import say_day

LOG = logging.getLogger("magdit.mail")
WORDS = Path(__file__).parent / "data" / "mails.toml"


def language_of(person: Person) -> str:
    """English for who reads English, otherwise Dutch."""
    return "en" if person.language.partition("-")[0] == "en" else "nl"


def words(kind: str, language: str) -> Mapping[str, Any]:
    """The words of one kind of mail or letter."""
    found: Mapping[str, Any] = _all()[kind][language]
    return found


def day_told(day: date, language: str) -> str:
    """A day as it is read: vrijdag 4 september 2026."""
    return say_day(day) if language == "nl" else f"{day:%A} {day.day} {day:%B %Y}"


def sign_in_mail(person: Person, *, token: str, to: str) -> EmailMessage:
    """The mail with a link to sign in."""
    return _mail("inloggen", person, to=to, link=address_of(token))


def invitation_mail(person: Person, *, school: School, token: str, until: date, to: str = "") -> EmailMessage:
    """The mail with an invitation, to the address that stands in the register (or an earlier one went to)."""
    day = day_told(until, language_of(person))
    told = {"school": school.name, "dag": day, "link": address_of(token), "begin": f"{settings.PUBLIC_ADDRESS}/"}
    return _mail("uitnodiging", person, to=to or person.email, **told)


def notice_mail(kind: str, person: Person, *, to: str) -> EmailMessage:
    """A mail that only tells: `adres` (they now sign in with another one), `tweede_stap` (it was removed)."""
    return _mail(kind, person, to=to)


def page_mail(kind: str, person: Person, *, path: str, until: date | None = None) -> EmailMessage:
    """A mail that leads to a page for who is signed in: what is said there never stands in the mail."""
    day = day_told(until, language_of(person)) if until else ""
    return _mail(kind, person, to=person.email, link=f"{settings.PUBLIC_ADDRESS}{path}", dag=day)


def address_of(token: str) -> str:
    """Where a link leads, as it stands in a mail."""
    return settings.PUBLIC_ADDRESS + PATH.format(token=token)


def send(mails: Iterable[EmailMessage]) -> list[bool]:
    """Send these over one line, and tell of each whether it left."""
    with_line = list(mails)
    if not with_line:
        return []
    line = get_connection()
    try:
        line.open()
    except OSError as error:  # the server of the mail cannot be reached; those of smtplib are OSErrors too
        LOG.warning("no line to send mail: %s", type(error).__name__)
        return [False for _ in with_line]
    try:
        return [_left(line, one) for one in with_line]
    finally:
        line.close()


def _left(line: Any, mail: EmailMessage) -> bool:
    try:
        return bool(line.send_messages([mail]))
    except OSError as error:
        LOG.warning("a mail did not leave: %s", type(error).__name__)
        return False


def _mail(kind: str, person: Person, *, to: str, **told: str) -> EmailMessage:
    said = words(kind, language_of(person))
    facts = {"lezer": person.called or person.first or person.last, "bestuur": person.board.name, **told}
    subject = " ".join(said["onderwerp"].format(**facts).split())
    body = said["tekst"].format(**facts).lstrip()
    return EmailMessage(subject=subject, body=body, to=[to], headers={"Auto-Submitted": "auto-generated"})


@cache
def _all() -> Mapping[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))
