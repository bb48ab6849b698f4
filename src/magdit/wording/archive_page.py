"""The report of an archive as one page: own style, no script, no request to anywhere, ready for the printer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from magdit.wording.archive_entries import anchor, called, entries, group_name, plain
from magdit.wording.archive_levels import LEVELS
from magdit.wording.dates import say_day

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:56rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.7rem;line-height:1.2}
h2{font-size:1.25rem;margin:2.5rem 0 .25rem;border-top:3px solid #1a1a1a;padding-top:.75rem}
h3{font-size:1.05rem;margin:1.5rem 0 .25rem}p{margin:.4rem 0}ul{margin:.3rem 0;padding-left:1.2rem}
table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #767676;padding:.35rem .6rem;text-align:left}
li{overflow-wrap:anywhere}
article{border:1px solid #767676;border-left-width:6px;padding:.6rem .9rem;margin:.7rem 0;break-inside:avoid}
.zeker article{border-left-color:#a4161a}.place{font-weight:600;overflow-wrap:anywhere}.soft{color:#555}
a{color:#0b4f9e}
@media print{body{padding:0;max-width:none;font-size:11pt}a{color:inherit;text-decoration:none}}
"""
UNSEEN = (
    "magdit kijkt naar woorden en telt gezichten. Het herkent niemand, leest geen tekst in een beeld en weet niet wie"
    " er op een foto staan. “Niets gevonden” is dus geen bewijs dat alles in orde is."
)


@dataclass(frozen=True)
class About:
    """What was checked, under what, and on which day; and whom to look for in each class."""

    source: str
    protocol: str
    organisation: str
    medium: str
    moment: datetime
    people: int | None
    watch: Mapping[str, Sequence[str]]
    more: int = 0


def archive_page(about: About, found: Sequence[Mapping[str, Any]]) -> str:
    """The whole page; `found` sorted, the worst first."""
    levels = {level: [one for one in found if one["level"] == level] for level in LEVELS}
    body = "".join((
        *_top(about, levels),
        *(part for level in LEVELS if level != "niets" for part in _level(level, levels[level], about)),
        *_clauses(found),
    ))  # fmt: skip
    return (
        '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f"<title>Wat staat er al online?</title><style>{STYLE}</style></head>\n<body>\n{body}</body></html>\n"
    )


def _top(about: About, levels: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[str]:
    yield "<h1>Wat staat er al online?</h1>\n"
    yield f"<p>Gecontroleerd: <span class=place>{plain(about.source)}</span><br>"
    yield f"Protocol: {plain(about.protocol)} ({plain(about.organisation)}), kanaal: {plain(about.medium)}<br>"
    yield f"Beoordeeld alsof het op {say_day(about.moment.date())} geplaatst werd.</p>\n"
    if about.people is None:
        yield "<p><strong>Zonder leerlingenlijst.</strong> Namen van leerlingen zijn niet opgezocht.</p>\n"
    yield "<table><tr><th>Wat</th><th>Hoe vaak</th></tr>\n"
    for level, rows in levels.items():
        title = LEVELS[level].title if level == "niets" else f'<a href="#{level}">{LEVELS[level].title}</a>'
        yield f"<tr><td>{title}</td><td>{len(rows)}</td></tr>\n"
    yield f"</table>\n<p>{UNSEEN}</p>\n"
    yield "<p>In dit verslag kunnen namen van kinderen staan. Bewaar het niet langer dan nodig is.</p>\n"


def _level(level: str, rows: Sequence[Mapping[str, Any]], about: About) -> Iterator[str]:
    if not rows:
        return
    told = LEVELS[level]
    yield f'<section class="{level}">\n<h2 id="{level}">{told.title} ({len(rows)})</h2>\n'
    yield f"<p>{told.means}</p>\n<p><strong>Te doen:</strong> {told.do}</p>\n"
    if level == "gezichten_groep":
        yield from _by_group(rows, about)
    else:
        yield from entries(rows)
    yield "</section>\n"


def _by_group(rows: Sequence[Mapping[str, Any]], about: About) -> Iterator[str]:
    for group in dict.fromkeys(row["groups"][0] for row in rows):
        yield f"<h3>{plain(group_name(group))}</h3>\n"
        names = about.watch.get(group, ())
        if names:
            told = plain(", ".join(names))
            yield f"<p>Geen zeker ja voor dit kanaal: <strong>{told}</strong>. Staan zij erop?</p>\n"
        else:
            yield "<p>Van deze groep is ieders ja bekend, of er is geen lijst met toestemmingen.</p>\n"
        yield from entries([row for row in rows if row["groups"][0] == group])


def _clauses(found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What each clause says, once."""
    told = {(one["pack"], one["clause"]): one for row in found for one in row["clauses"]}
    if told:
        yield "<h2>De artikelen</h2>\n<dl>\n"
        for one in told.values():
            yield f'<dt id="{anchor(one)}"><strong>{called(one)}</strong></dt><dd>{plain(one["says"])}</dd>\n'
        yield "</dl>\n"
