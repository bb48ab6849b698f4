"""What is held about someone, written down: as JSON for a computer and as a page for a person. Knows no rows.

The page needs nothing but itself: no fonts, pictures or scripts from anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from html import escape

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.journeys.export_person.gather import Held, Section, Value
from magdit.wording.dates import say_day, say_moment
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from magdit.words.states import CONSENT_STATES, FORMS
from magdit.words.vocabulary import Vocabulary

LISTS: dict[str, Vocabulary] = {
    "rol": ROLES, "als": ROLES, "door": ROLES, "kanaal": MEDIA, "antwoord": CONSENT_STATES, "vorm": FORMS,
}  # fmt: skip
FILES = {"application/pdf": "pdf", "image/jpeg": "foto (jpg)", "image/png": "foto (png)", "image/webp": "foto (webp)"}
LOOKS = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}th,td{border:1px solid #999;padding:.3rem .5rem;"
    "text-align:left;vertical-align:top;overflow-wrap:anywhere}h2{margin-bottom:0}"
)


def as_json(held: Held) -> bytes:
    """The sections with codes and moments as they are kept."""
    told = {
        "gemaakt": held.at.isoformat(),
        "bestuur": held.person.board.name,
        **{section.title: section.rows for section in held.sections},
    }
    return json.dumps(told, ensure_ascii=False, indent=2, default=str).encode()


def as_page(held: Held) -> bytes:
    """The same as a page to read or print."""
    body = "\n".join(_section(section) for section in held.sections)
    name = escape(str(held.person))
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Wat wij over u bewaren</title>'
        f"<style>{LOOKS}</style></head><body><h1>Wat wij over u bewaren</h1>"
        f"<p>{name}, {escape(held.person.board.name)}. Gemaakt op {_said(held.at)}.</p>"
        f"<p>Klopt er iets niet, of wilt u dat het wordt weggehaald? Vraag het aan de privacyfunctionaris"
        f"{escape(_contact(held))}.</p>\n{body}</body></html>"
    ).encode()


def _contact(held: Held) -> str:
    return f" ({held.person.board.contact})" if held.person.board.contact else ""


def _section(section: Section) -> str:
    head = f"<h2>{escape(section.title)}</h2><p>{escape(section.about)}</p>"
    if not section.rows:
        return f"{head}<p><em>Hier is niets bewaard.</em></p>"
    names = list(dict.fromkeys(name for row in section.rows for name in row))
    if len(section.rows) == 1:
        row = section.rows[0]
        return head + _table((), ([name, _cell(name, row.get(name))] for name in names))
    return head + _table(names, ([_cell(name, row.get(name)) for name in names] for row in section.rows))


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table>{f'<tr>{top}</tr>' if top else ''}{body}</table>"


def _cell(name: str, value: Value) -> str:
    if isinstance(value, str) and name in LISTS and value in LISTS[name]:
        return LISTS[name].dutch(value)
    if name == "schooljaar" and isinstance(value, int):
        return f"{value}-{value + 1}"
    return FILES.get(str(value), str(value)) if name == "soort bestand" else _said(value)


def _said(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return say_moment(value.astimezone(SCHOOL_CLOCK))
    return say_day(value) if isinstance(value, date) else str(value)
