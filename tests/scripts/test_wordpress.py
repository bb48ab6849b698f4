"""The WordPress of the tests: what it needs is asked for clearly, nothing is installed by someone who is not root."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "wordpress.sh"
APT = '#!/usr/bin/env bash\necho "apt-get $*" >> "$SCENE/calls"\nexit 1\n'


@pytest.fixture
def computer(tmp_path):
    """A computer with apt-get and Python, without PHP and MariaDB, and with a copy of the script."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "scripts").mkdir()
    shutil.copy(SCRIPT, tmp_path / "scripts")
    for name in ("bash", "dirname", "mkdir", "rm", "mktemp", "python3"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    (tmp_path / "bin" / "apt-get").write_text(APT, encoding="utf-8")
    (tmp_path / "bin" / "apt-get").chmod(0o755)
    (tmp_path / "calls").touch()
    return tmp_path


def run(computer: Path, *command: str, user: int) -> tuple[int, str, list[str]]:
    """The exit code, what was said, and what was asked of apt-get."""
    who = computer / "bin" / "id"
    who.write_text(f"#!/usr/bin/env bash\necho {user}\n", encoding="utf-8")
    who.chmod(0o755)
    done = subprocess.run(
        [str(computer / "bin" / "bash"), str(computer / "scripts" / "wordpress.sh"), *command],
        env={"PATH": str(computer / "bin"), "SCENE": str(computer)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr, (computer / "calls").read_text(encoding="utf-8").splitlines()


def test_who_is_not_root_hears_what_to_type(computer):
    code, said, calls = run(computer, "true", user=1000)

    assert code == 3
    assert "sudo apt-get install -y --no-install-recommends mariadb-server-core" in said
    assert calls == []


def test_without_internet_it_fails_and_does_not_skip(computer):
    code, said, calls = run(computer, "true", user=0)

    assert code == 3
    assert "Installeren lukte niet" in said
    assert calls[0].startswith("apt-get update")


def test_a_command_is_needed(computer):
    code, said, _ = run(computer, user=0)

    assert code == 3
    assert "gebruik: scripts/wordpress.sh OPDRACHT" in said
