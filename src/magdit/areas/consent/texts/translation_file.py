"""The file that goes to a translator and comes back: one sheet of XLSX that any office can open. Knows cells only.

Every cell is text, also one that begins with '=': what a board wrote is never calculated on someone's computer.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from magdit.areas.consent.texts.translation import Line
from magdit.areas.consent.texts.words import LANGUAGE
from magdit.areas.journal.refused import Refused

HEADINGS = ("code", "onderdeel", "merk", "Nederlands")
MAX_BYTES = 5_000_000
MAX_UNPACKED = 60_000_000
MAX_ROWS = 20_000
WIDTHS = {"A": 28, "B": 12, "C": 10, "D": 70, "E": 70}
TOLD = (
    "Vertaal de kolom 'Nederlands' in de kolom 'vertaling'. Verander de andere kolommen niet.",
    "Woorden tussen accolades, zoals {naam} en {school}, blijven staan zoals ze zijn: daar vult de school iets in.",
    "Schrijf eenvoudig: korte zinnen, gewone woorden (taalniveau B1).",
    "Please translate the column 'Nederlands' into the column 'vertaling'. Leave the other columns as they are.",
    "Keep words in braces, such as {naam} and {school}: the school fills these in. Use short sentences, plain words.",
)


def written(lines: Iterable[tuple[str, str, str, str]], known: dict[tuple[str, str], str], *, language: str) -> bytes:
    """The file for a translator; `known` are translations (by code and part) that are still good."""
    book = Workbook()
    sheet = book.create_sheet("teksten", 0)
    del book["Sheet"]
    sheet.append([*HEADINGS, f"vertaling ({language})"])
    for row, (code, part, mark, dutch) in enumerate(lines, 2):
        for column, value in enumerate((code, part, mark, dutch, known.get((code, part), "")), 1):
            _text(sheet, row, column, value)
    _dress(sheet)
    told = book.create_sheet("uitleg")
    for row, sentence in enumerate(TOLD, 1):
        _text(told, row, 1, sentence)
    told.column_dimensions["A"].width = 110
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(content: bytes) -> tuple[str, tuple[Line, ...]]:
    """The language and the lines of a file that came back; Refused when it is not such a file."""
    _hold(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=False)
        sheet = book["teksten"] if "teksten" in book.sheetnames else book.worksheets[0]
        rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=len(HEADINGS) + 1)
        language = _language(next(rows, ()))
        return language, tuple(_lines(rows))
    except (KeyError, IndexError, ValueError, TypeError, zipfile.BadZipFile, ParseError) as cause:
        raise Refused("translation_unreadable") from cause
    except (InvalidFileException, DefusedXmlException, EOFError, OSError) as cause:
        raise Refused("translation_unreadable") from cause


def _hold(content: bytes) -> None:
    """Refuse what is no small zip before anything is unpacked."""
    if len(content) > MAX_BYTES:
        raise Refused("translation_large", most=MAX_BYTES // 1_000_000)
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as cause:
        raise Refused("translation_unreadable") from cause
    if size > MAX_UNPACKED:
        raise Refused("translation_large", most=MAX_BYTES // 1_000_000)


def _language(headings: tuple[Any, ...]) -> str:
    told = [str(cell.value or "").strip() for cell in headings]
    last = told[len(HEADINGS)] if len(told) > len(HEADINGS) else ""
    language = last.removeprefix("vertaling (").removesuffix(")")
    if tuple(told[: len(HEADINGS)]) != HEADINGS or not LANGUAGE.fullmatch(language):
        raise Refused("translation_headings", headings=", ".join((*HEADINGS, "vertaling (taal)")))
    return language


def _lines(rows: Iterable[tuple[Any, ...]]) -> Iterator[Line]:
    for number, cells in enumerate(rows, 2):
        told = ["" if cell.value is None else str(cell.value) for cell in cells]
        told += [""] * (len(HEADINGS) + 1 - len(told))
        if any(part.strip() for part in told):
            formula = any(cell.data_type in {"f", "e"} for cell in cells)
            yield Line(number, told[0].strip(), told[1].strip(), told[2].strip(), told[4], formula)


def _text(sheet: Worksheet, row: int, column: int, value: str) -> None:
    cell = sheet.cell(row=row, column=column)
    cell.value = value
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _dress(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E6E6E6")
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for (cell,) in sheet.iter_rows(min_row=2, min_col=5, max_col=5):
        cell.protection = Protection(locked=False)
