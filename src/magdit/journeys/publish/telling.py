"""Telling the author by mail that something went otherwise than they wanted. The mail says nothing of the post."""

from __future__ import annotations

from magdit.areas.people.mails import notice_mail, send
from magdit.areas.people.models import Person


def tell_author(author: Person, kind: str) -> None:
    """`niet_geplaatst`: it was no longer allowed; `mislukt`: it did not work. Who has no address reads it in magdit."""
    if author.email and author.removed_on is None:
        send([notice_mail(kind, author, to=author.email)])
