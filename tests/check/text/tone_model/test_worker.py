"""The process of a tone model reaches nothing: no network, no file, no secret, no more memory than it was given."""

import subprocess
import sys
from pathlib import Path

import pytest

from magdit.check.images.refusal import Refused
from magdit.check.text.tone_model.asking import Asking
from tests.check.text.tone_model.made import folder_with_model

CONFINED = "from magdit.check.text.tone_model.worker import _confine; _confine(4096); "


@pytest.mark.parametrize(
    ("attempted", "refusal"),
    [
        ("import socket; socket.socket()", "PermissionError: socket.__new__"),
        ("import socket; socket.getaddrinfo('example.org', 80)", "PermissionError: socket.getaddrinfo"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError: subprocess.Popen"),
        ("import os; os.system('true')", "PermissionError: os.system"),
        ("open('x', 'w').write('x')", "FileNotFoundError"),
        ("bytearray(5 * 2**30)", "MemoryError"),
    ],
)
def test_what_a_model_has_no_business_with_is_refused(attempted: str, refusal: str) -> None:
    tried = subprocess.run([sys.executable, "-c", CONFINED + attempted], capture_output=True, text=True, check=False)

    assert tried.returncode != 0
    assert refusal in tried.stderr


def test_no_secret_of_the_server_goes_along(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAGDIT_SECRET", "geheim")
    asking = Asking(folder)
    asking.likelihoods("hallo")
    assert asking._process is not None

    surroundings = Path(f"/proc/{asking._process.pid}/environ").read_bytes()

    assert b"geheim" not in surroundings
    asking.end()


def test_a_model_that_needs_more_memory_than_its_manifest_gives_is_refused(tmp_path: Path) -> None:
    path = folder_with_model(tmp_path) / "toon.toml"
    path.write_text(path.read_text("utf-8").replace("geheugen_mb = 4096", "geheugen_mb = 64"), "utf-8")

    with pytest.raises(Refused, match=r"tone_model_(unfit|stopped|slow)"):
        Asking(tmp_path, start_within=20.0).likelihoods("hallo")


def test_what_is_no_answer_ends_the_process_and_is_refused(folder: Path) -> None:
    asking = Asking(folder)
    asking.likelihoods("hallo")
    asking._read = b"geen antwoord\n"

    with pytest.raises(Refused, match="tone_model_stopped"):
        asking.likelihoods("hallo")

    assert asking._process is None
