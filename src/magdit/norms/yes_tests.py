"""Tests on what someone else said: a leave (akkoord), a consent of the person in view, an objection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from magdit.norms.answer import Ground
from magdit.norms.consent import ConsentStatus, consent_status
from magdit.norms.differing import CONSENTS, GRANTS, OBJECTIONS
from magdit.norms.grants import GrantStatus, grant_status
from magdit.norms.lacking import ANSWERS, TURN, lacking
from magdit.norms.match import falls_under
from magdit.norms.model import ConsentRule, Power, Signer
from magdit.norms.one_answer import Asked
from magdit.norms.pieces import Piece, read_by
from magdit.norms.situation import NOBODY_KNOWN, Situation
from magdit.norms.truth import UNKNOWN, Truth, any_of
from magdit.words.vocabulary import Vocabulary


def grant_test(pack_id: str, name: str, powers: tuple[Power, ...], roles: Vocabulary) -> Piece:
    """Whether this leave was given by someone who may give it."""

    place, reads = (pack_id, "akkoord", name), frozenset({GRANTS, "wie"})

    def status(situation: Situation) -> GrantStatus:
        known: GrantStatus | None = situation.recalled(place, reads)
        if known is None:
            known = situation.memo[place] = grant_status(powers, situation.act, roles)
        return known

    def why(situation: Situation, outcome: Truth) -> Iterator[Ground]:
        found = status(situation)
        if found.lacks is not None:
            yield Ground(found.lacks, None, UNKNOWN, lack="feit")
            return
        yield Ground(name, None, found.truth, lack="akkoord", detail=_detail(found.code, found.ask, found.by))

    return Piece(lambda situation: status(situation).truth, why, reads)


@dataclass(frozen=True, slots=True, eq=False)
class ConsentParts:
    """What a consent requirement leans on, made ready: whose turn it is, yes/no facts, and the word lists."""

    turns: Mapping[Signer, Piece]
    facts: Mapping[str, Piece]
    media: Vocabulary
    roles: Vocabulary

    @property
    def reads(self) -> frozenset[str]:
        """What the answers hang on: themselves, the person, the day, and what the act shows and where."""
        return read_by((*self.turns.values(), *self.facts.values())) | {CONSENTS, OBJECTIONS, "rol", "medium", "inhoud"}

    def open_grounds(self, lack: str, situation: Situation) -> Iterator[Ground]:
        """What keeps a yes unknown, besides the answers themselves: something of the person or of the act."""
        pieces = self.turns.values() if lack == TURN else (self.facts[lack],) if lack in self.facts else ()
        for piece in pieces:
            yield from (_told_by(ground, situation) for ground in piece.grounds(situation) if ground.is_unknown)
        if lack == "rol":
            yield _of_person("rol", UNKNOWN, situation)
        elif not pieces and lack != ANSWERS:
            yield Ground(lack, None, UNKNOWN, lack="feit")

    def asked(self, situation: Situation) -> Asked:
        """The question about the person in view."""
        person = situation.person or NOBODY_KNOWN
        return Asked(
            situation.act,
            person,
            self.media,
            self.roles,
            turn=lambda signer: self.turns[signer].test(situation),
            is_so=lambda name: self.facts[name].test(situation),
            alone=len(situation.act.people.get(situation.group or "") or ()) == 1,
        )


def consent_test(pack_id: str, rule: ConsentRule, parts: ConsentParts) -> Piece:
    """Whether there is a valid yes for the person in view."""

    reads = parts.reads | {rule.name}

    def status(situation: Situation) -> ConsentStatus:
        place = (pack_id, "toestemming", rule.name, situation.group, situation.index)
        known: ConsentStatus | None = situation.recalled(place, reads)
        if known is None:
            known = situation.memo[place] = consent_status(rule, parts.asked(situation))
        return known

    def why(situation: Situation, outcome: Truth) -> Iterator[Ground]:
        found = status(situation)
        lacks = lacking(rule, parts.asked(situation)) if found.truth is UNKNOWN else (ANSWERS,)
        for lack in lacks:
            yield from parts.open_grounds(lack, situation)
        if ANSWERS not in lacks:
            return  # told in full: to ask for the answers again would bring nothing
        told = _of_person(rule.name, found.truth, situation)
        yield replace(told, lack="toestemming", detail=_detail(found.code, found.ask, found.by, found.on))

    return Piece(lambda situation: status(situation).truth, why, reads)


def objection_test(role: str, roles: Vocabulary) -> Piece:
    """Whether someone in this role objected. An objection is an explicit act: when none was told there is none."""

    def test(situation: Situation) -> Truth:
        made = situation.act.objections or ()
        return any_of(falls_under(roles, objection.by, role) for objection in made if objection.state == "gegeven")

    def why(situation: Situation, outcome: Truth) -> Iterator[Ground]:
        yield Ground("bezwaren", None, outcome, detail={"door": role})

    return Piece(test, why, frozenset({OBJECTIONS}))


def _told_by(ground: Ground, situation: Situation) -> Ground:
    """What must be told for this: of an age whose birth date is known that is the day."""
    person = situation.person or NOBODY_KNOWN
    known = ground.fact == "leeftijd" and "geboortedatum" in person.facts and situation.act.moment is None
    return Ground("moment", None, UNKNOWN, lack="feit") if known else ground


def _of_person(name: str, value: Truth, situation: Situation) -> Ground:
    person = situation.person.label if situation.person else None
    return Ground(name, None, value, person=person, lack="feit", group=situation.group, index=situation.index)


def _detail(code: str, ask: tuple[str, ...], by: str | None, on: date | None = None) -> dict[str, str]:
    told = {"code": code, "vraag_aan": ",".join(ask), "door": by or "", "op": on.isoformat() if on else ""}
    return {key: value for key, value in told.items() if value}
