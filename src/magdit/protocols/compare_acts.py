"""One side of a comparison: a pack ready to judge, and the acts that look into its norms. Knows no other side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from magdit.norms.act import Act
from magdit.norms.catalogue import Catalogue
from magdit.norms.combine import Says
from magdit.norms.compile_pack import compile_pack
from magdit.norms.examples.alone import Examples, against
from magdit.norms.examples.probes import Probes
from magdit.norms.judge import Outcome, is_waiting
from magdit.norms.model import Duty, Norm, Pack

Part = Norm | Duty


@dataclass(frozen=True, slots=True)
class Voice:
    """What one protocol says of an act: the outcome, the clauses it rests on, and who must do what.

    Silent: no norm speaks, only what holds otherwise.
    """

    value: str
    clauses: tuple[str, ...]
    silent: bool
    duties: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Side:
    """One protocol in a comparison; what it made and judged is kept."""

    examples: Examples
    probes: Probes
    _acts: dict[tuple[type, str], tuple[Act, ...]] = field(default_factory=dict)
    _heard: dict[int, tuple[Act, Voice]] = field(default_factory=dict)

    @classmethod
    def of(cls, pack: Pack, catalogue: Catalogue) -> Side:
        """Raises BrokenPack when the pack does not hold together."""
        examples = Examples.of(compile_pack(pack, catalogue), catalogue)
        return cls(examples, Probes(examples))

    @property
    def pack(self) -> Pack:
        """The protocol itself."""
        return self.examples.ready.pack

    @property
    def parts(self) -> tuple[Part, ...]:
        """What an answer can hang on: norms and duties."""
        return (*self.pack.norms, *self.pack.duties)

    def acts_of(self, part: Part) -> tuple[Act, ...]:
        """The acts that look into one part."""
        key = (type(part), part.id)
        if key not in self._acts:
            made = self.probes.of_norm(part) if isinstance(part, Norm) else self.probes.of_duty(part)
            self._acts[key] = tuple({repr(act): act for act in made}.values())
        return self._acts[key]

    def bases(self) -> Iterator[Act]:
        """The acts on which its norms speak alone."""
        for norm in self.pack.norms:
            yield from self.probes.bases(norm)

    def voice(self, act: Act) -> Voice:
        """What it says of an act."""
        return voice_of(self.examples.outcome(act))

    def kept_voice(self, act: Act) -> Voice:
        """The same, worked out once for an act that is asked about more often."""
        if id(act) not in self._heard:
            self._heard[id(act)] = (act, self.voice(act))
        return self._heard[id(act)][1]


def voice_of(outcome: Outcome) -> Voice:
    """An outcome in short, with the clauses that decided it."""
    norms = [f for f in outcome.findings if f.ready.decides]
    if outcome.value == "mag_niet":
        found = [f.ready.norm.clause for f in norms if f.says is Says.DENY and not f.soft]
    elif outcome.value == "onzeker":
        waiting = [t.duty.clause for _, t in outcome.duties if is_waiting(t)]
        doubts = [f.ready.norm.clause for f in against(outcome)]
        found = [*doubts, *waiting] or [f.ready.norm.clause for f in norms if f.says is Says.MAYBE_PERMIT]
    else:
        found = [f.ready.norm.clause for f in norms if f.says is Says.PERMIT]
    silent = outcome.value in {"niet_geregeld", "voorleggen"}
    duties = frozenset(_said(t.duty) for _, t in outcome.duties if t.state != "vervuld")
    return Voice(outcome.value, tuple(dict.fromkeys(found)) if not silent else (), silent, duties)


def _said(duty: Duty) -> str:
    """A duty in short, so that the same one in two protocols is the same."""
    to = f" > {', '.join(duty.to)}" if duty.to else ""
    return f"{', '.join(duty.who)}: {duty.does}{to}"
