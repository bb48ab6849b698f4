"""What the report of an archive tells of each piece, as HTML. Every word of others goes through `plain`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from magdit.wording.answer_lines import at_most
from magdit.wording.file_errors import plain_name


def entries(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Each by itself, and loose photos of which nothing more is told together by folder: there may be thousands."""
    loose = [row for row in rows if _is_loose(row)]
    yield from (_entry(row) for row in rows if not _is_loose(row))
    folders: dict[str, list[Mapping[str, Any]]] = {}
    for row in loose:
        folders.setdefault(row["place"].rpartition("/")[0], []).append(row)
    for folder, inside in sorted(folders.items()):
        head = f"In {plain(folder)}: {_photos(inside)}" if folder else f"Losse foto's: {_photos(inside)}"
        yield f"<article><p><strong>{head}</strong></p>\n<ul>"
        yield from (f"<li>{_where(row['place'])}{_count(row['faces'])}</li>" for row in inside)
        clauses = {(one["pack"], one["clause"]): _linked(one) for row in inside for one in row["clauses"]}
        told = f"<p class=soft>Artikel {', '.join(clauses.values())}</p>\n" if clauses else ""
        yield f"</ul>\n{told}</article>\n"


def _is_loose(row: Mapping[str, Any]) -> bool:
    told = any(row[name] for name in ("page", "title", "findings", "missed")) or row["level"] == "zeker"
    return not told and len(row["pictures"]) == 1 and not any(one["place"] for one in row["pictures"])


def _photos(rows: Sequence[Mapping[str, Any]]) -> str:
    return f"{len(rows)} foto{'' if len(rows) == 1 else chr(39) + 's'}"


def _count(faces: int) -> str:
    return f" ({faces} gezicht{'en' if faces > 1 else ''})" if faces else ""


def _entry(row: Mapping[str, Any]) -> str:
    page = f", bladzijde {row['page']}" if row["page"] else ""
    title = f"<br><span class=soft>{plain(row['title'])}</span>" if row["title"] else ""
    parts = [f"<article><p><span class=place>{_where(row['place'])}</span>{page}{title}</p>\n"]
    parts += [f"<p>{_faces(row)}</p>\n"] if row["faces"] else []
    parts += [f"<p>Gevonden: {plain(', '.join(row['findings']))}.</p>\n"] if row["findings"] else []
    parts += _places(row)
    if row["level"] == "zeker":
        parts += [_clause(clause) for clause in row["clauses"]]
    elif row["clauses"]:
        parts.append(f"<p class=soft>Artikel {', '.join(_linked(clause) for clause in row['clauses'])}</p>\n")
    parts += [f"<p><strong>Wat helpt:</strong> {plain(row['helps'])}.</p>\n"] if row["helps"] else []
    parts += [_listed(at_most(row["missed"]))] if row["missed"] else []
    return "".join((*parts, "</article>\n"))


def _faces(row: Mapping[str, Any]) -> str:
    shown = [f"{one['name']} ({one['faces']})" for one in row["pictures"] if one["faces"]]
    more = f" en nog {len(shown) - 6} foto's" if len(shown) > 6 else ""
    count = row["faces"]
    groups = row["groups"][1:] if row["level"] == "gezichten_groep" else row["groups"]
    other = f" Ook genoemd: {', '.join(map(group_name, groups))}." if groups else ""
    faces = f"{count} gezicht{'en' if count > 1 else ''}"
    return plain(f"Ten minste {faces}: {', '.join(shown[:6])}{more}. Niemand zei wie.{other}")


def _places(row: Mapping[str, Any]) -> list[str]:
    names = [one["name"] for one in row["pictures"] if one["place"]]
    return [f"<p>In het bestand staat waar de foto gemaakt is: {plain(', '.join(names[:6]))}.</p>\n"] if names else []


def _clause(clause: Mapping[str, Any]) -> str:
    why = _listed(clause["why"]) if clause["why"] else ""
    return f"<p><strong>{called(clause)}</strong>: {plain(clause['says'])}</p>\n{why}"


def group_name(name: str) -> str:
    return f"Groep {name}" if name[:1].isdigit() else name


def called(clause: Mapping[str, Any]) -> str:
    return f"artikel {plain(clause['clause'])}{' (wet)' if clause['pack'] == 'wet' else ''}"


def _linked(clause: Mapping[str, Any]) -> str:
    return f'<a href="#{anchor(clause)}">{plain(clause["clause"])}{" (wet)" if clause["pack"] == "wet" else ""}</a>'


def anchor(clause: Mapping[str, Any]) -> str:
    return plain(f"{clause['pack']}-{clause['clause']}".replace(" ", "-"))


def _listed(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{plain(line)}</li>' for line in lines)}</ul>\n"


def _where(place: str) -> str:
    if place.startswith(("http://", "https://")):
        return f'<a href="{plain(place)}" rel="noreferrer noopener">{plain(place)}</a>'
    return plain(place)


def plain(text: object) -> str:
    """Words for a page: no sign that is a tag, moves the cursor or turns the direction of reading."""
    return escape(plain_name(str(text)), quote=True)
