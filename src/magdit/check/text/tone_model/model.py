"""The model itself, inside the process that is its own: bytes in, a likelihood for each label out. Knows no flags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from magdit.check.images.refusal import Refused
from magdit.check.text.tone_model.manifest import Manifest, read_manifest
from magdit.check.text.tone_model.pieces import Vocabulary

IDS, MASK, KINDS = "input_ids", "attention_mask", "token_type_ids"
_WHOLE_NUMBERS = "tensor(int64)"


class ToneModel:
    """Loaded once and tried once; what does not answer as the manifest says is unfit."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest
        words = manifest.content(manifest.words, manifest.words_sha256)
        content = manifest.content(manifest.model, manifest.model_sha256)
        try:
            self._vocabulary = Vocabulary.of(words, lower_case=manifest.lower_case)
            self._session = _session(content)
            self._inputs = _inputs(self._session)
            self._run("Hallo allemaal")
        except Exception as error:
            raise Refused("tone_model_unfit", path=manifest.folder / manifest.model, reason=str(error)) from error

    @classmethod
    def load(cls, folder: Any) -> ToneModel:
        """The model of this folder."""
        return cls(read_manifest(folder))

    def likelihoods(self, text: str) -> list[float]:
        """For each label the highest likelihood in any part of the text; nothing of a long text is left unread."""
        parts = [self._run(part) for part in self._parts(text.split())]
        return [max(column) for column in zip(*parts, strict=True)] if parts else []

    def _parts(self, words: Sequence[str]) -> list[str]:
        """The text in parts that fit the length of the model."""
        part = " ".join(words)
        if not words:
            return []
        if len(words) == 1 or len(self._vocabulary.numbers_of(part)) <= self._manifest.length:
            return [part]
        middle = len(words) // 2
        return [*self._parts(words[:middle]), *self._parts(words[middle:])]

    def _run(self, text: str) -> list[float]:
        numbers = self._vocabulary.numbers_of(text)[: self._manifest.length]
        ids = np.array([numbers], dtype=np.int64)
        known = {IDS: ids, MASK: np.ones_like(ids), KINDS: np.zeros_like(ids)}
        (answer, *_) = self._session.run(None, {name: known[name] for name in self._inputs})
        scores = np.asarray(answer, dtype=np.float64)
        if scores.shape != (1, len(self._manifest.labels)) or not np.isfinite(scores).all():
            raise ValueError(f"answers with {scores.shape}")
        return [float(score) for score in _as_likelihoods(scores[0], self._manifest.outcome)]


def _session(content: bytes) -> Any:
    import onnxruntime  # type: ignore[import-untyped]  # it ships no types

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def _inputs(session: Any) -> tuple[str, ...]:
    given = {one.name: one.type for one in session.get_inputs()}
    if IDS not in given or set(given) - {IDS, MASK, KINDS} or set(given.values()) != {_WHOLE_NUMBERS}:
        raise ValueError(f"asks for {given}")
    return tuple(given)


def _as_likelihoods(scores: npt.NDArray[np.float64], outcome: str) -> npt.NDArray[np.float64]:
    if outcome == "softmax":
        powers = np.exp(scores - scores.max())
        return np.asarray(powers / powers.sum(), dtype=np.float64)
    if outcome == "sigmoid":
        return np.asarray(1 / (1 + np.exp(-np.clip(scores, -60, 60))), dtype=np.float64)
    if ((scores < 0) | (scores > 1)).any():
        raise ValueError("likelihoods outside 0 to 1")
    return scores
