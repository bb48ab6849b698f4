"""Two protocols side by side: where they say the same, where one is stricter, where only one of them speaks.

Found by judging acts, not by reading texts: the acts that look into every norm of both. A difference that no such act
shows is not found; `docs/decisions/0012-lint.md` says how many were missed of those that were planted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from magdit.norms.act import Act
from magdit.norms.catalogue import Catalogue
from magdit.norms.examples.shrink import shrunk
from magdit.norms.model import Pack
from magdit.protocols.compare_acts import Part, Side, Voice
from magdit.protocols.compare_beside import Beside, are_versions, beside_verdicts
from magdit.protocols.compare_consents import changed_consents
from magdit.protocols.compare_voices import (
    ONLY_RIGHT,
    OTHER_CLAUSES,
    OTHER_DUTIES,
    RELATIONS,
    RIGHT_STRICTER,
    SAME,
    Key,
    differ,
    is_within,
    keys_of,
)
from magdit.words.vocabulary import Word

ROLES = ("leerling", "leerkracht", "ouder", "directeur", "stagiair")
MEDIA = ("instagram", "whatsapp", "ouderportaal", "website")

Found = dict[Key, list[Act]]


@dataclass(frozen=True, slots=True)
class Row:
    """One subject: the clauses that decide on either side, what they come to, and an act that shows it."""

    relation: str
    left: Voice
    right: Voice
    example: Act
    actions: tuple[str, ...]
    times: int

    @property
    def clashes(self) -> bool:
        """One allows what the other forbids."""
        return {self.left.value, self.right.value} == {"mag", "mag_niet"}

    @property
    def differs(self) -> bool:
        return self.relation != SAME


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows, the differences first, and what differs beside the verdicts."""

    rows: tuple[Row, ...]
    acts: int
    beside: tuple[Beside, ...]

    @property
    def differs(self) -> bool:
        return bool(self.beside) or any(row.differs for row in self.rows)


def sides(left: tuple[Pack, Catalogue], right: tuple[Pack, Catalogue]) -> tuple[Side, Side]:
    """Both packs ready to judge, in one catalogue of facts and words. Raises BrokenPack."""
    whole = joined(left[1], right[1])
    return Side.of(left[0], whole), Side.of(right[0], whole)


def compare(left: Side, right: Side) -> Comparison:
    """The whole comparison."""
    found: Found = {}
    total, versions = 0, are_versions(left.pack, right.pack)
    for act in acts_for(left, right):
        total += 1
        for key in keys_of(left.kept_voice(act), right.voice(act), versions=versions):
            found.setdefault(key, []).append(act)
    together: dict[object, Found] = {}
    for key, acts in _untold(_smallest(found)).items():
        together.setdefault(_subject(key), {})[key] = acts
    rows = [_row(left, right, group) for group in together.values()]
    rows.sort(key=lambda row: (not row.clashes, RELATIONS.index(row.relation), -row.times))
    consents = changed_consents(left, right) if versions else ()
    return Comparison(tuple(rows), total, (*beside_verdicts(left.pack, right.pack), *consents))


def differing(left: Side, right: Side) -> Act | None:
    """The first act on which the outcomes or the duties differ, or (in two versions) the articles; or None."""
    versions = are_versions(left.pack, right.pack)
    pairs = ((act, left.kept_voice(act), right.voice(act)) for act in acts_for(left, right))
    return next((act for act, one, other in pairs if differ(one, other, versions=versions)), None)


def acts_for(left: Side, right: Side) -> Iterator[Act]:
    """The acts to judge under both: those of parts that differ first, then all others, each once."""
    new = [part for part in right.parts if not _is_known(part, right, left)]
    gone = [part for part in left.parts if not _is_known(part, left, right)]
    rest = [part for part in left.parts if part not in gone]
    seen: set[str] = set()
    for act in _in_turn(left, right, new, gone, rest):
        key = repr(act)
        if key not in seen:
            seen.add(key)
            yield act


def joined(one: Catalogue, other: Catalogue) -> Catalogue:
    """The facts and words of both; where both define the same, the first counts."""
    facts = [fact for name, fact in other.facts.items() if name not in one.facts]
    words: dict[str, list[Word]] = {}
    for name, listed in other.vocabularies.items():
        known = one.vocabularies.get(name)
        more = [word for word in listed if known is None or word.code not in known]
        words |= {name: more} if more else {}
    return one.with_facts(facts, words) if facts or words else one


def _in_turn(left: Side, right: Side, new: Iterable[Part], gone: Iterable[Part], rest: Iterable[Part]) -> Iterator[Act]:
    for part in new:
        yield from right.acts_of(part)
    for part in (*gone, *rest):
        yield from left.acts_of(part)
    for one, other in ((left, right), (right, left)):
        if one.pack.id != other.pack.id:
            yield from (other.examples.alone(act) for act in one.bases())
    if left.pack.id != right.pack.id:
        yield from _everyday(left, right)


def _everyday(left: Side, right: Side) -> Iterator[Act]:
    """Each action by some people on some channels, told no further than needed to quiet both protocols."""
    for word in left.examples.catalogue.vocabularies["handeling"]:
        for role in ROLES:
            for medium in MEDIA:
                bare = Act(facts={"wie": (role,), "handeling": word.code, "medium": medium})
                yield bare
                if medium in MEDIA[:1]:
                    yield right.examples.alone(left.examples.alone(bare))


def _is_known(part: Part, here: Side, there: Side) -> bool:
    """Whether the other side has this very part, and everything it leans on is the same there."""
    if part not in there.parts:
        return False
    names = here.probes.leans_on(part)
    return _behind(here.pack, names) == _behind(there.pack, names)


def _behind(pack: Pack, names: frozenset[str]) -> tuple[object, ...]:
    named = [d for d in pack.definitions if d.word in names or d.value is not None]
    rules = [rule for rule in pack.consent_rules if rule.name in names]
    powers = [power for power in pack.powers if power.name in names]
    return (named, rules, powers, pack.scopes, pack.windows, pack.default)


def _smallest(found: Found) -> Found:
    """Without what only repeats a smaller one: the same relation by the same clauses and some more."""

    return {key: acts for key, acts in found.items() if not any(is_within(other, key) for other in found)}


def _untold(found: Found) -> Found:
    """Without the other articles for the same outcome where the outcomes tell of those articles already."""
    outcomes = [key for key in found if key[0] not in {SAME, OTHER_DUTIES, OTHER_CLAUSES}]
    told = {clause for key in outcomes for voice in key[1:] for clause in voice.clauses}

    def says_more(key: Key) -> bool:
        return key[0] != OTHER_CLAUSES or not told >= {*key[1].clauses, *key[2].clauses}

    return {key: acts for key, acts in found.items() if says_more(key)}


def _subject(key: Key) -> object:
    """What a row is about: the clauses of the side that speaks, or is stricter; what the other rests on is listed."""
    relation_, left, right = key
    if relation_ in {OTHER_DUTIES, OTHER_CLAUSES}:
        return relation_, left, right
    by = right.clauses if relation_ in {RIGHT_STRICTER, ONLY_RIGHT} else left.clauses
    return relation_, left.value, right.value, by


def _row(left: Side, right: Side, group: Found) -> Row:
    key, acts = max(group.items(), key=lambda item: len(item[1]))
    versions = are_versions(left.pack, right.pack)

    def alike(act: Act) -> bool:
        return key in keys_of(left.voice(act), right.voice(act), versions=versions)

    example = shrunk(min(acts, key=lambda act: len(repr(act))), alike)
    every = [act for some in group.values() for act in some]
    actions = tuple(dict.fromkeys(str(act.facts["handeling"]) for act in every if "handeling" in act.facts))
    voices = (_together(one for _, one, _ in group), _together(one for _, _, one in group))
    return Row(key[0], *voices, example=example, actions=actions, times=len(every))


def _together(voices: Iterable[Voice]) -> Voice:
    """Voices of one value as one, with the clauses of all."""
    every = tuple(voices)
    return replace(every[0], clauses=tuple(dict.fromkeys(clause for voice in every for clause in voice.clauses)))
