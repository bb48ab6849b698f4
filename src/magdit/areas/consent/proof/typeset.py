"""From a page of ours and plain data to a PDF that a screen reader can read (PDF/UA-1). Knows no consents.

What people wrote only ever reaches typst as data, never as source, so no name can become a command. No fonts of the
computer, no packages, no network: the same data give the same page everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

import typst

from magdit.areas.consent.proof.lettering import BOX, FONTS, printable_all
from magdit.areas.consent.texts.catalogue import DATA

PAGES = DATA / "pages"
MISSING = {
    "nl": f"Een letter die ons lettertype niet heeft, staat hier als {BOX}. In onze gegevens staat zij goed.",
    "en": f"A letter that our typeface lacks is shown as {BOX}. In our records it is right.",
}


def typeset(page: str, data: Mapping[str, Any], *, title: str, language: str, at: datetime) -> bytes:
    """The PDF of a page in data/pages, filled with data."""
    told = printable_all({**data, "title": title, "language": language})
    boxed = BOX in json.dumps(told, ensure_ascii=False)
    told["missing"] = MISSING[language] if boxed else ""
    compiler = typst.Compiler(root=str(PAGES), font_paths=_fonts(), ignore_system_fonts=True)
    written = compiler.compile(
        input=str(PAGES / f"{page}.typ"),
        format="pdf",
        sys_inputs={"data": json.dumps(told, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )
    if not isinstance(written, bytes):
        raise TypeError("typst gave no PDF")
    return written


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
