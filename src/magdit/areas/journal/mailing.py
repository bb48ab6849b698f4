"""The heads of the journal by e-mail: a place that nobody at this computer can rewrite. Ids and marks, nothing else."""

from __future__ import annotations

import re
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail

from magdit.areas.journal.queries import heads_now

HEAD = re.compile(r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}) +(\d{1,18}) +([0-9a-f]{64})")
SUBJECT = "magdit: de koppen van het journaal"
BEFORE = "Bewaar dit bericht. Hiermee is later te zien of iemand het journaal heeft veranderd:"
AFTER = "Controleren: magdit journal verify --koppen BESTAND (dit bericht, opgeslagen als tekst)."


def mail_heads() -> int:
    """Send the head of every board to MAGDIT_JOURNAL_MAIL; answers how many, 0 when no address is set."""
    address = str(getattr(settings, "JOURNAL_MAIL", ""))
    heads = heads_now()
    if not address or not heads:
        return 0
    lines = [f"{board} {number} {mark}" for board, number, mark in heads]
    send_mail(SUBJECT, "\n\n".join((BEFORE, "\n".join(lines), AFTER)), None, [address])
    return len(heads)


def heads_in(text: str) -> dict[tuple[UUID, int], str]:
    """The heads in a message that was sent before, whatever stands around them."""
    return {(UUID(board), int(number)): mark for board, number, mark in HEAD.findall(text)}
