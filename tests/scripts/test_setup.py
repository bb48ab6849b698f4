"""Setting up: in order, hashed, once, and clear about what a computer lacks. Small fakes play Python, uv and apt."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MODEL = "src/magdit/check/images/model"
NEEDED = ["bash", "dirname", "sed", "cat", "sha256sum", "mkdir", "mv", "cp", "rm", "tee"]

# Notes each call; makes a .venv of itself; fails where the scene says so (`no-pip`, `no-model`, ...).
PYTHON = """#!/usr/bin/env bash
echo "${0##*/} $*" >> "$CALLS"
case "$*" in
    *version_info*) [ ! -e "$SCENE/too-old" ] ;;
    *"import ensurepip"*) [ ! -e "$SCENE/no-ensurepip" ] ;;
    *"pip --version"*) [ ! -e "$SCENE/no-pip" ] ;;
    *"-m venv"*) mkdir -p .venv/bin; cp "$0" .venv/bin/python; cp "$SCENE/uv" .venv/bin/uv ;;
    *"-e ."*) [ ! -e "$SCENE/no-build" ] ;;
    *face_model*)
        [ ! -e "$SCENE/no-model" ] && mkdir -p "$MODEL"
        echo weights | tee "$MODEL/centerface.onnx" > "$MODEL/LICENSE" ;;
    *"-r requirements.lock"*) [ ! -e "$SCENE/no-internet" ] ;;
    *-V*) echo "Python 3.11.0" ;;
esac
"""
UV = """#!/usr/bin/env bash
echo "uv $*" >> "$CALLS"
[ ! -e "$SCENE/no-internet" ] && [ ! -e "$SCENE/no-uv" ]
"""
APT = '#!/usr/bin/env bash\necho "apt-get $*" >> "$CALLS"\n[ ! -e "$SCENE/apt-helps" ] || rm -f "$SCENE/no-ensurepip"\n'
WHO = '#!/usr/bin/env bash\n[ -e "$SCENE/is-root" ] && echo 0 || echo 1000\n'


class Computer:
    """A bare computer with a fresh clone, on which every command is watched."""

    def __init__(self, folder: Path) -> None:
        self.clone, self.scene, self.bin = folder / "clone", folder / "scene", folder / "bin"
        for made in (self.clone / "scripts", self.scene, self.bin):
            made.mkdir(parents=True)
        for name in ("requirements.lock", "pyproject.toml", "scripts/setup.sh", "scripts/face_model.py"):
            shutil.copy(ROOT / name, self.clone / name)
        for name in NEEDED:
            (self.bin / name).symlink_to(str(shutil.which(name)))
        fakes = {"bin/python3": PYTHON, "scene/uv": UV, "bin/apt-get": APT, "bin/id": WHO}
        for name, text in fakes.items():
            (folder / name).write_text(text, encoding="utf-8")
            (folder / name).chmod(0o755)

    def has(self, *facts: str) -> None:
        for fact in facts:
            (self.scene / fact).touch()

    def set_up(self, **variables: str) -> tuple[int, str, list[str]]:
        """Give the exit code, what was said, and which commands were called."""
        calls = self.scene / "calls"
        calls.write_text("", encoding="utf-8")
        world = {
            "PATH": str(self.bin),
            "HOME": str(self.scene),
            "CALLS": str(calls),
            "SCENE": str(self.scene),
            "MODEL": MODEL,
        }
        done = subprocess.run(
            [str(self.bin / "bash"), str(self.clone / "scripts" / "setup.sh")],
            env=world | variables, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stderr, calls.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def computer(tmp_path):
    return Computer(tmp_path)


def places(calls: list[str], *parts: str) -> list[int]:
    """Where in the calls each part is first seen."""
    return [next((at for at, call in enumerate(calls) if part in call), -1) for part in parts]


def test_the_lock_comes_first_then_magdit_then_the_model(computer):
    code, said, calls = computer.set_up()

    order = places(calls, "-m venv", "uv.txt", "uv --quiet", "-e .", "face_model")
    assert code == 0, said
    assert -1 not in order
    assert order == sorted(order)
    assert all("--require-hashes" in call for call in calls if "requirements.lock" in call or "uv.txt" in call)
    assert "--no-deps --no-index --no-build-isolation" in next(call for call in calls if "-e ." in call)


def test_a_second_time_nothing_is_done(computer):
    computer.set_up()
    computer.has("no-internet", "no-model", "no-pip")

    code, said, calls = computer.set_up()

    assert code == 0
    assert said == ""
    assert [call for call in calls if "-VV" not in call] == []


@pytest.mark.parametrize(
    "changed", ["requirements.lock", "pyproject.toml", "scripts/setup.sh", "scripts/face_model.py"]
)
def test_a_change_sets_up_again(computer, changed):
    computer.set_up()
    with (computer.clone / changed).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")

    _, said, calls = computer.set_up()

    assert "klaar" in said
    assert places(calls, "requirements.lock") != [-1]


@pytest.mark.parametrize("lost", ["centerface.onnx", "LICENSE"])
def test_a_lost_model_or_licence_is_fetched_again(computer, lost):
    computer.set_up()
    (computer.clone / MODEL / lost).unlink()

    code, _, calls = computer.set_up()

    assert code == 0
    assert places(calls, "face_model") != [-1]


def test_a_moved_clone_is_set_up_again(computer, tmp_path):
    computer.set_up()
    computer.clone = computer.clone.rename(tmp_path / "elsewhere")

    _, said, _ = computer.set_up()

    assert "klaar" in said


def test_without_uv_pip_does_it_and_says_so(computer):
    computer.has("no-uv")

    code, said, calls = computer.set_up()

    assert code == 0
    assert "nu met pip" in said
    assert "--require-hashes -r requirements.lock" in next(call for call in calls if "pip" in call and "-r req" in call)


def test_pip_can_be_asked_for(computer):
    code, _, calls = computer.set_up(MAGDIT_SETUP="pip")

    assert code == 0
    assert [call for call in calls if call.startswith("uv ")] == []


def test_without_internet_it_says_what_to_do_and_is_not_ready(computer):
    computer.has("no-internet")

    code, said, _ = computer.set_up()

    assert code == 3
    assert "internet" in said
    assert "make setup" in said
    assert not (computer.clone / ".venv" / ".stamp").exists()


@pytest.mark.parametrize("lacking", ["no-model", "no-build"])
def test_half_a_set_up_is_not_taken_for_a_whole_one(computer, lacking):
    computer.has(lacking)
    first, _, _ = computer.set_up()
    (computer.scene / lacking).unlink()

    second, said, _ = computer.set_up()

    assert first != 0
    assert second == 0
    assert "klaar" in said


def test_an_old_python_is_refused_with_the_way_out(computer):
    computer.has("too-old")

    code, said, _ = computer.set_up()

    assert code == 3
    assert "Python 3.11" in said
    assert "apt-get install" in said


def test_without_venv_someone_who_may_not_install_gets_a_hint(computer):
    computer.has("no-ensurepip", "no-pip")

    code, said, calls = computer.set_up()

    assert code == 3
    assert "apt-get install -y python3-venv" in said
    assert [call for call in calls if call.startswith("apt-get")] == []


def test_without_venv_root_gets_it_installed(computer):
    computer.has("no-ensurepip", "no-pip", "is-root", "apt-helps")

    _, _, calls = computer.set_up()

    assert places(calls, "install -y -qq python3-venv") != [-1]
    assert "python3 -m venv --clear .venv" in calls


def test_without_venv_a_pip_of_the_system_works_at_a_distance(computer):
    computer.has("no-ensurepip")

    code, said, calls = computer.set_up()

    assert code == 0, said
    assert places(calls, "--without-pip", "pip --quiet --python .venv/bin/python install --require-hashes") != [-1, -1]


def test_the_systems_python_is_never_installed_into(computer):
    computer.has("no-ensurepip")

    _, _, calls = computer.set_up()

    by_the_system = [call for call in calls if call.startswith("python3 ") and " install " in call]
    assert by_the_system
    assert all("--python .venv/bin/python" in call for call in by_the_system)
