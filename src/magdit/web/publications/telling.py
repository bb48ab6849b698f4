"""How a publication stands and why it must go, in words with a colour. `timeline` tells what happened."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.rules_out import FAILED, GONE, LEAVING, ON_PAPER, PLACED, WAITING
from magdit.journeys.publications.listing import MUST_GO
from magdit.journeys.publish.placing import NEVER


@dataclass(frozen=True, slots=True)
class Pill:
    """A word and its colour."""

    word: str
    colour: str = ""


def pill(row: Publication, *, must_go: bool) -> Pill:
    """How it stands."""
    if row.state == ON_PAPER:
        return Pill(_("op papier"), "if")
    if row.state == GONE:
        return Pill(_("nooit geplaatst") if row.proof == NEVER else _("weg"))
    if row.state == LEAVING:
        return Pill(_("wordt weggehaald"), "if")
    if must_go:
        return Pill(_("moet weg"), "no")
    return {
        WAITING: Pill(_("wordt geplaatst"), "ask"), PLACED: Pill(_("staat er"), "yes"),
        FAILED: Pill(_("niet gelukt"), "no"),
    }[row.state]  # fmt: skip


def stands() -> tuple[tuple[str, str], ...]:
    """How it stands, as something to choose in the list."""
    return (
        ("staat_er", _("staat er")), ("onderweg", _("wordt geplaatst of weggehaald")), (MUST_GO, _("moet weg")),
        ("mislukt", _("niet gelukt")), ("papier", _("op papier")), ("weg", _("weg")),
    )  # fmt: skip


def periods() -> tuple[tuple[str, str], ...]:
    """Since when."""
    return (
        ("week", _("de laatste week")), ("maand", _("de laatste maand")), ("kwartaal", _("de laatste drie maanden")),
        ("jaar", _("het laatste jaar")),
    )  # fmt: skip
