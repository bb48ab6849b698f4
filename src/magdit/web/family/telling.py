"""What stands around the questions about one person, to who reads it: the lead, whose turn it is, what was said before.

A pupil who reads about themself is told with "je", everyone else with "u". Never who else said what.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from magdit.areas.consent.family import About, Question
from magdit.areas.consent.loading import PUPIL_ITEM
from magdit.areas.consent.rounds.handover_rules import AHEAD
from magdit.areas.people.models import Person
from magdit.web.told import word
from magdit.wording.refusals import refusal_in
from magdit.words.roles import ROLES
from magdit.words.states import GIVEN, SAID_NO


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, towards whom it is about. `own`: themself; `je`: a pupil about themself; `name`: of whom it is."""

    own: bool
    je: bool
    name: str

    def hears(self, u: str, je: str) -> str:
        """The sentence for this reader."""
        return je if self.je else u


def reader_of(viewer: Person, about: About) -> Reader:
    """How this person is spoken to on the page about someone."""
    own = viewer.pk == about.person.pk
    pupil = any(one.line.item.asked_of == PUPIL_ITEM for one in about.questions)
    return Reader(own, own and pupil, about.person.called or about.person.last)


def lead(reader: Reader, *, asks: bool, yes: bool, elsewhere: bool, objections: bool) -> str:
    """The first words, by what stands below: questions (`yes`: some take a yes here), and what may be objected to."""
    if asks and elsewhere:
        return reader.hears(
            _(
                "Nee zeggen kan hier, en geldt meteen. Ja zeggen doet u in de leerlingadministratie van de school. Zeg"
                " daar ook uw nee."
            ),
            _(
                "Nee zeggen kan hier, en geldt meteen. Ja zeggen gaat via de leerlingadministratie van de school. Zeg"
                " daar ook je nee."
            ),
        )
    if asks and not yes:
        return _("Hier kunt u alleen nee zeggen. Bij elke vraag staat waarom.")
    if asks and objections:
        return _(
            "Nee mag altijd. Bij een vraag is niets zeggen ook nee. Waar u bezwaar kunt maken, gaat het door tenzij u"
            " dat doet."
        )
    if asks:
        return reader.hears(
            _("Nee mag altijd. Niets zeggen is ook nee. U kunt elke dag veranderen."),
            _("Nee mag altijd. Niets zeggen is ook nee. Je kunt elke dag veranderen."),
        )
    if objections:
        return reader.hears(
            _("De school doet dit, tenzij u bezwaar maakt. Dat kan elke dag."),
            _("De school doet dit, tenzij je bezwaar maakt. Dat kan elke dag."),
        )
    return reader.hears(
        _("U hoeft hier niets te doen. Bij elke vraag staat wat er nu geldt, en wie daarover beslist."),
        _("Je hoeft hier niets te doen. Bij elke vraag staat wat er nu geldt, en wie daarover beslist."),
    )


def no_costs_nothing(reader: Reader) -> str:
    """What happens after a no: nothing."""
    if reader.own:
        return reader.hears(
            _("Wat als u nee zegt? Niets: er verandert verder niets voor u."),
            _("Wat als je nee zegt? Niets: er verandert verder niets voor jou."),
        )
    return _("Wat als u nee zegt? Niets: er verandert verder niets voor %(who)s.") % {"who": reader.name}


def handover(about: About, on: date, reader: Reader) -> str:
    """To a parent, in the sixty days before their child begins to decide; empty otherwise."""
    moving = [one for one in about.questions if one.turns is not None and on < one.turns <= on + AHEAD]
    if reader.own or not moving or moving[0].turns is None or about.person.born is None:
        return ""
    day = moving[0].turns
    told = _("%(name)s wordt %(age)s op %(day)s.") % {
        "name": reader.name, "age": day.year - about.person.born.year, "day": date_format(day, "l j F"),
    }  # fmt: skip
    if not any(one.alone_then for one in moving):
        return f"{told} " + _("Vanaf dan is ook een ja van %(name)s nodig.") % {"name": reader.name}
    own = _("Vanaf dan beslist %(name)s zelf. Uw ja geldt tot die dag.") % {"name": reader.name}
    stays = any(one.turns is None and not one.by_objection for one in about.questions)
    return f"{told} {own}" + (" " + _("Bij sommige vragen blijft u beslissen. Dat staat erbij.") if stays else "")


def why_not(question: Question, reader: Reader) -> str:
    """Why a yes cannot be given here, to this reader; empty when it can, and where the lead says it for all."""
    reason = question.no_yes
    if reason is None or question.by_objection:
        return ""
    if reason.code == "not_your_turn" or not question.is_answerable:
        return _whose_turn(question, reader)
    if reason.code == "answer_in_administration":
        return ""
    sentence = {
        "authority_unknown": _(
            "De school weet nog niet of u het gezag heeft. Daarom telt een ja van u nog niet. Nee zeggen kan wel. Vraag"
            " de administratie van de school om het gezag op te schrijven."
        ),
        "only_on_paper": _("U krijgt het formulier bij de administratie van de school. Nee zeggen kan wel hier."),
        "no_longer_asked": _("De school vraagt dit niet meer. U kunt uw ja nog wel terugnemen."),
        "never_asked": _("De school doet dit niet meer. U kunt uw ja nog wel terugnemen."),
    }.get(reason.code)
    return sentence or refusal_in(reason.code, reason.facts, translate=_)


def beside(question: Question, reader: Reader) -> str:
    """Whose yes is needed too, where one is not enough."""
    if not question.together:
        return ""
    if reader.own:
        return _("Hiervoor is ook een ja van een ouder of verzorger nodig.")
    return _("Hiervoor is ook een ja van %(name)s nodig.") % {"name": reader.name}


def _whose_turn(question: Question, reader: Reader) -> str:
    day = question.turns
    if day is None or reader.own is (day <= question.on):
        who = ", ".join(word(ROLES, one) for one in question.line.asking.signers)
        return capfirst(_("hierover beslist: %(who)s.") % {"who": who})
    told = date_format(day, "j F Y")
    if reader.own:
        return _("Hierover beslissen nu je ouders of verzorgers. Vanaf %(day)s beslis je zelf.") % {"day": told}
    return _("Hierover beslist %(name)s zelf, sinds %(day)s.") % {"name": reader.name, "day": told}


def said(question: Question, reader: Reader) -> str:
    """What this person said before, as it was; empty when they said nothing, or nothing against it."""
    last = question.mine[-1] if question.mine else None
    if last is None or (question.by_objection and last.state in GIVEN):
        return ""
    day = {"day": date_format(last.on, "j F Y")}
    if question.by_objection and last.state in SAID_NO:
        return reader.hears(_("U maakte bezwaar op %(day)s."), _("Je maakte bezwaar op %(day)s.")) % day
    if question.is_asked_anew and last.state in GIVEN | SAID_NO:
        return _last_time(reader, yes=last.state in GIVEN) % day
    told = STATES[last.state](reader) % day
    if last.state in GIVEN | SAID_NO or question.line.now:
        return told + (f" {_until(question, reader)}" if last.state in GIVEN else "")
    return f"{told} " + _("Zolang is het nee.")


def _last_time(reader: Reader, *, yes: bool) -> str:
    if yes:
        return reader.hears(
            _("Vorige keer zei u ja, op %(day)s. Dat is voorbij: de school vraagt het opnieuw."),
            _("Vorige keer zei je ja, op %(day)s. Dat is voorbij: de school vraagt het opnieuw."),
        )
    return reader.hears(
        _("Vorige keer zei u nee, op %(day)s. De school vraagt het elk schooljaar opnieuw."),
        _("Vorige keer zei je nee, op %(day)s. De school vraagt het elk schooljaar opnieuw."),
    )


def _until(question: Question, reader: Reader) -> str:
    if question.line.own_until is None:
        return reader.hears(_("Dat geldt tot u het verandert."), _("Dat geldt tot je het verandert."))
    return _("Dat geldt tot en met %(day)s.") % {"day": date_format(question.line.own_until, "j F Y")}


STATES: dict[str, Callable[[Reader], str]] = {
    "gegeven": lambda to: to.hears(_("U zei ja op %(day)s."), _("Je zei ja op %(day)s.")),
    "vernieuwd": lambda to: to.hears(_("U zei opnieuw ja op %(day)s."), _("Je zei opnieuw ja op %(day)s.")),
    "niet_gevraagd": lambda _to: _("Op %(day)s was dit nog niet gevraagd."),
    "gevraagd": lambda _to: _("De school vroeg dit op %(day)s. Er is nog geen antwoord."),
    "uitgesteld": lambda to: to.hears(
        _("U stelde uw antwoord uit op %(day)s."), _("Je stelde je antwoord uit op %(day)s.")
    ),
    "geweigerd": lambda to: to.hears(_("U zei nee op %(day)s."), _("Je zei nee op %(day)s.")),
    "ingetrokken": lambda to: to.hears(_("U nam uw ja terug op %(day)s."), _("Je nam je ja terug op %(day)s.")),
    "verlopen": lambda to: to.hears(_("Uw ja verliep op %(day)s."), _("Je ja verliep op %(day)s.")),
    "ongeldig": lambda to: to.hears(
        _("Uw ja telt niet meer sinds %(day)s. Vraag de school waarom."),
        _("Je ja telt niet meer sinds %(day)s. Vraag de school waarom."),
    ),
    "beeindigd": lambda to: to.hears(
        _("De school beëindigde uw ja op %(day)s."), _("De school beëindigde je ja op %(day)s.")
    ),
}
