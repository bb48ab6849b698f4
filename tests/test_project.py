"""What the repository itself promises: the same on every machine, and every promise in its papers kept."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import magdit

ROOT = Path(__file__).resolve().parent.parent
PHOTOS = ROOT / "src" / "magdit" / "demo" / "photos"
MACHINE_PATH = re.compile(r"(?<![\w./])/(?:work|farm|tmp|root|home|opt|mnt)/\w")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|--(?:extra-)?index-url [a-z]+:")


def tracked() -> list[str]:
    """Name the files of the repository. A clone made by someone else, as in CI, counts as ours."""
    asked = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    """Give name and content of every tracked file that is text."""
    contents = [(name, (ROOT / name).read_bytes()) for name in tracked()]
    return [(name, content.decode("utf-8", "replace")) for name, content in contents if b"\0" not in content]


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked() -> dict[str, str]:
    """Give each locked package with its lines: version, condition and hashes."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=\w)", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE), flags=re.MULTILINE)
    return {re.split(r"[=<> ;\[]", entry)[0]: entry for entry in entries if entry.strip()}


def normal(requirement: str) -> str:
    """Give the name a package goes by in the lock."""
    return re.sub(r"[-_.]+", "-", re.split(r"[=<>~! ;\[]", requirement)[0]).lower()


def test_no_file_names_a_path_of_one_machine():
    named = [(name, found.group()) for name, text in texts() if (found := MACHINE_PATH.search(text))]

    assert named == []


def test_no_file_names_a_registry_of_packages():
    named = [(name, found.group()) for name, text in texts() if (found := REGISTRY.search(text))]

    assert named == []


def test_the_version_is_the_same_wherever_it_is_written():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    newest = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", changelog, re.MULTILINE)[0]

    assert project()["project"]["version"] == magdit.__version__ == newest


def test_every_make_target_is_explained_to_its_users():
    targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    papers = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))

    unexplained = [target for target in targets if f"`make {target}`" not in papers]

    assert {"setup", "demo", "test", "test-full", "lint", "check", "bench"} <= set(targets)
    assert unexplained == []


def test_every_link_in_our_papers_leads_somewhere():
    papers = [name for name in tracked() if name.endswith(".md")]

    broken = [
        (name, link)
        for name in papers
        for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", (ROOT / name).read_text(encoding="utf-8"))
        if not ((ROOT / name).parent / link).exists()
    ]

    assert broken == []


SCRIPTS = [".ci/run", "scripts/setup.sh", "scripts/postgres.sh", "scripts/browser.sh", "scripts/peers.sh"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_can_be_run(script):
    read = subprocess.run(["bash", "-n", str(ROOT / script)], capture_output=True, text=True, check=False)

    assert os.access(ROOT / script, os.X_OK)
    assert read.returncode == 0, read.stderr


def test_ci_runs_what_we_run():
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_package_in_the_lock_is_one_version_with_hashes():
    loose = [name for name, entry in locked().items() if "==" not in entry or "--hash=sha256:" not in entry]

    assert len(locked()) > 40
    assert loose == []


def test_everything_we_ask_for_is_in_the_lock():
    metadata = project()["project"]
    asked = [*metadata["dependencies"], *metadata["optional-dependencies"]["heic"]]
    asked += project()["dependency-groups"]["dev"] + project()["build-system"]["requires"]

    assert {normal(one) for one in asked} - set(locked()) == set()


def test_everything_we_ask_for_is_accounted_for():
    decision = (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text(encoding="utf-8").lower()
    metadata = project()["project"]
    asked = [
        *metadata["dependencies"],
        *metadata["optional-dependencies"]["heic"],
        *project()["dependency-groups"]["dev"],
    ]

    assert [one for one in asked if f"| {normal(one)} |" not in decision] == []


def test_every_photo_in_the_demo_has_its_credit():
    credited = (PHOTOS / "SOURCES.md").read_text(encoding="utf-8")
    photos = [file.name for file in PHOTOS.iterdir() if file.suffix != ".md"]

    uncredited = [name for name in photos if f"| {name} |" not in credited]

    assert photos
    assert uncredited == []


def test_the_face_model_stays_out_of_git():
    assert [name for name in tracked() if name.endswith(".onnx")] == []


def test_the_licence_is_the_one_we_name():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert project()["project"]["license"] == "EUPL-1.2"
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "‘Compatible Licences’ according to Article 5 EUPL are:" in text
