"""`scripts/peers.sh`: what the tests of signing in need is there, or it is told what to do."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.docs.examples import ROOT

SCRIPT = ROOT / "scripts" / "peers.sh"
TOOLS = ("bash", "cat", "dirname", "id", "mkdir", "sha256sum", "env", "cut")


def run(path: str) -> subprocess.CompletedProcess[str]:
    told = {**os.environ, "PATH": path}
    bash = shutil.which("bash")
    assert bash is not None
    return subprocess.run([bash, str(SCRIPT)], env=told, capture_output=True, text=True, check=False)


def folder_of_tools(folder: Path, **made: str) -> str:
    for name in TOOLS:
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    for name, text in made.items():
        (folder / name).write_text(f"#!/bin/sh\n{text}\n")
        (folder / name).chmod(0o755)
    return str(folder)


def test_what_is_there_is_left_alone():
    assert run(os.environ["PATH"]).returncode == 0

    again = run(os.environ["PATH"])

    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


@pytest.mark.parametrize("missing", ["xmlsec1", "npm"])
def test_what_is_missing_is_told_where_it_cannot_be_put_in(tmp_path: Path, missing: str):
    there = {name: "echo 20" for name in ("xmlsec1", "node", "npm") if name != missing}

    ran = run(folder_of_tools(tmp_path, **there))

    assert ran.returncode == 3
    assert f"sudo apt-get install -y {missing}" in ran.stderr


def test_a_node_that_is_too_old_is_told(tmp_path: Path):
    ran = run(folder_of_tools(tmp_path, xmlsec1="", npm="", node="echo 16"))

    assert ran.returncode == 3
    assert "Node 18 of nieuwer is nodig" in ran.stderr


def test_the_lock_names_no_address_of_a_registry():
    lock = (ROOT / "tests" / "peers" / "oidc" / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in lock
    assert '"integrity"' in lock
