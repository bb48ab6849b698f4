"""Finds people in a text: those of the roster by their names, others by the shape of a name and what stands near it."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.check.tables.roster import Person, Roster
from magdit.check.text.finding import Certainty, Finding, Reason
from magdit.check.text.people.disguise import disguised
from magdit.check.text.people.index import Index, index_of
from magdit.check.text.people.on_roster import on_roster
from magdit.check.text.people.public import Public, public_names
from magdit.check.text.people.slips import slipped
from magdit.check.text.people.strangers import likely_first_names, strangers
from magdit.check.text.people.tags import in_tags
from magdit.check.text.people.weighed import Placed, Weighed
from magdit.check.text.text import Text


def find(text: Text, roster: Roster) -> tuple[Finding, ...]:
    """Everyone who is named, or may be named, in the order of the text."""
    index, public = index_of(roster), public_names(text)
    likely = frozenset(likely_first_names(text)) - public.places
    named, words = on_roster(text, index, likely=likely, public=public.places)
    taken = frozenset(place for weighed in named for place in weighed.places)
    found = [_finding(text, weighed.span(text), weighed.certainty, weighed.code, weighed.people) for weighed in named]
    for placed in _in_disguise(text, index, taken | public.places):
        span = (placed.start, placed.end)
        found.append(_finding(text, span, placed.certainty, placed.code, placed.people))
        taken |= {placed.place}
    others = _nearly_and_off_the_roster(text, index, likely=likely, taken=taken | words, public=public)
    found += [_finding(text, other.span(text), other.certainty, other.code, other.people) for other in others]
    return tuple(sorted(found, key=lambda finding: finding.start))


def _in_disguise(text: Text, index: Index, taken: frozenset[int]) -> Iterator[Placed]:
    yield from in_tags(text, index, taken)
    yield from disguised(text, index, taken)


def _nearly_and_off_the_roster(
    text: Text, index: Index, *, likely: frozenset[int], taken: frozenset[int], public: Public
) -> Iterator[Weighed]:
    """Strangers first; a slip of the pen may still say who it is."""
    strange = list(strangers(text, likely=likely, taken=taken, public=public))
    there = frozenset(place for weighed in strange for place in weighed.places)
    nearly = {weighed.first: weighed for weighed in slipped(text, index, taken | public.places)}
    for weighed in strange:
        near = nearly.pop(weighed.first, None)
        yield near if near is not None and weighed.first == weighed.last else weighed
    yield from (weighed for weighed in nearly.values() if weighed.first not in there)


def _finding(
    text: Text, folded: tuple[int, int], certainty: Certainty, code: str, people: tuple[Person, ...]
) -> Finding:
    start, end = text.span(*folded)
    ids = tuple(sorted({person.id for person in people})) or None
    several = ids is not None and len(ids) > 1
    facts = (("count", str(len(ids))),) if ids and several else ()
    return Finding(start, end, "name", certainty, Reason("several_people" if several else code, facts), ids)
