"""A table on its way out, as CSV for a spreadsheet or as XLSX. Knows cells; knows no people.

A cell that a spreadsheet would take for a formula is made text. Numbers stay numbers, dates stay dates.
"""

from __future__ import annotations

import csv
import io
import os
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from magdit.areas.journal.refused import Refused

Cell = str | int | float | bool | date | None
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
# XML knows none of these; a workbook that holds one does not open again.
_NO_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32)))


@dataclass(frozen=True, slots=True)
class OutTable:
    """A name for the sheet, headings, and rows as wide as those."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def harmless(cell: Cell) -> Cell:
    """The cell as a spreadsheet may open it: text that could be a formula gets an apostrophe before it."""
    if not isinstance(cell, str):
        return cell
    text = cell.translate(_NO_XML)
    return (
        f"'{text}" if text.lstrip(" \u00a0\u200b\ufeff").startswith(DANGEROUS) or text.startswith(DANGEROUS) else text
    )


def unguarded(text: str) -> str:
    """A cell as it was before `harmless`, for who reads such a list back."""
    return text[1:] if text.startswith("'") and text[1:].lstrip().startswith(DANGEROUS) else text


def as_csv(table: OutTable) -> bytes:
    """CSV as Dutch spreadsheets open it: semicolons, a BOM before UTF-8, CRLF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(heading) for heading in table.headings])
    writer.writerows([_as_text(harmless(cell)) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def as_xlsx(table: OutTable) -> bytes:
    """A workbook of one sheet. Every text is stored as text, so nothing in it is ever worked out."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(table.name[:31])
    sheet.freeze_panes = "A2"
    bold = Font(bold=True)
    sheet.append([_cell(sheet, harmless(heading), font=bold) for heading in table.headings])
    for row in table.rows:
        sheet.append([_cell(sheet, harmless(value), font=None) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: WriteOnlyWorksheet, value: Cell, *, font: Font | None) -> object:
    plain = datetime(value.year, value.month, value.day) if isinstance(value, date) else value
    cell = WriteOnlyCell(sheet, value=plain)
    if isinstance(value, str):
        cell.data_type = "s"
    if isinstance(value, date):
        cell.number_format = "DD-MM-YYYY"
    if font is not None:
        cell.font = font
    return cell


FORMS = {".csv": as_csv, ".xlsx": as_xlsx}


def check_target(target: Path) -> None:
    """Refuse a file that is there already, or of a kind we do not write, before anything is looked up."""
    if target.suffix.lower() not in FORMS:
        raise Refused("export_kind", path=target.name)
    if target.exists():
        raise Refused("export_exists", path=target.name)
    if not target.parent.is_dir():
        raise Refused("export_not_written", path=target.name)


def write(table: OutTable, target: Path) -> None:
    """Write the table, whole or not at all; only the owner may read it, since it is full of people."""
    check_target(target)
    content = FORMS[target.suffix.lower()](table)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".magdit-")
    except OSError:
        raise Refused("export_not_written", path=target.name) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.link(name, target)
    except FileExistsError:
        raise Refused("export_exists", path=target.name) from None
    except OSError:
        raise Refused("export_not_written", path=target.name) from None
    finally:
        Path(name).unlink(missing_ok=True)


def _as_text(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else cell
