"""Reads the text of a PDF of ours back, as a screen reader or a search would: through its own tables of letters."""

import re
import zlib
from functools import cache

OBJECT = re.compile(rb"(?<![0-9])(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"(?P<head><<.*?>>)\s*stream\r?\n(?P<data>.*)\nendstream", re.DOTALL)
TOKEN = re.compile(rb"/(?P<font>f\d+) [\d.]+ Tf|\((?P<text>(?:\\.|[^\\()])*)\)|<(?P<hex>[0-9A-Fa-f]+)>|(?P<end>ET)", re.DOTALL)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def text_of(pdf):
    """All words of a PDF, a line per run of text."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    fonts = {
        name.decode(): _letters(_unpacked(objects[_reference(objects[int(at)], b"ToUnicode")]))
        for body in objects.values()
        for name, at in re.findall(rb"/(f\d+) (\d+) 0 R", body)
    }
    pages = [_reference(body, b"Contents") for body in objects.values() if b"/Type/Page/" in body]
    return "\n".join(_text(_unpacked(objects[page]), fonts) for page in pages)


def told(pdf):
    """The words without regard to where lines break."""
    return " ".join(text_of(pdf).replace("\u200b", "").split())


def _text(content, fonts):
    letters, found = {}, []
    for token in TOKEN.finditer(content):
        if token["font"]:
            letters = fonts[token["font"].decode()]
        elif token["end"]:
            found.append(" ")
        else:
            raw = bytes.fromhex(token["hex"].decode()) if token["hex"] else _unescaped(token["text"])
            found += [letters.get(raw[at : at + 2], "") for at in range(0, len(raw), 2)]
    return "".join(found)


def _unescaped(raw):
    def sign(found):
        told = found.group(1)
        return bytes([int(told, 8)]) if told.isdigit() else ESCAPES.get(told, told)

    return re.sub(rb"\\([0-7]{1,3}|.)", sign, raw, flags=re.DOTALL)


@cache
def _letters(table):
    pairs = [pair for part in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL) for pair in _pairs(part)]
    return {bytes.fromhex(glyph.decode()): bytes.fromhex(sign.decode()).decode("utf-16-be") for glyph, sign in pairs}


def _pairs(part):
    return re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part)


def _unpacked(body):
    found = STREAM.search(body)
    return zlib.decompress(found["data"]) if b"FlateDecode" in found["head"] else found["data"]


def _reference(body, name):
    return int(re.search(rb"/" + name + rb" (\d+) 0 R", body)[1])
