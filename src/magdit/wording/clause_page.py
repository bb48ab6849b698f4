"""How the parts of an article work here, each as one line in plain Dutch: for who holds a pack beside its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from magdit.norms.catalogue import Catalogue
from magdit.norms.conditions.tree import Node
from magdit.norms.model import (
    Attention,
    ConsentRule,
    Definition,
    Duty,
    Measure,
    Norm,
    Pack,
    Power,
    Scope,
    Setting,
    Step,
    Window,
)
from magdit.norms.windows import DAYS
from magdit.wording.conditions import Speaker
from magdit.wording.dates import say_day, say_hour, say_period, say_within
from magdit.wording.lists import Piece, laid_out
from magdit.wording.rows import one_of, spoken
from magdit.words.remedies import REMEDIES
from magdit.words.states import COVERS, FORMS
from magdit.words.vocabulary import Vocabulary

KIND = {"verbod": "Verbod", "toestemming": "Toestemming", "gebod": "Gebod"}
FORCE = {"in_beginsel": "in beginsel: een mens beslist", "bij_voorkeur": "bij voorkeur", "kan": "kan, hoeft niet"}
PER = {"persoon_in_beeld": "gekeken per persoon in beeld", "wederpartij": "gekeken per persoon met wie er contact is"}
VALID = {
    "schooljaar": "tot het einde van het schooljaar",
    "eenmalig": "voor één keer",
    "tot_intrekking": "tot intrekking",
}
Part = Attention | ConsentRule | Definition | Duty | Measure | Norm | Power | Scope | Setting | Step | Window


def workings(pack: Pack, catalogue: Catalogue, number: str) -> Iterator[str]:
    """The lines of a list: what works in the article with this number, the rules first, what helps to say them last."""
    writer = _Writer(Speaker(pack, catalogue))
    here = [part for part in _parts(pack) if part.clause == number]
    helpers = [part for part in here if isinstance(part, Definition) and part.about is not None]
    for part in here:
        if part not in helpers:
            yield from laid_out(_pieces(writer.pieces(part)))
    if pack.default.clause == number:
        asked = f": leg het voor aan {writer.roles((pack.default.to,))}" if pack.default.to else ""
        yield f"- **Als geen regel spreekt**: {spoken(pack.default.outcome)}{asked}"
    if helpers:
        yield "- Hulpwoorden"
    for part in helpers:
        yield from laid_out(_pieces(writer.pieces(part)), depth=1)


def _pieces(told: Iterable[Piece | str]) -> Iterator[Piece]:
    return (Piece(one) if isinstance(one, str) else one for one in told)


def _parts(pack: Pack) -> Iterator[Part]:
    yield from pack.scopes
    yield from pack.norms
    yield from pack.consent_rules
    yield from pack.powers
    yield from pack.duties
    yield from pack.steps
    yield from pack.measures
    yield from pack.settings
    yield from pack.windows
    yield from pack.attentions
    yield from pack.definitions


class _Writer:
    """Writes each kind of part; the first piece names it, the others tell when and how."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker

    def pieces(self, part: Part) -> Iterator[Piece | str]:
        match part:
            case Norm():
                return self._norm(part)
            case ConsentRule():
                return self._consent(part)
            case Duty():
                return self._duty(part)
            case Definition():
                return self._definition(part)
            case Step():
                return self._step(part)
            case _:
                return self._small(part)

    def _norm(self, norm: Norm) -> Iterator[Piece | str]:
        force = f" ({FORCE[norm.force]})" if norm.force in FORCE else ""
        yield f"**{KIND[norm.kind]}**{force}" + self._addressed(norm.who, norm.actions, norm.media)
        yield PER[norm.per] if norm.per else ""
        yield self._when("als", norm.about)
        yield self._when("mits" if norm.kind == "toestemming" else "dan moet", norm.needs)
        yield from (self._when("tenzij", node) for node in norm.unless)
        yield f"gaat voor artikel {one_of(norm.lifts)}" if norm.lifts else ""
        if norm.only:
            within = self._speaker.say(norm.only_within) if norm.only_within is not None else ""
            yield "al het andere is hier verboden" + (f" ({within})" if within else "")
        yield from (self._when("dat verbod geldt niet als", node) for node in norm.only_spares)
        yield f"wat helpt: {_dutch(REMEDIES, norm.remedies)}" if norm.remedies else ""
        yield "hier is geen herstel voor" if norm.remedies == () and norm.kind != "toestemming" else ""
        yield f"wie oordeelt: {self.roles(norm.ask)}" if norm.ask else ""

    def _consent(self, rule: ConsentRule) -> Iterator[Piece | str]:
        yield f"**Geldig ja** voor {_dutch(COVERS, rule.covers)}"
        for signer in rule.signers:
            when = self._speaker.say(signer.when)
            yield f"van {self.roles((signer.role,))}" + (f" als {when}" if when else "")
        yield "van allen samen" if rule.together == "allen" else ""
        yield f"vorm: {_dutch(FORMS, rule.forms)}" if rule.forms else ""
        yield f"apart per kanaal: {self._codes(rule.channels)}" if rule.channels else ""
        yield f"geldig {VALID.get(rule.valid) or say_period(rule.valid)}"
        yield "" if rule.beforehand else "mag ook achteraf"
        yield "mag tot iemand bezwaar maakt" if rule.opt_out else ""

    def _duty(self, duty: Duty) -> Iterator[Piece | str]:
        to = f" aan {self.roles(duty.to)}" if duty.to else ""
        force = f" ({FORCE[duty.force]})" if duty.force in FORCE else ""
        yield f"**Plicht**{force} voor {self.roles(duty.who)}: {spoken(duty.does)}{to}"
        yield f"bij {self._speaker.words('handeling', duty.actions)}" if duty.actions else ""
        yield self._when("als", duty.about)
        yield f"na {spoken(duty.after.removeprefix('plicht:'))}" if duty.after else ""
        yield "voordat het gebeurt" if duty.beforehand else ""
        yield say_within(duty.within) if duty.within else ""
        yield f"vorm: {spoken(duty.form)}" if duty.form else ""
        yield f"komt terug, telkens na: {say_period(duty.repeats)}" if duty.repeats else ""
        yield f"keuze: {one_of(map(spoken, duty.either))}" if duty.either else ""
        yield self._when("klaar als", duty.done) if duty.done is not None else ""

    def _definition(self, word: Definition) -> Iterator[Piece | str]:
        if word.value is not None:
            yield f"**Altijd zo**: {self.roles(word.who)} spreekt {self._speaker.words('hoedanigheid', (word.value,))}"
            return
        name = f"“{self._speaker.own(word.word)}”"
        yield name if word.about is not None else f"**Woord** {name}"
        yield f"omvat: {self._codes(word.covers)}" if word.covers else ""
        yield f"omvat niet: {self._codes(word.never)}" if word.never else ""
        yield f"laat open: {self._codes(word.open)}" if word.open else ""
        yield self._when("als", word.about) if word.about is not None else ""
        yield "wat niemand vertelt, telt hier als nee" if word.absent_is_no else ""

    def _step(self, step: Step) -> Iterator[Piece | str]:
        to = f" aan {self.roles(step.to)}" if step.to else ""
        case = one_of(map(spoken, step.cases))
        yield f"**Stap {step.number}** bij {case}: {self.roles(step.who)} {spoken(step.does)}{to}"
        yield f"na {one_of(map(str, step.after))}" if step.after else ""
        yield self._when("als", step.about)
        yield say_within(step.within) if step.within else ""
        yield "mag worden overgeslagen" if step.may_skip else ""

    def _small(self, part: Part) -> Iterator[Piece | str]:
        match part:
            case Scope():
                over = f" (artikel {one_of(part.clauses)})" if part.clauses else ""
                yield f"**Reikwijdte**{over}: geldt voor {self.roles(part.who)}"
                yield self._when("als", part.about)
            case Power():
                to = f" aan {self.roles(part.to)}" if part.to else ""
                yield f"**Bevoegdheid**: {self.roles(part.who)} mag akkoord geven{to}: {self._speaker.own(part.name)}"
                yield f"per {spoken(part.per)}" if part.per else ""
            case Measure():
                who = f" ({self.roles(part.who)})" if part.who else ""
                yield f"**Maatregel {part.rung}** voor {self.roles((part.group,))}: {part.name}{who}"
                yield f"grond: {part.ground}" if part.ground else ""
            case Setting():
                yield f"**Instelling** {self._speaker.own(part.name)}: {_filled_in(part.value)}"
            case Window():
                days = ", ".join(DAYS[day] for day in part.days)
                yield f"**Tijden** “{self._speaker.own(part.name)}”: {days}{_hours(part)}"
            case Attention():
                yield f"**Aandacht** bij {self._speaker.words('handeling', part.at) or 'alles'}: {part.text}"
                yield self._when("als", part.about)

    def _addressed(self, who: Iterable[str], actions: tuple[str, ...], media: tuple[str, ...]) -> str:
        what = f" bij {self._speaker.words('handeling', actions)}" if actions else ""
        where = f" op {self._speaker.words('medium', media)}" if media else ""
        return f" voor {self.roles(who)}{what}{where}"

    def roles(self, words: Iterable[str]) -> str:
        """Who it is about; nobody named is everyone."""
        return self._speaker.words("wie", words) or "iedereen"

    def _codes(self, codes: Iterable[str]) -> str:
        return one_of(map(self._speaker.code, codes))

    def _when(self, word: str, node: Node) -> Piece:
        return self._speaker.piece(word, node)


def _filled_in(value: Any) -> str:
    """What a school filled in, or that it did not yet."""
    if value is None or value == "" or value == []:
        return "nog niet ingevuld"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return say_day(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(_filled_in, value))
    text = str(value)
    if text.startswith("[") and text.endswith("]"):
        return f"nog niet ingevuld: {text}"
    return say_period(text) if re.fullmatch(r"P[0-9TYMWDH]+", text) else spoken(text)


def _hours(window: Window) -> str:
    """Its hours: both bounds lie inside."""
    if window.end is None:
        return f", vanaf {say_hour(window.start)} uur" if window.start is not None else ", de hele dag"
    end = say_hour(window.end)
    return f", {say_hour(window.start)}–{end} uur" if window.start is not None else f", tot en met {end} uur"


def _dutch(words: Vocabulary, codes: Iterable[str]) -> str:
    return one_of(words.dutch(code) for code in codes)
