"""A file that cannot be taken in: one clear sentence, exit code 2, no traceback, and the file as it was."""

import io
import os

import numpy as np
import pytest
from PIL import Image

from magdit.check.images import decode
from tests.check.draft.school import side_by_side
from tests.check.images.clips import clip
from tests.check.images.makers import encoded, full_png_bomb, picture, png_bomb, put
from tests.cli.golden import assert_golden

HTML = b"<!DOCTYPE html><html><body>Niet gevonden</body></html>"


def animation(kind: str) -> bytes:
    written = io.BytesIO()
    picture().save(written, kind, save_all=True, append_images=[picture(seed=2)], duration=100)
    return written.getvalue()


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


FILES = {
    "leeg.jpg": b"",
    "brief.jpg": b"Beste ouders, morgen is het schoolreis.",
    "pagina.jpg": HTML,
    "verslag.jpg": b"%PDF-1.7\n",
    "half.jpg": half(encoded(picture(300, 200), "JPEG")),
    "half.png": half(encoded(picture(300, 200), "PNG")),
    "bom.png": png_bomb(12_000),
    "beweegt.png": animation("PNG"),
    "beweegt.webp": animation("WEBP"),
    "scan.tiff": encoded(picture(), "TIFF"),
    "kapot.jpg": b"\xff\xd8\xff\xe0" + b"\x00" * 200,
    "brief.mp4": b"Beste ouders, morgen is het schoolreis.",
    "leeg.mp4": b"",
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused_with_a_sentence(here, check, name):
    path = put(here, name, FILES[name])

    ended = check(name)

    assert (ended.code, ended.out) == (2, "")
    assert path.read_bytes() == FILES[name]
    assert_golden("slechte-bestanden", name, ended.err)


def test_a_true_bomb_is_refused_before_it_goes_off(here, check):
    put(here, "echte bom.png", full_png_bomb(12_000))

    ended = check("echte bom.png")

    assert ended.code == 2
    assert_golden("slechte-bestanden", "echte bom.png", ended.err)


def test_a_film_that_stops_halfway_is_refused(here, check):
    film = clip(here / "half.mp4")
    film.write_bytes(half(film.read_bytes()))

    ended = check("half.mp4")

    assert ended.code == 2
    assert_golden("slechte-bestanden", "half.mp4", ended.err)


def test_a_missing_file_a_folder_and_a_pipe_are_refused(here, check):
    (here / "map").mkdir()
    os.mkfifo(here / "pijp.jpg")

    for name in ("weg.jpg", "map", "pijp.jpg"):
        ended = check(name)

        assert ended.code == 2
        assert_golden("slechte-bestanden", name, ended.err)


def test_a_file_that_may_not_be_read_is_refused(here, check, monkeypatch):
    put(here, "dicht.jpg", encoded(picture(), "JPEG"))
    real = type(here).open

    def closed(path, *args, **named):
        if path.name == "dicht.jpg":
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **named)

    monkeypatch.setattr(type(here), "open", closed)

    ended = check("dicht.jpg")

    assert ended.code == 2
    assert_golden("slechte-bestanden", "dicht.jpg", ended.err)


def test_heic_without_the_extra_says_how_to_go_on(here, check, heic, monkeypatch):
    put(here, "telefoon.heic", heic(picture(64, 64)))
    monkeypatch.setattr(decode.importlib.util, "find_spec", lambda name: None)

    ended = check("telefoon.heic")

    assert ended.code == 2
    assert_golden("slechte-bestanden", "telefoon.heic", ended.err)


def test_heic_with_the_extra_is_looked_at(here, check, heic):
    put(here, "telefoon.heic", heic(side_by_side("noor")))

    ended = check("telefoon.heic", "--tekst", "Reis.")

    assert ended.code == 1
    assert "telefoon.heic: ten minste 1 gezicht gezien" in ended.out


@pytest.mark.parametrize(("name", "kind"), [("foto.jpg", "PNG"), ("foto.png", "JPEG"), ("foto", "JPEG")])
def test_a_wrong_extension_is_said_and_does_not_stop_the_check(here, check, name, kind):
    put(here, name, encoded(side_by_side("nobody"), kind))

    ended = check(name, "--niemand-in-beeld", "--tekst", "Reis.")

    assert ended.code == 0
    assert f"{name}: dit is een {kind}" in ended.out


def test_one_bad_file_among_good_ones_stops_all_and_writes_nothing(here, check):
    put(here, "goed.jpg", encoded(picture(), "JPEG"))
    put(here, "leeg.jpg", b"")

    ended = check("goed.jpg", "leeg.jpg", "--uit", "schoon")

    assert ended.code == 2
    assert not (here / "schoon").exists()


@pytest.mark.parametrize("mode", ["CMYK", "L", "LA", "RGBA", "P", "1", "I;16"])
def test_every_way_to_store_colour_is_taken_in(here, check, mode):
    grey = Image.fromarray(np.full((160, 160), 40_000, dtype=np.uint16))
    made = grey if mode == "I;16" else side_by_side("nobody").convert(mode)
    put(here, "foto.jpg" if mode == "CMYK" else "foto.png", encoded(made, "JPEG" if mode == "CMYK" else "PNG"))

    ended = check(*here.glob("foto.*"), "--niemand-in-beeld", "--tekst", "Reis.")

    assert ended.code == 0
