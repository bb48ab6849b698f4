"""Finds the people of the roster in a text. People off the roster are not its task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from magdit.check.tables.roster import Roster
from magdit.check.text.finding import Finding, Reason
from magdit.check.text.people.around import STRONG, Around
from magdit.check.text.people.commonness import Commonness
from magdit.check.text.people.index import index_of
from magdit.check.text.people.join import Hit, hits
from magdit.check.text.people.weigh import Weighed, weigh
from magdit.check.text.text import Text


def find(text: Text, roster: Roster) -> tuple[Finding, ...]:
    """Everyone of the roster who is named, or may be named, in the order of the text."""
    chosen = _chosen(hits(text, index_of(roster)))
    solid = frozenset(_solid(text, chosen))
    judged = ((hit, weigh(Around(text, hit, solid))) for hit in chosen)
    found = [_finding(text, hit=hit, weighed=weighed) for hit, weighed in judged if weighed is not None]
    return tuple(sorted(found, key=lambda finding: finding.start))


def _chosen(found: Iterable[Hit]) -> list[Hit]:
    """Of spellings that overlap, the one that says most: whole names first, then the longest."""
    ranked = sorted(
        found, key=lambda hit: (hit.kind not in STRONG, hit.kind == "listed", hit.start - hit.end, hit.kind)
    )
    taken: set[int] = set()
    chosen = []
    for hit in ranked:
        places = range(hit.first, hit.last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def _solid(text: Text, chosen: list[Hit]) -> Iterator[int]:
    for hit in chosen:
        level = Around(text, hit, frozenset()).level
        is_given = hit.kind.startswith("given")
        if hit.kind in STRONG or (is_given and (level is Commonness.NAME or text.words[hit.first].capital)):
            yield from range(hit.first, hit.last + 1)


def _finding(text: Text, *, hit: Hit, weighed: Weighed) -> Finding:
    start, end = text.span(hit.start, hit.end)
    if weighed.first < hit.first:
        start = text.span_of(text.words[weighed.first], text.words[weighed.first])[0]
    if weighed.last > hit.last:
        end = text.span_of(text.words[weighed.last], text.words[weighed.last])[1]
    people = tuple(sorted({person.id for person in weighed.people})) or None
    facts = (("count", str(len(people))),) if people and len(people) > 1 else ()
    return Finding(start, end, "name", weighed.certainty, Reason(weighed.code, facts), people)
