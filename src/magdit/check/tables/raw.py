"""From a file to text: what kind of file it is and how its letters are written. Knows bytes; knows no columns."""

from __future__ import annotations

from pathlib import Path

from magdit.check.tables.unreadable import Unreadable

MAX_BYTES = 20_000_000

# What people rename to .csv. A zip is nearly always an .xlsx or .ods; the old .xls is an OLE container.
_OTHER_KINDS = (
    (b"PK\x03\x04", "excel"),
    (b"\xd0\xcf\x11\xe0", "excel"),
    (b"%PDF", "pdf"),
    (b"\xff\xd8\xff", "foto"),
    (b"\x89PNG", "foto"),
    (b"{\\rtf", "word"),
)
_WIDE_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def text_of(path: Path, *, max_bytes: int = MAX_BYTES) -> str:
    """The text of a table, in the encoding it was saved in. Raises Unreadable for anything that is no text."""
    content = _content(path, max_bytes)
    _refuse_other_kinds(path, content)
    text = _decoded(path, content)
    if "\x00" in text:
        raise Unreadable("nul_bytes", path, line=text.count("\n", 0, text.index("\x00")) + 1)
    if not text.strip():
        raise Unreadable("empty_file", path)
    return text


def _content(path: Path, max_bytes: int) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("is_a_folder", path)
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise Unreadable("not_found", path) from None
    except PermissionError:
        raise Unreadable("no_rights", path) from None
    except (OSError, ValueError) as cause:
        raise Unreadable("not_opened", path, reason=type(cause).__name__) from None
    if len(content) > max_bytes:
        raise Unreadable("too_large", path, max_bytes=max_bytes)
    return content


def _refuse_other_kinds(path: Path, content: bytes) -> None:
    kind = next((kind for mark, kind in _OTHER_KINDS if content.startswith(mark)), None)
    if kind is not None:
        raise Unreadable("other_kind_of_file", path, kind=kind)


def _decoded(path: Path, content: bytes) -> str:
    # UTF-8 first and strictly: Dutch in cp1252 with an accent in it is not valid UTF-8, so the first to fit is right.
    # Excel's "Unicode-tekst" is UTF-16 and says so in its first two bytes.
    wide = next((encoding for mark, encoding in _WIDE_MARKS if content.startswith(mark)), None)
    for encoding in (wide,) if wide else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as cause:
            bad_line = content.count(b"\n", 0, cause.start) + 1
    raise Unreadable("unknown_encoding", path, line=bad_line)
