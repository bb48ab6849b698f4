"""The channels that can be chosen for a post, in the order in which people look for them. Judges none of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from magdit.web.told import choices_of
from magdit.words.media import MEDIA
from magdit.words.vocabulary import Vocabulary

OF_SCHOOL = ("ouderportaal", "nieuwsbrief")  # what a school has without any account
COMMON = ("website", "instagram", "facebook", "whatsapp", "linkedin", "youtube", "email", "drukwerk", "in_de_les")
OF_FAMILY = ("whatsapp", "instagram", "facebook", "tiktok", "snapchat", "youtube", "ouderportaal", "eigen_website")
# On these a parent or pupil puts nothing: they are written in by who works there, or are no place to put a thing.
NOT_BY_PUPILS = frozenset({"schoolsysteem", "leerlingadministratie", "intranet", "ouderavond", "telefoon", "mondeling"})
NOT_BY_PARENTS = NOT_BY_PUPILS | {"in_de_les", "videoles"}


@dataclass(frozen=True, slots=True)
class Offered:
    """Channels under one heading: code and name."""

    label: str
    channels: tuple[tuple[str, str], ...]


def for_staff(media: Vocabulary) -> tuple[Offered, ...]:
    """All: those of the school (also what its own protocol names), those that are used much, and the others by name."""
    own = [one.code for one in media if one.code not in MEDIA]
    return _offered(media, ((_("Van de school"), (*OF_SCHOOL, *own)), (_("Vaak gebruikt"), COMMON)))


def for_family(media: Vocabulary, *, is_pupil: bool, chosen: str) -> tuple[Offered, ...]:
    """What a parent or pupil can put something on; what was chosen before stays."""
    leave_out = (NOT_BY_PUPILS if is_pupil else NOT_BY_PARENTS) - {chosen}
    return _offered(media, ((_("Vaak gebruikt"), OF_FAMILY),), leave_out=leave_out)


def _offered(
    media: Vocabulary, first: Iterable[tuple[str, tuple[str, ...]]], *, leave_out: Collection[str] = ()
) -> tuple[Offered, ...]:
    names = {code: capfirst(name) for code, name in choices_of(media) if code not in leave_out}
    found = []
    for label, codes in first:
        found.append(Offered(label, tuple((code, names.pop(code)) for code in codes if code in names)))
    return *found, Offered(_("Andere"), tuple(names.items()))
