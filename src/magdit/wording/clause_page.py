"""How the parts of an article work here, each as one line in plain Dutch: for who holds a pack beside its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from magdit.wording.conditions import Speaker, one_of, spoken
from magdit.wording.dates import say_period
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
    """One line per working part of the article with this number."""
    writer = _Writer(Speaker(pack, catalogue))
    for part in _parts(pack):
        if part.clause == number:
            yield "; ".join(piece for piece in writer.pieces(part) if piece)
    if pack.default.clause == number:
        asked = f": leg het voor aan {spoken(pack.default.to)}" if pack.default.to else ""
        yield f"**Als geen regel spreekt**: {spoken(pack.default.outcome)}{asked}"


def _parts(pack: Pack) -> Iterator[Part]:
    yield from pack.scopes
    yield from pack.definitions
    yield from pack.norms
    yield from pack.consent_rules
    yield from pack.powers
    yield from pack.duties
    yield from pack.steps
    yield from pack.measures
    yield from pack.settings
    yield from pack.windows
    yield from pack.attentions


class _Writer:
    """Writes each kind of part; the first piece names it, the others tell when and how."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker

    def pieces(self, part: Part) -> Iterator[str]:
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

    def _norm(self, norm: Norm) -> Iterator[str]:
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
        yield f"wie oordeelt: {one_of(map(spoken, norm.ask))}" if norm.ask else ""

    def _consent(self, rule: ConsentRule) -> Iterator[str]:
        yield f"**Geldig ja** voor {_dutch(COVERS, rule.covers)}"
        for signer in rule.signers:
            when = self._speaker.say(signer.when)
            yield f"van {spoken(signer.role)}" + (f" als {when}" if when else "")
        yield "van allen samen" if rule.together == "allen" else ""
        yield f"vorm: {_dutch(FORMS, rule.forms)}" if rule.forms else ""
        yield f"apart per kanaal: {one_of(map(spoken, rule.channels))}" if rule.channels else ""
        yield f"geldig {VALID.get(rule.valid) or say_period(rule.valid)}"
        yield "" if rule.beforehand else "mag ook achteraf"
        yield "mag tot iemand bezwaar maakt" if rule.opt_out else ""

    def _duty(self, duty: Duty) -> Iterator[str]:
        to = f" aan {one_of(map(spoken, duty.to))}" if duty.to else ""
        force = f" ({FORCE[duty.force]})" if duty.force in FORCE else ""
        yield f"**Plicht**{force} voor {self._roles(duty.who)}: {spoken(duty.does)}{to}"
        yield f"bij {self._speaker.words('handeling', duty.actions)}" if duty.actions else ""
        yield self._when("als", duty.about)
        yield f"na {spoken(duty.after.removeprefix('plicht:'))}" if duty.after else ""
        yield "voordat het gebeurt" if duty.beforehand else ""
        yield f"binnen: {say_period(duty.within)}" if duty.within else ""
        yield f"vorm: {spoken(duty.form)}" if duty.form else ""
        yield f"komt terug, telkens na: {say_period(duty.repeats)}" if duty.repeats else ""
        yield f"keuze: {one_of(map(spoken, duty.either))}" if duty.either else ""
        yield self._when("klaar als", duty.done) if duty.done is not None else ""

    def _definition(self, word: Definition) -> Iterator[str]:
        if word.value is not None:
            yield f"**Altijd zo**: {self._roles(word.who)} spreekt {spoken(word.value)}"
            return
        yield f"**Woord** “{spoken(word.word)}”"
        yield f"omvat {one_of(map(spoken, word.covers))}" if word.covers else ""
        yield f"niet {one_of(map(spoken, word.never))}" if word.never else ""
        yield f"laat open: {one_of(map(spoken, word.open))}" if word.open else ""
        yield self._when("als", word.about) if word.about is not None else ""
        yield "wat niemand vertelt, telt hier als nee" if word.absent_is_no else ""

    def _step(self, step: Step) -> Iterator[str]:
        to = f" aan {one_of(map(spoken, step.to))}" if step.to else ""
        case = one_of(map(spoken, step.cases))
        yield f"**Stap {step.number}** bij {case}: {self._roles(step.who)} {spoken(step.does)}{to}"
        yield f"na {one_of(map(str, step.after))}" if step.after else ""
        yield self._when("als", step.about)
        yield f"binnen: {say_period(step.within)}" if step.within else ""
        yield "mag worden overgeslagen" if step.may_skip else ""

    def _small(self, part: Part) -> Iterator[str]:
        match part:
            case Scope():
                over = f" (artikel {one_of(part.clauses)})" if part.clauses else ""
                yield f"**Reikwijdte**{over}: geldt voor {self._roles(part.who)}"
                yield self._when("als", part.about)
            case Power():
                to = f" aan {one_of(map(spoken, part.to))}" if part.to else ""
                yield f"**Bevoegdheid**: {self._roles(part.who)} mag akkoord geven{to}: {spoken(part.name)}"
                yield f"per {spoken(part.per)}" if part.per else ""
            case Measure():
                who = f" ({self._roles(part.who)})" if part.who else ""
                yield f"**Maatregel {part.rung}** voor {spoken(part.group)}: {part.name}{who}"
                yield f"grond: {part.ground}" if part.ground else ""
            case Setting():
                yield f"**Instelling** {spoken(part.name)}: {'nog niet ingevuld' if part.value is None else part.value}"
            case Window():
                hours = f" {part.start or '00:00'}–{part.end or '24:00'}"
                yield f"**Tijden** “{spoken(part.name)}”: {', '.join(DAYS[day] for day in part.days)}{hours}"
            case Attention():
                yield f"**Aandacht** bij {self._speaker.words('handeling', part.at) or 'alles'}: {part.text}"
                yield self._when("als", part.about)

    def _addressed(self, who: Iterable[str], actions: tuple[str, ...], media: tuple[str, ...]) -> str:
        what = f" bij {self._speaker.words('handeling', actions)}" if actions else ""
        where = f" op {self._speaker.words('medium', media)}" if media else ""
        return f" voor {self._roles(who)}{what}{where}"

    def _roles(self, words: Iterable[str]) -> str:
        return self._speaker.words("wie", words) or "iedereen"

    def _when(self, word: str, node: Node) -> str:
        said = self._speaker.say(node)
        return f"{word}: {said}" if said else ""


def _dutch(words: Vocabulary, codes: Iterable[str]) -> str:
    return one_of(words.dutch(code) for code in codes)
