"""A form with files as somebody who means ill writes it: names and kinds go over the line as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.check.images.sets.hostile import Hostile

BORDER = "grens-tussen-de-delen"
KIND = f"multipart/form-data; boundary={BORDER}"


def raw_form(fields: Mapping[str, str], field: str, files: Iterable[Hostile], *, kind: str = "text/html") -> bytes:
    """The body; every file says that it is a page of HTML."""
    parts = [_part(f'name="{name}"', value.encode()) for name, value in fields.items()]
    for file in files:
        said = f'name="{field}"; filename="{file.name}"\r\nContent-Type: {kind}'
        parts.append(_part(said, file.content))
    return b"".join(parts) + f"--{BORDER}--\r\n".encode()


def _part(said: str, content: bytes) -> bytes:
    head = f"--{BORDER}\r\nContent-Disposition: form-data; {said}\r\n\r\n"
    return head.encode(errors="replace") + content + b"\r\n"
