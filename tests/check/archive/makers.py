"""Makes newsletters as Word, a printer driver and people with bad intentions make them."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.check.images.makers import put

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
SHOWN_BREAK = "<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def drawing(number: str, alt: str = "") -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/>'
        f'<a:blip r:embed="{number}"/></wp:inline></w:drawing></w:r></w:p>'
    )


def document(body: str) -> bytes:
    return f'<?xml version="1.0"?><w:document {W} {R} {A} {WP}><w:body>{body}<w:sectPr/></w:body></w:document>'.encode()


def relations(*rows: tuple[str, str, str, bool]) -> bytes:
    mode = {True: ' TargetMode="External"', False: ""}
    told = "".join(
        f'<Relationship Id="{number}" Type="{RELATION}/{kind}" Target="{target}"{mode[outside]}/>'
        for number, kind, target, outside in rows
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{told}</Relationships>'.encode()


def docx(folder: Path, name: str, body: str, parts: Mapping[str, bytes] | None = None) -> Path:
    """A document with this body; `parts` are what else lies in it."""
    return packed(folder, name, {"word/document.xml": document(body), **(parts or {})})


def packed(folder: Path, name: str, parts: Mapping[str, bytes]) -> Path:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return put(folder, name, written.getvalue())


def with_pictures(pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a document that shows these pictures, numbered rId1 and on."""
    rows = [(f"rId{at}", "image", f"media/{name}", False) for at, name in enumerate(pictures, 1)]
    media = {f"word/media/{name}": content for name, content in pictures.items()}
    return {"word/_rels/document.xml.rels": relations(*rows), **media}


def pdf(pages: Iterable[tuple[str, tuple[bytes, ...]]], *, more: str = "") -> bytes:
    """A document with on each page these words and these JPEGs (each said to be 160 by 160 points)."""
    objects: list[bytes] = [b"", b""]
    kids: list[str] = []
    for words, pictures in pages:
        numbers = []
        for picture in pictures:
            head = (
                "/Type /XObject /Subtype /Image /Width 160 /Height 160 /ColorSpace /DeviceRGB /BitsPerComponent 8"
                f" /Filter /DCTDecode /Length {len(picture)}"
            )
            objects.append(b"<< %s >>\nstream\n%s\nendstream" % (head.encode(), picture))
            numbers.append(len(objects))
        shown = "".join(f"q 100 0 0 100 50 {600 - 110 * at} cm /Im{at} Do Q " for at in range(len(numbers)))
        content = f"BT /F1 12 Tf 50 750 Td ({words}) Tj ET {shown}".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        xobjects = " ".join(f"/Im{at} {number} 0 R" for at, number in enumerate(numbers))
        objects.append(
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources"
                f" << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
                f" /XObject << {xobjects} >> >> >>"
            ).encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {more} >>".encode()
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
