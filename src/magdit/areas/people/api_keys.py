"""Keys with which other programs come in: what one may open, whose it is, and which someone may see. Changes nothing.

Only the hash of a key is kept. Who asks with a key that is unknown, closed or too old is told the same thing.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from datetime import date
from hashlib import sha256

from django.db.models import Q, QuerySet

from magdit.areas.people.models import ApiKey, Person, Role, School
from magdit.areas.people.rights import GOVERNORS, roles_on, with_narrower
from magdit.words.vocabulary import Vocabulary, Word

SCOPES = Vocabulary(
    "wat een sleutel mag",
    (
        Word(
            "personen:lezen", "zien wie er op school is, met klas en rol", "see who is at school, with class and role"
        ),
        Word("toestemmingen:lezen", "zien wie er in beeld mag", "see who may be shown"),
        Word(
            "toestemmingen:schrijven",
            "toestemmingen overnemen uit de leerlingadministratie",
            "take over consents from the pupil administration",
        ),
        Word("oordeel", "vragen of iets mag volgens het protocol", "ask whether something is allowed"),
        Word("controle", "een bericht met foto's laten controleren", "have a post with photos checked"),
    ),
)
BEGINS = "magdit_"
SHOWN = 12  # how much of a key stays readable, to tell one from another


def new_token() -> str:
    """A key that nobody can guess: 256 bits."""
    return BEGINS + secrets.token_urlsafe(32)


def token_of(secret: bytes) -> str:
    """A key made of 256 bits that somebody else chose at random: the same bits make the same key."""
    return BEGINS + urlsafe_b64encode(secret).decode().rstrip("=")


def mark_of(token: str) -> str:
    """What is kept of a key. It has too many bits to be tried out, so a plain hash will do."""
    return sha256(token.encode()).hexdigest()


def key_of(token: str, *, on: date) -> ApiKey | None:
    """The key that opens on this day; None for one that is unknown, closed or too old."""
    if not token.startswith(BEGINS) or len(token) > 100:
        return None
    open_now = Q(closed_at=None) & (Q(until=None) | Q(until__gte=on))
    return ApiKey.objects.select_related("board", "school").filter(open_now, mark=mark_of(token)).first()


def visible_keys(viewer: Person, on: date) -> QuerySet[ApiKey]:
    """The keys that someone keeps: of their schools, and all of the board for who governs it."""
    schools = governed_schools(viewer, on)
    mine = Q(school__in=schools)
    if governs_board(viewer, on):
        mine = Q()
    return ApiKey.objects.filter(mine, board=viewer.board_id).select_related("school")


def governed_schools(viewer: Person, on: date) -> QuerySet[School]:
    """The schools for which someone may make a key."""
    roles = _governing(viewer, on)
    here = Q() if governs_board(viewer, on) else Q(pk__in=roles.values("school"))
    return School.objects.filter(here, board=viewer.board_id).order_by("name")


def governs_board(viewer: Person, on: date) -> bool:
    """Whether someone governs the board as a whole."""
    return _governing(viewer, on).filter(school=None).exists()


def _governing(viewer: Person, on: date) -> QuerySet[Role]:
    return roles_on(viewer.pk, on).filter(role__in=with_narrower(GOVERNORS))
