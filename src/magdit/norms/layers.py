"""The layers of a judgement: law, board, school, and the protocol without the law, each with a verdict of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from magdit.norms.act import Act
from magdit.norms.answer import LayerVerdict, Route
from magdit.norms.citing import deciding_clauses, word_of
from magdit.norms.judge import Book, outcome_of
from magdit.norms.questions import missing_grounds
from magdit.norms.ready import ReadyPack
from magdit.norms.routes import RouteFinder
from magdit.norms.situation import Situation


@dataclass(frozen=True, slots=True)
class Layer:
    """Which part of the packs to judge: one layer, the protocol without the law, or everything."""

    name: str
    ranks: frozenset[str] | None

    @staticmethod
    def named(name: str) -> Layer:
        """The layer of this name: wet, bestuur, school, protocol or alles."""
        return LAYERS.get(name) or Layer(name, frozenset({name}))

    def packs_of(self, packs: tuple[ReadyPack, ...]) -> tuple[ReadyPack, ...]:
        """Those that have a part in this layer."""
        if self.ranks is None:
            return packs
        return tuple(ready for ready in packs if ready.ranks & self.ranks)


LAYERS = {
    "wet": Layer("wet", frozenset({"wet"})),
    "bestuur": Layer("bestuur", frozenset({"bestuur"})),
    "school": Layer("school", frozenset({"school"})),
    "protocol": Layer("protocol", frozenset({"bestuur", "school"})),
    "alles": Layer("alles", None),
}
MOST_KEPT = 64
Part = tuple[tuple[str, ...], frozenset[str]]


@lru_cache(MOST_KEPT)
def part_of(packs: tuple[ReadyPack, ...], ranks: frozenset[str] | None) -> Part:
    """What is judged in a layer: these packs, and of them the ranks that they have."""
    present = frozenset().union(*(ready.ranks for ready in packs))
    return tuple(ready.pack.id for ready in packs), present if ranks is None else present & ranks


def layer_verdicts(book: Book, situation: Situation, known: Mapping[Part, LayerVerdict]) -> dict[str, LayerVerdict]:
    """The verdict of each layer apart, and of the protocol without the law. What is known or equal is judged once."""
    found: dict[str, LayerVerdict] = {}
    judged = dict(known)
    for layer, packs, same in _layers_of(book.packs):
        if same not in judged:
            judged[same] = _layer_verdict(layer.name, Book(packs, book.catalogue), situation, layer)
        whole = judged[same]
        found[layer.name] = LayerVerdict(layer.name, whole.as_handed_in, whole.verdict, whole.clauses)
    return found


@lru_cache(MOST_KEPT)
def _layers_of(packs: tuple[ReadyPack, ...]) -> tuple[tuple[Layer, tuple[ReadyPack, ...], Part], ...]:
    """The layers that these packs have something in, each with those packs and what is judged of them."""
    layers = [LAYERS[name] for name in ("wet", "bestuur", "school", "protocol")]
    present = [(layer, layer.packs_of(packs)) for layer in layers]
    return tuple((layer, its, part_of(its, layer.ranks)) for layer, its in present if its)


def _layer_verdict(name: str, part: Book, situation: Situation, layer: Layer) -> LayerVerdict:
    outcome = outcome_of(part.packs, situation, layers=layer.ranks)
    routes = RouteFinder(part, layer.ranks).routes(situation.act, outcome) if outcome.value == "mag_niet" else ()
    word = word_of(outcome, routes, missing_grounds(outcome, situation))
    return LayerVerdict(name, outcome.value, word, tuple(deciding_clauses(outcome, situation)))


def brief(book: Book, act: Act, *, layer: str = "alles") -> tuple[str, tuple[Route, ...]]:
    """Only the word on screen and the routes: for holding several channels side by side."""
    chosen = Layer.named(layer)
    part = Book(chosen.packs_of(book.packs) or book.packs, book.catalogue)
    situation = Situation(act)
    outcome = outcome_of(part.packs, situation, layers=chosen.ranks)
    routes = RouteFinder(part, chosen.ranks).routes(act, outcome)
    return word_of(outcome, routes, missing_grounds(outcome, situation)), routes
