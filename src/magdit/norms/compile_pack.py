"""From a pack as data to a pack that judges: every name looked up, every reference resolved, rings refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cache

from magdit.norms.answer import Ground
from magdit.norms.broken import BrokenPack
from magdit.norms.catalogue import Catalogue
from magdit.norms.compile_condition import ConditionCompiler
from magdit.norms.conditions.tree import Always, And, Name, Node, Not
from magdit.norms.differing import DEVIATIONS, DONE
from magdit.norms.gates import GateCompiler
from magdit.norms.index import NormIndex
from magdit.norms.leaning import Leaning, free_names, parts_of
from magdit.norms.lexicon import Lexicon
from magdit.norms.mendable import offered_at_all
from magdit.norms.model import Attention, Definition, Duty, Norm, Pack
from magdit.norms.pieces import ALWAYS, CLAUSE, NEVER, Piece, both, either, read_by
from magdit.norms.ready import ReadyDuty, ReadyNorm, ReadyPack, grounds_of, norm_grounds, permission_here
from magdit.norms.references import clauses_meant, first_ring
from magdit.norms.situation import Situation
from magdit.norms.spelled import spelled_out
from magdit.norms.steps import check_steps
from magdit.norms.truth import NO, UNKNOWN, Truth, any_of, negate
from magdit.words.verdicts import RANKS


def compile_pack(pack: Pack, catalogue: Catalogue) -> ReadyPack:
    """Make a pack ready; raises BrokenPack with clause and nearest word for the first mistake."""
    return _PackCompiler(pack, catalogue).ready()


class _PackCompiler:
    def __init__(self, pack: Pack, catalogue: Catalogue) -> None:
        self.catalogue, self.leaning = catalogue, Leaning(pack)
        lists = [catalogue.vocabularies[name] for name in ("handeling", "medium", "rol")]
        lexicon = Lexicon(pack.definitions, [*lists, *catalogue.vocabularies.values()])
        self.pack = spelled_out(pack, lexicon, catalogue)
        self.leaning = Leaning(self.pack)
        self.conditions = ConditionCompiler(self.pack, catalogue, lexicon, self._clause_test)
        self.gates = GateCompiler(self.conditions, self.leaning, catalogue)
        self.by_clause: dict[str, list[ReadyNorm]] = {}

    def ready(self) -> ReadyPack:
        self._refuse_rings_of_words()
        check_steps(self.pack)
        norms = [ready for norm in self.pack.norms for ready in self._norm(norm)]
        for ready in norms:
            self.by_clause.setdefault(ready.norm.clause, []).append(ready)
        self._lift(norms)
        self._refuse_rings()
        for ready in norms:
            self._read(ready)
        whole = [s for s in self.pack.scopes if not s.clauses]
        scopes = tuple((scope.clause, self.gates.scope(scope.who, scope.about, scope.clause)) for scope in whole)
        scope = both(piece for _, piece in scopes)
        duties = tuple(self._duty(duty) for duty in self.pack.duties)
        scope_reads = self._in_full(scope.reads)
        duties_read = self._in_full(read_by(piece for ready in duties for piece in ready.pieces) | {DONE})
        return ReadyPack(
            pack=self.pack,
            norms=tuple(norms),
            duties=duties,
            attentions=tuple((item, self._attention(item)) for item in self.pack.attentions),
            scope=scope,
            scopes=scopes,
            steps=tuple((step, self._piece(step.about, False, step.clause)) for step in self.pack.steps),
            consents=tuple((rule, self._piece(Name(rule.name), True, rule.clause)) for rule in self.pack.consent_rules),
            ages=self.leaning.ages(),
            dates=self.leaning.dates(),
            compiler=self.conditions,
            changes=tuple(offered_at_all(self.pack.norms, self.catalogue)),
            index=NormIndex([n.gate for n in norms], [n.reads for n in norms], scope_reads | duties_read),
            ranks=frozenset({self.pack.rank, *(norm.rank for norm in self.pack.norms)}),
            scope_reads=scope_reads,
            duties_read=duties_read,
            presumes=self._presumed(),
        )

    def _norm(self, norm: Norm) -> Iterator[ReadyNorm]:
        act_nodes, person_nodes = self._parted(norm)
        per = norm.per is not None
        gate = self.gates.gate(norm.clause, who=norm.who, actions=norm.actions, media=norm.media)
        # What takes a permission away from the whole act stands among `act_nodes`: it counts also with nobody there.
        apart = [n for n in norm.unless if norm.kind == "toestemming" and not self._is_personal(n)]
        unless = either(self._piece(node, per, norm.clause) for node in norm.unless if node not in apart)
        needs, names = self._piece(norm.needs, per, norm.clause), self.leaning.names(norm)
        ready = ReadyNorm(
            norm=norm,
            gate=gate,
            act_part=both(self._piece(node, per, norm.clause) for node in act_nodes),
            person_part=both(self._piece(node, per, norm.clause) for node in person_nodes),
            lifted=either((needs, unless)) if norm.kind == "gebod" else unless,
            ban=norm.kind != "toestemming",
            flags=self._flags(norm),
            names=names,
            changeable=tuple(fact for fact in map(self.catalogue.fact, sorted(names)) if fact and fact.changes),
        )
        yield ready
        if norm.only:
            yield self._everything_else(norm, ready)

    def _parted(self, norm: Norm) -> tuple[list[Node], list[Node]]:
        """The parts about the act and those about a person, so that 'for all' holds when there is nobody."""
        nodes = [*parts_of(norm.about)]
        if norm.kind == "toestemming":
            nodes += [*parts_of(norm.needs), *(Not(node) for node in norm.unless if not self._is_personal(node))]
        person = [node for node in nodes if self._is_personal(node)]
        return [node for node in nodes if node not in person], person

    def _is_personal(self, node: Node) -> bool:
        return any(
            name in self.conditions.rules
            or ((fact := self.catalogue.fact(name)) is not None and fact.per_person)
            or (name in self.conditions.definitions and self._is_personal(self._meaning(name)))
            for name in free_names(node)
        )

    def _meaning(self, name: str) -> Node:
        about = self.conditions.definitions[name].about
        return about if about is not None else And(())

    def _everything_else(self, norm: Norm, permission: ReadyNorm) -> ReadyNorm:
        """The ban that an only-permission carries: within its field all else is forbidden, by the same clause."""
        rest = (*norm.who, *norm.only_rest) if norm.who else ()
        per = norm.per is not None
        bounded = norm.only_within is not None
        about = norm.only_within if norm.only_within is not None else norm.about
        gate = (
            self.gates.gate(norm.clause, who=rest)
            if bounded
            else self.gates.gate(norm.clause, who=rest, actions=norm.actions, media=norm.media)
        )
        spared = either(self._piece(node, per, norm.clause) for node in norm.only_spares)
        allowed = Piece(permission_here(permission), grounds_of(permission), permission.read_directly)
        return ReadyNorm(
            norm=replace(norm, id=f"{norm.id}!", kind="verbod"),
            gate=gate,
            act_part=ALWAYS if per else self._piece(about, per, norm.clause),
            person_part=self._piece(about, per, norm.clause) if per else ALWAYS,
            lifted=either((allowed, spared)),
            ban=True,
            implied=True,
            flags=permission.flags,
            names=permission.names,
            changeable=permission.changeable,
        )

    def _duty(self, duty: Duty) -> ReadyDuty:
        return ReadyDuty(
            duty,
            both(self._called(duty, ())),
            None if duty.done is None else self._piece(duty.done, False, duty.clause),
        )

    def _called(self, duty: Duty, later: tuple[str, ...]) -> Iterator[Piece]:
        """When an act calls up a duty: its own conditions, and those of every duty it follows."""
        if duty.id in later:
            raise BrokenPack("ring", clause=duty.clause, given=" -> ".join((*later, duty.id)))
        if duty.repeats and not duty.actions and isinstance(duty.about, Always):
            yield NEVER
            return
        chained = duty.after is not None and duty.actors is None
        actors = () if chained else (duty.who if duty.actors is None else duty.actors)
        yield self.gates.gate(duty.clause, who=actors, actions=duty.actions, media=duty.media)
        yield self._piece(duty.about, False, duty.clause)
        if duty.after is not None:
            yield from self._called(self._earlier(duty), (*later, duty.id))

    def _earlier(self, duty: Duty) -> Duty:
        duties = {other.id: other for other in self.pack.duties}
        first = str(duty.after).removeprefix("plicht:")
        if first not in duties:
            near = tuple(get_close_matches(first, duties, n=3, cutoff=0.4))
            raise BrokenPack("unknown_duty", clause=duty.clause, given=first, nearest=near)
        return duties[first]

    def _attention(self, attention: Attention) -> Piece:
        return both(
            (
                self.gates.gate(attention.clause, actions=attention.at),
                self._piece(attention.about, False, attention.clause),
            )
        )

    def _piece(self, node: Node, per: bool, clause: str) -> Piece:
        return self.conditions.piece(node, per=per, clause=clause)

    def _clause_test(self, reference: str, clause: str) -> Piece:
        numbers = clauses_meant(reference, self.pack.clauses, by=clause)

        @cache  # the norms themselves are made ready later
        def meant() -> tuple[ReadyNorm, ...]:
            return tuple(ready for number in numbers for ready in self.by_clause.get(number, ()))

        @cache
        def allowing() -> tuple[tuple[ReadyNorm, ...], tuple[ReadyNorm, ...]]:
            bans = tuple(ready for ready in meant() if ready.ban and ready.norm.kind == "verbod")
            return tuple(ready for ready in meant() if not ready.ban), bans

        def test(situation: Situation) -> Truth:
            whole, (permits, bans) = situation.whole(), allowing()
            permitted = any_of(ready.holds(whole) for ready in permits)
            if permitted is NO:
                return NO
            return min(permitted, negate(any_of(ready.holds(whole) for ready in bans)))

        def why(situation: Situation, outcome: Truth) -> Iterator[Ground]:
            whole = situation.whole()
            yield Ground(f"artikel:{reference}", None, outcome, lack=None)
            if outcome is UNKNOWN:
                for ready in meant():
                    if ready.holds(whole) is UNKNOWN:
                        yield from norm_grounds(ready, whole)

        return Piece(test, why, frozenset({CLAUSE + reference}))

    def _lift(self, norms: list[ReadyNorm]) -> None:
        """Connect norms that lift others (`uitzondering_op`): never a higher rank, never a consent requirement."""
        for lifter in norms:
            if lifter.implied:
                continue
            for reference in lifter.norm.lifts:
                numbers = set(clauses_meant(reference, self.pack.clauses, by=lifter.norm.clause))
                numbers -= {
                    n
                    for ref in lifter.norm.lifts_not
                    for n in clauses_meant(ref, self.pack.clauses, by=lifter.norm.clause)
                }
                named = reference in numbers
                for target in norms:
                    if target is not lifter and target.norm.clause in numbers and target.ban:
                        self._connect(lifter, target, named=named)

    def _connect(self, lifter: ReadyNorm, target: ReadyNorm, *, named: bool) -> None:
        higher = RANKS[target.norm.rank] > RANKS[lifter.norm.rank]
        consent = bool(target.names & set(self.conditions.rules))
        if not higher and not consent:
            target.lifters.append(lifter)
        elif named:
            code = "lifts_higher_rank" if higher else "lifts_consent"
            raise BrokenPack(code, clause=lifter.norm.clause, given=target.norm.clause)

    def _read(self, ready: ReadyNorm) -> frozenset[str]:
        """Work out what a norm reads itself, through those that lift it, and through the clauses it leans on."""
        if not ready.reads:
            kept = {DEVIATIONS} if ready.norm.force == "in_beginsel" else set()
            lifters = (self._read(lifter) for lifter in ready.lifters)
            ready.reads = self._in_full(ready.read_directly | kept).union(*lifters)
        return ready.reads

    def _in_full(self, reads: frozenset[str]) -> frozenset[str]:
        """The same reads, with what a clause reads in the place of its number."""
        references = {name for name in reads if name.startswith(CLAUSE)}
        meant = (clauses_meant(name.removeprefix(CLAUSE), self.pack.clauses, by="") for name in references)
        leaned_on = (ready for numbers in meant for number in numbers for ready in self.by_clause.get(number, ()))
        return (reads - references).union(*map(self._read, leaned_on))

    def _refuse_rings_of_words(self) -> None:
        ring = self.leaning.ring()
        if ring:
            clauses = {d.word: d.clause for d in self.pack.definitions}
            raise BrokenPack("ring", clause=clauses.get(ring[0], ""), given=" -> ".join(ring))

    def _refuse_rings(self) -> None:
        edges: dict[str, set[str]] = {}
        for norms in self.by_clause.values():
            for ready in norms:
                lifters = (lifter.norm.clause for lifter in ready.lifters)
                edges.setdefault(ready.norm.clause, set()).update(self.leaning.clauses(ready.norm), lifters)
        ring = first_ring(edges)
        if ring:
            raise BrokenPack("ring", clause=ring[0], given=" -> ".join(ring))

    def _flags(self, norm: Norm) -> frozenset[str]:
        """The facts that count as told until someone raises them: to be listed as not looked at."""
        names = self.leaning.names(norm)
        quiet = {name for d in self.pack.definitions if d.absent_is_no and d.word in names for name in self._quiet(d)}
        facts = (self.catalogue.fact(name) for name in names)
        return frozenset(fact.name for fact in facts if fact and (fact.asked == "bij_vlag" or fact.name in quiet))

    def _presumed(self) -> frozenset[str]:
        """The facts that count as something while untold, in the whole pack."""
        quiet = (self.leaning.behind(d) for d in self.pack.definitions if d.absent_is_no)
        return frozenset(f.name for f in self.catalogue.facts.values() if f.asked == "bij_vlag").union(*quiet)

    def _quiet(self, definition: Definition) -> frozenset[str]:
        """What counts as no when untold; a consent or a leave never does."""
        names = self.leaning.behind(definition)
        if names & {*self.conditions.rules, *self.conditions.powers}:
            raise BrokenPack("absent_consent", clause=definition.clause, given=definition.word)
        return names
