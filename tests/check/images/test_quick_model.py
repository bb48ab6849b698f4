"""The detector in whole numbers is our own model, made anew from the published file: same maps, same faces."""

import hashlib

import numpy as np
import onnxruntime
import pytest
from PIL import Image

from magdit.check.images import faces, model_file, quick_model
from magdit.check.images.faces import FaceFinder
from magdit.check.images.model_file import HEATMAP, INPUT, MAPS, OFFSET, SCALE, read_model
from magdit.check.images.quick_model import in_whole_numbers, measured_ranges
from magdit.check.images.refusal import Refused
from magdit.check.images.views import coarse_views, tensor
from magdit.check.images.wire import fields
from tests.check.images.sets.faces_by_eye import DEMO

# What the published file and the table make on every machine: there is no sum in it that could be rounded otherwise.
QUICK_SHA256 = "4ce57747eb270c28ac6ece7e970c7945bbc6834da391165b1fdb942f4f622205"


@pytest.fixture(scope="module")
def quick():
    return in_whole_numbers(read_model(), measured_ranges())


def session(content: bytes, *, threads: int = 1) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def maps(content: bytes, photo: str, *, threads: int = 1) -> list[np.ndarray]:
    pixels = np.asarray(Image.open(DEMO / photo).convert("RGB"))
    view = coarse_views(pixels.shape[1], pixels.shape[0])[0]
    return session(content, threads=threads).run([HEATMAP, SCALE, OFFSET], {INPUT: tensor(pixels, view)})


def steps(model: bytes) -> list[quick_model.Node]:
    graph = next(payload for number, _, payload in fields(model) if number == quick_model.GRAPH)
    return [quick_model.node_of(payload) for number, _, payload in fields(graph) if number == quick_model.NODE]


def test_it_is_made_of_the_published_file_to_the_byte(quick):
    assert hashlib.sha256(quick).hexdigest() == QUICK_SHA256


def test_the_finder_of_the_school_runs_it(monkeypatch, quick):
    loaded = []
    real = onnxruntime.InferenceSession
    monkeypatch.setattr(
        onnxruntime, "InferenceSession", lambda content, *rest, **more: loaded.append(content) or real(content, **more)
    )
    faces._loaded.cache_clear()

    FaceFinder.load()

    faces._loaded.cache_clear()
    assert loaded == [quick]


def test_a_file_that_is_not_ours_is_never_turned_into_it(monkeypatch, tmp_path):
    changed = tmp_path / "centerface.onnx"
    changed.write_bytes(model_file.DEFAULT_MODEL.read_bytes() + b"\x00")
    monkeypatch.setattr(model_file, "DEFAULT_MODEL", changed)
    faces._loaded.cache_clear()

    with pytest.raises(Refused) as caught:
        FaceFinder.load()

    faces._loaded.cache_clear()
    assert caught.value.code == "model_changed"


def test_it_answers_with_the_three_maps_of_places_and_nothing_else(quick):
    answers = session(quick).get_outputs()

    assert {answer.name: answer.shape[1] for answer in answers} == MAPS


@pytest.mark.parametrize("photo", ["crossing.jpg", "skier.jpg"])
def test_its_maps_are_those_of_the_exact_model_but_for_a_little(quick, photo):
    exact, whole = maps(read_model(), photo), maps(quick, photo)

    certain = exact[0] > 0.3
    assert np.abs(exact[0] - whole[0]).max() < 0.2
    assert np.abs(exact[0] - whole[0]).mean() < 0.002
    assert np.abs(exact[1] - whole[1])[np.broadcast_to(certain, exact[1].shape)].max() < 0.2  # of a logarithm: a fifth
    assert np.abs(exact[2] - whole[2])[np.broadcast_to(certain, exact[2].shape)].max() < 0.5  # of a cell of 4 pixels


def test_more_cores_change_nothing(quick):
    one, two = maps(quick, "skier.jpg"), maps(quick, "skier.jpg", threads=2)

    for alone, together in zip(one, two, strict=True):
        assert np.allclose(alone, together, atol=1e-3)


def test_no_weight_is_so_large_that_a_sum_of_16_bits_overflows(quick):
    graph = next(payload for number, _, payload in fields(quick) if number == quick_model.GRAPH)
    signed = []
    for payload in (payload for number, _, payload in fields(graph) if number == quick_model.WEIGHT):
        parts = {inner: content for inner, _, content in fields(payload)}
        if parts[quick_model.ELEMENT] == b"\x03":
            signed.append(np.frombuffer(parts[quick_model.RAW], dtype=np.int8))

    assert len(signed) > 80
    assert max(int(np.abs(weights.astype(int)).max()) for weights in signed) * 2 * 255 < 2**15


def test_the_first_look_and_the_answers_stay_exact(quick):
    convolutions = {step.gives: step.takes for step in steps(quick) if step.kind == "Conv"}

    assert [name for name, takes in convolutions.items() if "/" not in takes[1]] == [
        "363", "533", "536", "538", "539", "540",
    ]  # fmt: skip


def test_a_step_without_a_known_range_stays_exact():
    untouched = in_whole_numbers(read_model(), {})

    assert not [step for step in steps(untouched) if "Quantize" in step.kind or "Dequantize" in step.kind]
