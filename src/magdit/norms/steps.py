"""Which steps of a case come now: what waits for what, what does not apply, what may be skipped. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterable

from magdit.norms.act import Act
from magdit.norms.broken import BrokenPack
from magdit.norms.model import Pack, Step
from magdit.norms.ready import ReadyPack
from magdit.norms.references import first_ring
from magdit.norms.situation import Situation
from magdit.norms.truth import NO


def steps_of(pack: Pack, case: str) -> tuple[Step, ...]:
    """The steps of a case of this kind, in the order of the document."""
    return tuple(step for step in pack.steps if case in step.cases)


def open_steps(ready: ReadyPack, case: str, act: Act, *, done: Iterable[int | str] = ()) -> tuple[Step, ...]:
    """The steps that may be taken now: not done, and all that comes first is.

    `act` holds what is known of the case. A step that does not apply stands in nobody's way; one of which that is not
    known stays open, so that nothing is passed over. A step that may be skipped is open but holds nothing up.
    """
    steps = steps_of(ready.pack, case)
    situation = Situation(act)
    finished = {_place(step) for reference in done for step in meant(reference, steps)}
    applying = [step for step, about in ready.steps if case in step.cases and about.test(situation) is not NO]
    waiting = [step for step in applying if _place(step) not in finished]
    blocking = {_place(step) for step in waiting if not step.may_skip}
    return tuple(
        step
        for step in waiting
        if not any(_place(first) in blocking for reference in step.after for first in meant(reference, steps))
    )


def meant(reference: int | str, steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps that a reference means: a number, an article (all its steps), or the label of one step."""
    if isinstance(reference, int):
        return tuple(step for step in steps if step.number == str(reference))
    return tuple(step for step in steps if reference in (step.clause, step.label))


def check_steps(pack: Pack) -> None:
    """Refuse a step that waits for one that is not there, and steps that wait for each other; raises BrokenPack."""
    for case in dict.fromkeys(case for step in pack.steps for case in step.cases):
        steps = steps_of(pack, case)
        edges = {_place(step): [_place(first) for first in _firsts(step, steps)] for step in steps}
        ring = first_ring(edges)
        if ring:
            raise BrokenPack("ring", clause=ring[0].split()[0], given=" -> ".join(ring))


def _firsts(step: Step, steps: tuple[Step, ...]) -> Iterable[Step]:
    for reference in step.after:
        found = meant(reference, steps)
        if not found:
            near = tuple(dict.fromkeys(other.clause for other in steps))[:3]
            raise BrokenPack("unknown_step", clause=step.clause, given=str(reference), nearest=near)
        yield from (other for other in found if other is not step)


def _place(step: Step) -> str:
    return f"{step.clause} {step.number} {step.does}"
