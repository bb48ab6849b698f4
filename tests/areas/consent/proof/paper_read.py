"""Reads the text of a PDF of ours back, as a screen reader or a search would: through its own tables of letters."""

import re
import zlib

OBJECT = re.compile(rb"(?<![0-9])(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"(?P<head><<.*?>>)\s*stream\r?\n(?P<data>.*)\nendstream", re.DOTALL)
TOKEN = re.compile(rb"/(?P<font>f\d+) [\d.]+ Tf|(?P<text>\()|<(?P<hex>[0-9A-Fa-f]+)>|(?P<end>ET)")
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def text_of(pdf):
    """All words of a PDF, a line per page."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    pages = [body for body in objects.values() if b"/Type/Page/" in body]
    return "\n".join(_page(page, objects) for page in pages)


def told(pdf):
    """The words without regard to where lines break."""
    return " ".join(text_of(pdf).replace("\u200b", "").split())


def _page(page, objects):
    resources = objects[_reference(page, b"Resources")]
    fonts = {
        name.decode(): _letters(_unpacked(objects[_reference(objects[int(at)], b"ToUnicode")]))
        for name, at in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
    }
    content = _unpacked(objects[_reference(page, b"Contents")])
    letters, found, at = {}, [], 0
    while token := TOKEN.search(content, at):
        at = token.end()
        if token["font"]:
            letters = fonts[token["font"].decode()]
        elif token["end"]:
            found.append(" ")
        else:
            raw, at = (bytes.fromhex(token["hex"].decode()), at) if token["hex"] else _string(content, at)
            found += [letters.get(raw[place : place + 2], "") for place in range(0, len(raw), 2)]
    return "".join(found)


def _string(content, at):
    """A string between brackets, in which brackets in pairs need no escape, and where it ends."""
    begin, depth = at, 1
    while depth:
        sign = content[at : at + 1]
        depth += {b"(": 1, b")": -1}.get(sign, 0)
        at += 2 if sign == b"\\" else 1
    return _unescaped(content[begin : at - 1]), at


def _unescaped(raw):
    def sign(found):
        told = found.group(1)
        return bytes([int(told, 8)]) if told.isdigit() else ESCAPES.get(told, told)

    return re.sub(rb"\\([0-7]{1,3}|.)", sign, raw, flags=re.DOTALL)


def _letters(table):
    parts = re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL)
    pairs = [pair for part in parts for pair in PAIR.findall(part)]
    return {bytes.fromhex(glyph.decode()): bytes.fromhex(sign.decode()).decode("utf-16-be") for glyph, sign in pairs}


def _unpacked(body):
    found = STREAM.search(body)
    return zlib.decompress(found["data"]) if b"FlateDecode" in found["head"] else found["data"]


def _reference(body, name):
    return int(re.search(rb"/" + name + rb" (\d+) 0 R", body)[1])
