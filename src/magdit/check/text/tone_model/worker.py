"""The process of a tone model: `python -m magdit.check.text.tone_model.worker FOLDER`. One JSON line per text.

It may open no connection, write no file and take no more memory than its manifest says. It holds nothing of the school:
it gets a piece of text, answers likelihoods, and forgets it.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from pathlib import Path
from typing import Any

from magdit.check.images.refusal import Refused
from magdit.check.text.tone_model.manifest import read_manifest
from magdit.check.text.tone_model.model import ToneModel

MEGABYTE = 1024 * 1024
_LARGEST_FILE = 0


def main(folder: Path) -> None:
    """Load, say that it is ready or why not, then answer line by line until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer
    try:
        model = _loaded(folder)
    except Refused as refused:
        _say(answers, {"refused": refused.code})
        return
    _say(answers, {"ready": True})
    for line in sys.stdin:
        _say(answers, _answer(model, line))


def _loaded(folder: Path) -> ToneModel:
    manifest = read_manifest(folder.resolve())
    _confine(manifest.memory)
    return ToneModel(manifest)


def _answer(model: ToneModel, line: str) -> dict[str, Any]:
    try:
        return {"likelihoods": model.likelihoods(json.loads(line)["text"])}
    except Exception:
        return {"refused": "tone_model_stopped"}


def _confine(megabytes: int) -> None:
    """No network, no files, no more than this much memory. What is refused here ends as 'not looked at'."""
    sys.addaudithook(_no_network)
    nowhere = tempfile.mkdtemp(prefix="magdit-toon-")
    os.chdir(nowhere)
    os.rmdir(nowhere)  # a model that names files beside itself finds none
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _no_network(event: str, _: Any) -> None:
    if event.startswith("socket.") or event in (
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.fork",
    ):
        raise PermissionError(event)


def _say(answers: Any, said: dict[str, Any]) -> None:
    answers.write(json.dumps(said) + "\n")
    answers.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
