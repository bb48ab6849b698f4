"""Asking the process of a tone model, within a time. Starts it, keeps it, and ends it when it does not answer."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from magdit.check.images.refusal import Refused

START_WITHIN, ANSWER_WITHIN = 60.0, 10.0  # seconds; a model of 400 MB loads in a tenth of that
_WORKER = "magdit.check.text.tone_model.worker"
_LONGEST_LINE = 1_000_000


class Asking:
    """One process for one folder. Several threads may ask; they wait for each other."""

    def __init__(
        self, folder: Path, *, start_within: float = START_WITHIN, answer_within: float = ANSWER_WITHIN
    ) -> None:
        self._folder = folder
        self._start_within, self._answer_within = start_within, answer_within
        self._process: subprocess.Popen[bytes] | None = None
        self._read = b""
        self._lock = threading.Lock()

    def likelihoods(self, text: str) -> list[float]:
        """For each label how likely it is. Refuses, with a code, whenever there is no such answer in time."""
        with self._lock:
            try:
                process = self._started()
                _write(process, json.dumps({"text": text}) + "\n")
                answer = self._answer(process, within=self._answer_within)
            except OSError as error:
                self._end()
                raise Refused("tone_model_stopped", path=self._folder) from error
            except Refused:
                self._end()
                raise
        return [float(one) for one in answer["likelihoods"]]

    def end(self) -> None:
        """End the process; the next question starts another."""
        with self._lock:
            self._end()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        # Only what a Python needs to find its modules: no secret of the server goes along.
        surroundings = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PATH": os.environ.get("PATH", "")}
        self._process = subprocess.Popen(  # noqa: S603  (our own Python, with the folder of the setting)
            [sys.executable, "-m", _WORKER, str(self._folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings,
        )  # fmt: skip
        self._answer(self._process, within=self._start_within)
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], *, within: float) -> dict[str, Any]:
        line = self._line(process, until=time.monotonic() + within)
        try:
            answer = json.loads(line)
        except ValueError as error:
            raise Refused("tone_model_stopped", path=self._folder) from error
        if not isinstance(answer, dict) or "refused" in answer or not {"ready", "likelihoods"} & answer.keys():
            raise self._refusal(answer.get("refused") if isinstance(answer, dict) else None)
        return answer

    def _refusal(self, code: object) -> Refused:
        """What the process said for itself, in a code of ours; anything else counts as having stopped."""
        if code == "tone_model_missing":
            return Refused("tone_model_missing", path=self._folder)
        if code == "tone_model_changed":
            return Refused("tone_model_changed", path=self._folder)
        if code == "tone_model_unfit":
            return Refused("tone_model_unfit", path=self._folder)
        return Refused("tone_model_stopped", path=self._folder)

    def _line(self, process: subprocess.Popen[bytes], *, until: float) -> bytes:
        while b"\n" not in self._read:
            left = until - time.monotonic()
            if left <= 0 or not select.select([_number(process.stdout)], [], [], left)[0]:
                raise Refused("tone_model_slow", path=self._folder)
            more = os.read(_number(process.stdout), 65536)
            if not more or len(self._read) > _LONGEST_LINE:
                raise Refused("tone_model_stopped", path=self._folder)
            self._read += more
        line, _, self._read = self._read.partition(b"\n")
        return line

    def _end(self) -> None:
        process, self._process, self._read = self._process, None, b""
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


_asked: dict[tuple[int, Path], Asking] = {}


def asking(folder: Path) -> Asking:
    """The one that asks this folder's model, in this process: a server that forks gets one for each of its workers."""
    key = (os.getpid(), folder)
    if key not in _asked:
        _asked[key] = Asking(folder)
        atexit.register(_asked[key].end)
    return _asked[key]


def _write(process: subprocess.Popen[bytes], line: str) -> None:
    if process.stdin is None:
        raise OSError("no way in")
    process.stdin.write(line.encode())
    process.stdin.flush()


def _number(pipe: Any) -> int:
    return int(pipe.fileno())
