"""Only the face detector we know is ever loaded: no recogniser, no other file, nothing half."""

import dataclasses
import hashlib
import re
import sys

import onnxruntime
import pytest

from magdit.check.images import faces, model_file, wire
from magdit.check.images.faces import Face, FaceFinder
from magdit.check.images.model_file import DEFAULT_MODEL, DEFAULT_SHA256, GRAPH, OUTPUTS, read_model
from magdit.check.images.refusal import Refused

PACKAGE = DEFAULT_MODEL.parents[3]


def message(number: int, content: bytes) -> bytes:
    return wire.field(number, kind=wire.LENGTH_GIVEN, payload=content)


def with_output(name: str, dimensions: list[int]) -> bytes:
    """Our own model with one more answer; protobuf joins what is said twice of the same part."""
    shape = b"".join(message(1, wire.number_field(1, size)) for size in dimensions)
    tensor = wire.number_field(1, 1) + message(2, shape)
    info = message(1, name.encode()) + message(2, message(1, tensor))
    fields = [
        (number, kind, content + message(OUTPUTS, info) if number == GRAPH else content)
        for number, kind, content in wire.fields(DEFAULT_MODEL.read_bytes())
    ]
    return b"".join(wire.field(number, kind=kind, payload=content) for number, kind, content in fields)


def refused(path) -> Refused:
    with pytest.raises(Refused) as caught:
        FaceFinder.load(path)
    return caught.value


@pytest.mark.parametrize("dimensions", [[1, 128], [10, 512], [1, 512, 1, 1], [1, 2, 8, 8]])
def test_a_model_that_also_answers_with_a_description_of_a_face_is_refused(tmp_path, dimensions):
    path = tmp_path / "herkenner.onnx"
    path.write_bytes(with_output("embedding", dimensions))

    answer = refused(path)

    assert (answer.code, answer.facts["path"]) == ("model_unfit", path)


def test_the_session_answers_with_three_maps_of_places_and_nothing_else():
    session = onnxruntime.InferenceSession(read_model(), providers=["CPUExecutionProvider"])

    assert [(answer.name, answer.shape[:2]) for answer in session.get_outputs()] == [
        ("537", [1, 1]),
        ("538", [1, 2]),
        ("539", [1, 2]),
    ]
    assert [wanted.name for wanted in session.get_inputs()] == ["input.1"]


def test_a_missing_model_is_said_and_not_worked_around(tmp_path):
    assert refused(tmp_path / "weg.onnx").code == "model_missing"


def test_our_model_must_be_the_very_file_we_checked(tmp_path, monkeypatch):
    other = tmp_path / "centerface.onnx"
    other.write_bytes(DEFAULT_MODEL.read_bytes() + b"\x00")
    monkeypatch.setattr(model_file, "DEFAULT_MODEL", other)

    with pytest.raises(Refused) as caught:
        read_model()

    assert caught.value.code == "model_changed"


@pytest.mark.parametrize("content", [b"", b"\x00", b"geen model", b"\x3a\xff\xff\xff\x7f", b"\xff" * 40])
def test_a_file_that_is_no_model_is_refused(tmp_path, content):
    path = tmp_path / "kapot.onnx"
    path.write_bytes(content)

    assert refused(path).code == "model_unfit"


@pytest.mark.parametrize("tenths", range(1, 10))
def test_half_a_model_is_refused(tmp_path, tenths):
    whole = DEFAULT_MODEL.read_bytes()
    path = tmp_path / "half.onnx"
    path.write_bytes(whole[: len(whole) * tenths // 10])

    assert refused(path).code == "model_unfit"


def test_without_onnxruntime_the_finder_says_what_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    faces._loaded.cache_clear()

    with pytest.raises(Refused) as caught:
        FaceFinder.load()

    faces._loaded.cache_clear()
    assert caught.value.code == "no_onnxruntime"


def test_the_licence_lies_beside_the_model():
    assert "Permission is hereby granted" in (DEFAULT_MODEL.parent / "LICENSE").read_text(encoding="utf-8")


def test_no_other_model_lies_in_the_package():
    kinds = {".onnx", ".ort", ".tflite", ".pt", ".pth", ".pb", ".caffemodel", ".safetensors", ".dat", ".h5", ".npz"}
    found = [path for path in PACKAGE.rglob("*") if path.suffix.lower() in kinds]

    assert found == [DEFAULT_MODEL]
    assert hashlib.sha256(DEFAULT_MODEL.read_bytes()).hexdigest() == DEFAULT_SHA256


def test_nothing_that_looks_at_pictures_loads_a_model_but_the_face_finder():
    """What a model for words answers with is checked where it is loaded (text/tone_model)."""
    loading = [path for path in (PACKAGE / "check" / "images").rglob("*.py") if "InferenceSession" in path.read_text()]

    assert loading == [PACKAGE / "check" / "images" / "faces.py"]


def test_no_program_that_recognises_faces_is_asked_for():
    recognisers = re.compile(
        r"(import|from)\s+(face_recognition|dlib|insightface|facenet|deepface|mediapipe|cv2|mtcnn)"
    )

    assert [path for path in PACKAGE.rglob("*.py") if recognisers.search(path.read_text(encoding="utf-8"))] == []


def test_what_is_remembered_of_a_face_is_a_place_and_a_score():
    assert [field.name for field in dataclasses.fields(Face)] == ["x", "y", "w", "h", "score"]
