"""A manifest is followed exactly or refused: what it does not say in our words, no model is asked for."""

from pathlib import Path

import pytest

from magdit.check.images.refusal import Refused
from magdit.check.text.tone_model.manifest import read_manifest
from tests.check.text.tone_model.made import folder_with_model


def test_a_manifest_tells_its_labels_in_order(tmp_path: Path) -> None:
    manifest = read_manifest(folder_with_model(tmp_path))

    assert [(label.name, label.tone) for label in manifest.labels] == [("gewoon", None), ("belediging", "insult")]


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ('model = "model.onnx"', 'model = "../model.onnx"'),
        ('model = "model.onnx"', 'model = "/etc/passwd"'),
        ("model_sha256", "sha256"),
        ("lengte = 16", "lengte = 100000"),
        ("lengte = 16", "lengte = true"),
        ("geheugen_mb = 4096", "geheugen_mb = 1"),
        ("kleine_letters = true", 'kleine_letters = "ja"'),
        ('toon = "insult"', 'toon = "rude"'),
        ("drempel = 0.9", "drempel = 0"),
        ("drempel = 0.9", 'drempel = "hoog"'),
        ("drempel = 0.9", ""),
        ("lengte = 16", 'uitkomst = "gok"'),
        ("lengte = 16", "vertrouwen = true"),
        ("[[etiket]]", "[["),
    ],
)
def test_what_we_cannot_follow_is_refused(tmp_path: Path, said: str, instead: str) -> None:
    path = folder_with_model(tmp_path) / "toon.toml"
    path.write_text(path.read_text("utf-8").replace(said, instead, 1), "utf-8")

    with pytest.raises(Refused, match="tone_model_unfit"):
        read_manifest(tmp_path)


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="tone_model_missing"):
        read_manifest(tmp_path)
