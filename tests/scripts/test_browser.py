"""The browser of the tests: left alone when it is here, else installed by root after saying so, else a clear stop."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
WHO = '#!/usr/bin/env bash\n[ -e "$SCENE/is-root" ] && echo 0 || echo 1000\n'
APT = """#!/usr/bin/env bash
echo "apt-get $*" >> "$SCENE/calls"
[ ! -e "$SCENE/no-internet" ] || exit 1
case "$*" in *chromium*) [ -e "$SCENE/empty" ] || cp "$SCENE/bin/id" "$SCENE/bin/chromium" ;; esac
"""


@pytest.fixture
def computer(tmp_path):
    """A computer without a browser, of someone who is not root."""
    (tmp_path / "bin").mkdir()
    for name in ("bash", "cp"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    for name, text in {"id": WHO, "apt-get": APT}.items():
        (tmp_path / "bin" / name).write_text(text, encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    (tmp_path / "calls").touch()
    return tmp_path


def run(computer: Path, *facts: str) -> tuple[int, str, list[str]]:
    """The exit code, what was said, and what was installed."""
    for fact in facts:
        (computer / fact).touch()
    done = subprocess.run(
        [str(computer / "bin" / "bash"), str(ROOT / "scripts" / "browser.sh")],
        env={"PATH": str(computer / "bin"), "SCENE": str(computer)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr, (computer / "calls").read_text(encoding="utf-8").splitlines()


def test_a_browser_that_is_here_is_left_alone(computer):
    shutil.copy(computer / "bin" / "id", computer / "bin" / "chromium")

    code, said, calls = run(computer)

    assert (code, said, calls) == (0, "", [])


def test_root_gets_debians_browser_and_hears_so(computer):
    code, said, calls = run(computer, "is-root")

    assert code == 0
    assert "Nu wordt Debians pakket chromium" in said
    assert calls[-1] == "apt-get install -y -qq --no-install-recommends chromium"


def test_who_is_not_root_hears_what_to_type(computer):
    code, said, calls = run(computer)

    assert (code, calls) == (3, [])
    assert "sudo apt-get install -y chromium" in said


def test_without_internet_it_stops_and_says_so(computer):
    code, said, _calls = run(computer, "is-root", "no-internet")

    assert code == 3
    assert "Installeren lukte niet" in said


def test_a_package_without_a_browser_in_it_is_told(computer):
    code, said, _calls = run(computer, "is-root", "empty")

    assert code == 3
    assert "nog geen chromium" in said
