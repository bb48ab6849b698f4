"""Every route to yes: the smallest sets of changes, cheapest first, each judged again before it is offered."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from magdit.norms.act import Act
from magdit.norms.answer import Route
from magdit.norms.changes import Kind, Move, applied, duty_move, offered_by
from magdit.norms.combine import Says
from magdit.norms.judge import Book, Finding, Outcome, is_waiting, outcome_of
from magdit.norms.mendable import is_beyond_mending
from magdit.norms.waiting import TROUBLE, moments_ahead
from magdit.words.roles import AUTHOR

MOST_ROUTES = 6
MOST_LOOKS = 60
Moves = tuple[Move, ...]


class RouteFinder:
    """Searches from one act outwards. Bounded in routes and in judgements, so that it always ends."""

    def __init__(self, book: Book, layers: frozenset[str] | None, packs: tuple[str, ...] | None = None) -> None:
        self.book, self.layers = book, layers
        self._known: dict[Moves, Outcome] = {}
        self._offers: dict[int, dict[Kind, Move]] = {}  # by a finding that `_known` keeps alive
        self.packs = [ready for ready in book.packs if packs is None or ready.pack.id in packs]

    def routes(self, act: Act, outcome: Outcome) -> tuple[Route, ...]:
        """The routes from this act, cheapest first; none when it is allowed already."""
        return tuple(_route(moves, value) for moves, value in self.paths(act, outcome))

    def paths(self, act: Act, outcome: Outcome) -> tuple[tuple[Moves, str], ...]:
        """The same routes as what each does to the act, with the outcome at their end."""
        if outcome.value not in {"mag_niet", "onzeker"} or is_beyond_mending(outcome, self.packs):
            return ()
        self._known, self._offers = {(): outcome}, {}
        # What mends one trouble may take away another as well; looked at only when the straight way leads nowhere.
        return self._search(act, outcome, wide=False) or self._search(act, outcome, wide=True)

    def _search(self, act: Act, outcome: Outcome, *, wide: bool) -> tuple[tuple[Moves, str], ...]:
        found: list[tuple[Moves, str]] = []
        short: list[tuple[Moves, str]] = []  # that leaves a question for the author alone
        order = count()
        waiting: list[tuple[int, int, Moves]] = [(0, next(order), ())]
        looks = 0
        while waiting and looks < MOST_LOOKS and len(found) < MOST_ROUTES:
            _, _, moves = heapq.heappop(waiting)
            if any(_steps(known) <= _steps(moves) for known, _ in found):
                continue
            looks += 1
            state = self._judged(moves, act)
            offered = self._next_moves(moves, act, wide=wide) if state.value in {"mag_niet", "onzeker"} else iter(())
            # A step taken already mends nothing more; where only those are left, this is as far as it goes.
            nexts = [more for more in offered if len(_steps((*moves, *more))) == len(moves) + len(more)]
            if moves and state.value not in {"mag_niet", outcome.value} and not nexts:
                found.append((self._smallest(moves, act, state.value), state.value))
                continue
            if not short and self._is_left_to_the_author(moves, state):
                short.append((self._smallest(moves, act, state.value), state.value))
            for more in nexts:
                heapq.heappush(waiting, (_cost((*moves, *more)), next(order), (*moves, *more)))
        return tuple(_with_cheaper(short, _only_smallest(found)))

    def after(self, moves: Moves, act: Act) -> Act:
        """The act when all this is done."""
        for move in moves:
            act = applied(move, act)
        return act

    def _judged(self, moves: Moves, act: Act) -> Outcome:
        """The outcome when all this is done, worked out once per search."""
        if moves not in self._known:
            self._known[moves] = self._look(moves, act)
        return self._known[moves]

    def _look(self, moves: Moves, act: Act) -> Outcome:
        """Judged as a change of the act with one step less, where that was looked at already."""
        before = self._known.get(moves[:-1]) or self._known[()]
        return outcome_of(self.packs, before.situation.supposing(self.after(moves, act)), layers=self.layers)

    def _next_moves(self, taken: Moves, act: Act, *, wide: bool) -> Iterator[Moves]:
        """For the first trouble: every sort of step, taken for all the people it concerns at once."""
        state, here = self._judged(taken, act), self.after(taken, act)
        # What the author's own eye settles comes last: no picture is left out for a coat that nobody looked at.
        groups = sorted(_alike(_trouble(state)), key=lambda alike: all(map(self._is_for_the_author, alike)))
        if not groups:
            waiting = sorted((t.duty.id, t.duty.to) for _, t in state.duties if is_waiting(t))
            yield from ((duty_move(name, to),) for name, to in waiting)
            return
        own = list(self._moves_against(groups[0], here))
        yield from own
        yield from self._waiting_longer([moves[0] for moves in own if moves[0].is_waiting], taken, act)
        if wide or not own:
            for moves in (moves for other in groups[1:] for moves in self._moves_against(other, here)):
                if _may_end(groups[0], moves) and self._ends(groups[0], (*taken, *moves), act):
                    yield moves

    def _waiting_longer(self, waits: Iterable[Move], taken: Moves, act: Act) -> Iterator[Moves]:
        """Until nothing stands in the way any more, where that takes longer than for this trouble alone."""
        for wait in waits:
            ahead = (replace(wait, value=moment) for moment in moments_ahead(self.packs, self.after(taken, act)))
            enough = (move for move in ahead if self._judged((*taken, move), act).value not in {"mag_niet", "onzeker"})
            longer = next(enough, wait)
            if longer.value != wait.value:
                yield (longer,)

    def _moves_against(self, alike: list[Finding], act: Act) -> Iterator[Moves]:
        options = [{kind: move for kind, move in self._offered(f).items() if move.fits(act)} for f in alike]
        for kind in options[0]:
            chosen = [option.get(kind) or min(option.values(), key=_move_cost, default=None) for option in options]
            moves = tuple(dict.fromkeys(move for move in chosen if move is not None))
            if len([move for move in chosen if move is not None]) == len(alike):
                yield moves

    def _offered(self, finding: Finding) -> dict[Kind, Move]:
        """The sorts of step against a finding, worked out once: most findings stay as they were after a step."""
        known = self._offers.get(id(finding))
        if known is None:
            here, known = finding.situation, {}
            for move in offered_by(finding, finding.grounds(), self.book):
                # A condition about all in view offers the same step for others too; the one it is about comes first.
                if move.kind not in known or (move.step.group, move.step.index) == (here.group, here.index):
                    known[move.kind] = move
            self._offers[id(finding)] = known
        return known

    def _ends(self, alike: list[Finding], moves: Moves, act: Act) -> bool:
        left = _trouble(self._judged(moves, act))
        return not any(f.ready is alike[0].ready for f in left)

    def _is_left_to_the_author(self, moves: Moves, state: Outcome) -> bool:
        """Whether these own steps end all that stands in the way but doubts that hang on the author's own eye."""
        left, at_first = _trouble(state), _trouble(self._known[()])
        waits = any(is_waiting(triggered) for _, triggered in state.duties)
        goes_on = all(move.step.own for move in moves) and not all(map(self._is_for_the_author, at_first))
        return goes_on and bool(left) and not waits and all(map(self._is_for_the_author, left))

    def _is_for_the_author(self, finding: Finding) -> bool:
        unknown = [self.book.catalogue.fact(ground.fact) for ground in finding.grounds() if ground.is_unknown]
        judged = (fact is not None and fact.is_judgement and fact.giver == AUTHOR for fact in unknown)
        return finding.says is not Says.DENY and any(judged)

    def _smallest(self, moves: Moves, act: Act, value: str) -> Moves:
        """Leave out what a later step made needless, one sort of step at a time."""
        for kind in dict.fromkeys(move.kind for move in moves):
            fewer = tuple(move for move in moves if move.kind != kind)
            if fewer and len(fewer) < len(moves) and self._judged(fewer, act).value == value:
                moves = fewer
        return moves


def _alike(trouble: list[Finding]) -> list[list[Finding]]:
    """The same norm about several people is one trouble. Surest first, then by name: no order of the document."""
    groups: dict[tuple[int, Says], list[Finding]] = {}
    for finding in sorted(trouble, key=lambda f: (TROUBLE.index(f.says), f.pack.pack.id, f.ready.norm.id)):
        groups.setdefault((id(finding.ready), finding.says), []).append(finding)
    return list(groups.values())


def _may_end(alike: list[Finding], moves: Moves) -> bool:
    """Whether these steps touch anything that the norm in trouble, or the scope of its protocol, hangs on."""
    hangs_on = alike[0].ready.reads | alike[0].pack.scope_reads
    return any(not move.touches.isdisjoint(hangs_on) for move in moves)


def _trouble(state: Outcome) -> list[Finding]:
    return [f for f in state.findings if f.says in TROUBLE and f.ready.decides]


def _only_smallest(found: list[tuple[Moves, str]]) -> list[tuple[Moves, str]]:
    """Cheapest first, without routes that hold another one."""
    kept: list[tuple[Moves, str]] = []
    for moves, value in sorted(found, key=lambda item: (item[1] == "onzeker", _cost(item[0]))):
        if not any(_steps(known) <= _steps(moves) for known, _ in kept):
            kept.append((moves, value))
    return kept


def _with_cheaper(short: list[tuple[Moves, str]], found: list[tuple[Moves, str]]) -> Iterator[tuple[Moves, str]]:
    """Before the first way in the author's own hands: a cheaper one, after which only their own word is asked."""
    own = next((moves for moves, _ in found if all(move.step.own for move in moves)), None)
    cheaper = short if own is not None and short and _cost(short[0][0]) < _cost(own) else []
    yield from cheaper
    yield from found[: MOST_ROUTES - len(cheaper)]


def _route(moves: Moves, value: str) -> Route:
    steps = tuple(move.as_told for move in moves)
    return Route(steps, _cost(moves), all(step.own for step in steps), value)


def _steps(moves: Moves) -> frozenset[tuple[str, str, str | None, int | None]]:
    return frozenset((m.step.remedy, m.step.fact, m.step.group, m.step.index) for m in moves)


def _cost(moves: Moves) -> int:
    return sum(move.step.cost for move in moves)


def _move_cost(move: Move) -> int:
    return move.step.cost
