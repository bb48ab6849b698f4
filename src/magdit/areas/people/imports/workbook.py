"""The rows of the first sheet of an XLSX, opened with care: a workbook is a zip full of XML. Knows no columns."""

from __future__ import annotations

import warnings
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl

from magdit.areas.people.imports.bundle import is_swollen
from magdit.areas.people.imports.delivery import Place
from magdit.areas.people.imports.problems import NotTaken, Problems

MAX_UNPACKED = 300_000_000
MAX_COLUMNS = 500
_ENDS = (".xlsx", ".xlsm")


def is_workbook(source: Path) -> bool:
    """Whether this is an XLSX; the old .xls and .ods are refused as text later on, with words for it."""
    if not zipfile.is_zipfile(source):
        return False
    try:
        with zipfile.ZipFile(source) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def rows_of_workbook(source: Path, problems: Problems, *, most: int) -> list[tuple[int, tuple[str, ...]]]:
    """The rows of the first sheet that is not hidden. Formulas give the value that was saved with them."""
    place = Place(source.name, 0)
    _trusted(source, problems)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that say nothing about a cell
            book = openpyxl.load_workbook(source, read_only=True, data_only=True, keep_links=False)
            visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            if not visible:
                raise problems.fail("empty_file", place)
            if len(visible) > 1:
                problems.remark("more_sheets", place)
            sheet = visible[0]
            sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
            rows = []
            for line, cells in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS), 1):
                if line > most + 100:
                    raise problems.fail("too_many_rows", place, most=most)
                rows.append((line, tuple(_text(cell) for cell in cells)))
            book.close()
    except NotTaken:
        raise
    except Exception:  # a damaged workbook fails in any way openpyxl or its XML parser likes
        raise problems.fail("workbook_broken", place) from None
    width = max((len(cells) for _, cells in rows), default=0)
    return [(line, cells + ("",) * (width - len(cells))) for line, cells in rows]


def _trusted(source: Path, problems: Problems) -> None:
    """Refuse a bomb before anything is unpacked; parts of a workbook may share a bare name, so only sizes count."""
    with zipfile.ZipFile(source) as archive:
        entries = archive.infolist()
    whole = sum(entry.file_size for entry in entries)
    if whole > MAX_UNPACKED or any(is_swollen(entry) for entry in entries):
        raise problems.fail("zip_bomb", Place(source.name, 0))


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time().isoformat() == "00:00:00" else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
