"""Everyone of the roster who is named in a text: the readings that fit together, each weighed in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from magdit.check.text.people.around import STRONG, Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.index import Index
from magdit.check.text.people.join import Hit, hits
from magdit.check.text.people.slips import with_slip
from magdit.check.text.people.weigh import weigh
from magdit.check.text.people.weighed import Weighed, judged
from magdit.check.text.text import COMMA, Text


def on_roster(
    text: Text, index: Index, *, likely: frozenset[int], public: frozenset[int]
) -> tuple[list[Weighed], frozenset[int]]:
    """Every name, certain or possible, in the order of the text; and the places of first names that are only words."""
    chosen = _chosen(hits(text, index))
    solid = frozenset(_solid(text, chosen))
    looks = [Around(text, hit, solid, likely) for hit in chosen]
    answers = [weigh(around, public) for around in looks]
    if None in answers and any(answers):
        answers = _once_more(looks, answers, public)
    known = {around.word.plain for around, answer in zip(looks, answers, strict=True) if answer and around.word.capital}
    named: list[Weighed] = []
    words: set[int] = set()
    for around, answer in zip(looks, answers, strict=True):
        found = answer or _named_before(around, known, public)
        if found is not None:
            named.append(with_slip(found, text))
        elif around.hit.kind == "given":
            words.update(range(around.hit.first, around.hit.last + 1))
    return _surer_in_a_row(text, named), frozenset(words)


def _surer_in_a_row(text: Text, named: list[Weighed]) -> list[Weighed]:
    """'te laat: kabongo, petrovic', 'Kip, Brand en Staal scoorden': surnames of the roster in one list."""
    listed = [found for found in named if found.code == "roster_surname" and _is_listed(text, found)]
    if len(listed) < 2 or not any(_shows_itself(text, found) for found in listed):
        return named
    return [
        replace(found, certainty="zeker") if found in listed and _may_be_sure(text, found) else found for found in named
    ]


def _shows_itself(text: Text, found: Weighed) -> bool:
    """It is no word, or its capital says something."""
    head = text.words[found.last]
    return commonness(head.plain) is Commonness.NAME or (head.capital and not head.opens and not head.shouted)


def _may_be_sure(text: Text, found: Weighed) -> bool:
    return text.words[found.last].capital or commonness(text.words[found.last].plain) is Commonness.NAME


def _is_listed(text: Text, found: Weighed) -> bool:
    """Whether a comma or 'en' stands on either side."""
    words, first, behind = text.words, found.first, found.last + 1
    if words[first].gap == COMMA or (first and words[first - 1].plain == "en"):
        return True
    return behind < len(words) and (words[behind].gap == COMMA or words[behind].plain == "en")


def _once_more(looks: list[Around], answers: list[Weighed | None], public: frozenset[int]) -> list[Weighed | None]:
    """'mees, sterre en daan': Daan makes Sterre a name, and Sterre makes Mees one."""
    found = frozenset(place for answer in answers if answer is not None for place in answer.places)
    return [
        answer or (weigh(replace(around, solid=around.solid | found), public) if around.may_be_in_a_list else None)
        for around, answer in zip(looks, answers, strict=True)
    ]


def _named_before(around: Around, known: set[str], public: frozenset[int]) -> Weighed | None:
    """'Mees, wat een bocht! #mees': who is named with a capital is the same further on, unless it is 'een mees'."""
    hit = around.hit
    if (
        hit.kind != "given"
        or around.level is Commonness.OFTEN
        or around.word.plain not in known
        or around.is_a_thing
        or hit.first in public
    ):
        return None
    return judged(around, "mogelijk", "named_elsewhere")


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
        around = Around(text, hit, frozenset())
        looks_it = around.level is Commonness.NAME or (around.is_written_as_name and not around.is_a_thing)
        if hit.kind in STRONG or (looks_it and (hit.kind.startswith("given") or around.is_written_as_name)):
            yield from range(hit.first, hit.last + 1)
