"""How a publication stands, in words: what is going on, and what someone can do about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from magdit.areas.drafts.rules_out import FAILED, GONE, LEAVING, ON_PAPER, PLACED, WAITING
from magdit.areas.registers.removal import ASKED
from magdit.journeys.publish.placing import NEVER
from magdit.journeys.publish.showing import OnItsWay
from magdit.wording.troubles import trouble_in


@dataclass(frozen=True, slots=True)
class Told:
    """A word with its colour, a sentence under it, and what went wrong."""

    word: str
    colour: str
    sentence: str
    trouble: str = ""


def state_told(found: OnItsWay) -> Told:
    """What is going on with a publication."""
    row = found.row
    trouble = trouble_in(row.trouble, translate=_) if row.trouble else ""
    if found.must_go and row.state in (PLACED, FAILED, WAITING, ON_PAPER):
        return Told(_("Moet weg"), "no", _("Dit mag hier niet meer staan."), trouble)
    if row.state == WAITING and found.by_hand:
        return Told(_("Aan u"), "ask", _("Plaats het bericht zelf, en schrijf daarna hier op waar het staat."))
    said = {
        WAITING: (_("Wordt geplaatst"), "if", _("Dit gaat vanzelf. U hoeft niet te wachten.")),
        PLACED: (_("Geplaatst"), "yes", _("Het bericht staat er.")),
        FAILED: (_("Niet gelukt"), "no", _("Het lukte magdit niet om het te plaatsen, en magdit stopt ermee.")),
        LEAVING: (_("Wordt weggehaald"), "if", _("magdit haalt het weg en kijkt daarna of het echt weg is.")),
        GONE: (_("Weg"), "", _("Het bericht is weggehaald.")),
        ON_PAPER: (_("Op papier"), "yes", _("Het bericht is gedrukt. Wat gedrukt is, is niet terug te halen.")),
    }
    word, colour, sentence = said[row.state]
    if row.state == GONE and row.proof == NEVER:
        word, sentence = _("Niet geplaatst"), _("Het mocht niet meer, en is nooit te zien geweest.")
    return Told(word, colour, sentence, trouble)


def because_told(code: str) -> str:
    """Why something must go, without telling who said what."""
    said = {
        "ingetrokken": _("Een toestemming is ingetrokken."),
        "geweigerd": _("Iemand zei nee."),
        "nee_telt_weer": _("Iemand die mag beslissen, zei nee."),
        "account_gesloten": _("Het account is gesloten."),
        "afspraken_voorbij": _("De afspraken met het platform gelden niet meer."),
        "mag_niet_meer": _("Het mag niet meer volgens het protocol en de toestemmingen van nu."),
        "niet_te_beoordelen": _("magdit kan het niet meer beoordelen."),
        "op_verzoek": _("De school wil het weg."),
        ASKED: _("Een ouder, verzorger of leerling vroeg erom."),
    }
    return said.get(code, _("Het mag hier niet meer staan."))
