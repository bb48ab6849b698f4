"""The building stands: imports go down only, the lowest floors need nothing but Python, nobody phones out."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "magdit"
LINT = [
    sys.executable,
    "-c",
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))",
]

# Names by which a program reaches another computer. The web floor answers requests; it makes none either.
PHONES = {
    "socket",
    "ssl",
    "http.client",
    "urllib.request",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
    "urllib3",
}
# Tries whether the port that it is to listen on is free; connects to nobody.
LISTENS = {"cli/serve.py": {"socket"}}
# Reach a channel, and only where an account of the school leads: docs/decisions/0067.
REACHES = {
    "connectors/calling.py": {"ssl", "http.client"},
    "connectors/wire.py": {"socket", "ssl", "http.client"},
    "connectors/reach.py": {"socket"},
}
# Fetches pages of the site that somebody asked to be checked, and nothing else: docs/decisions/0069.
FETCHES = {"journeys/archive/fetching.py": {"socket", "ssl", "http.client"}}
# Speak with a school's own sign-in, and only at the addresses that the school set up: docs/decisions/0051.
ASKS_THE_SCHOOL = {"web/signin/sso_openid.py": {"requests"}, "web/signin/sso_token.py": {"requests"}}


def imports_of(text: str) -> set[str]:
    """Name every module that a file imports, also those inside functions and type-checking blocks."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or "."} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def floors() -> list[Path]:
    """Every file that a person writes; migrations are written by Django."""
    return sorted(file for file in SOURCE.rglob("*.py") if file.parent.name != "migrations")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(LINT, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def small_building(tmp_path):
    """A copy of the floors without furniture, under the same contracts as the real one."""
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    areas = ("areas", "areas/journal", "areas/people", "areas/registers", "areas/consent", "areas/drafts")
    for floor in (
        "",
        "words",
        "norms",
        "protocols",
        "check",
        "connectors",
        "wording",
        *areas,
        "journeys",
        "cli",
        "api",
        "web",
        "server",
    ):
        folder = tmp_path / "magdit" / floor
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").write_text("", encoding="utf-8")
    return tmp_path / "magdit"


def test_the_building_stands():
    answer = lint(ROOT)

    assert answer.returncode == 0, answer.stdout


def test_stairs_down_are_allowed(small_building):
    (small_building / "cli" / "main.py").write_text("import magdit.journeys\nimport magdit.words\n", encoding="utf-8")

    answer = lint(small_building.parent)

    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("words/people.py", "import magdit.norms"),
        ("norms/judge.py", "def late():\n    import magdit.protocols"),
        ("check/draft.py", "import magdit.protocols"),
        ("protocols/read.py", "import magdit.check"),
        ("wording/errors.py", "from magdit import journeys"),
        ("areas/journal/models.py", "import magdit.areas.people"),
        ("areas/people/rules.py", "from magdit.areas.consent import rules"),
        ("norms/judge.py", "import django"),
        ("check/draft.py", "from django.db import models"),
        ("cellar/__init__.py", ""),
    ],
)
def test_stairs_up_doors_sideways_and_rooms_without_a_floor_are_refused(small_building, room, line):
    (small_building / room).parent.mkdir(exist_ok=True)
    (small_building / room).write_text(line, encoding="utf-8")

    answer = lint(small_building.parent)

    assert answer.returncode == 1, answer.stdout


@pytest.mark.parametrize("floor", ["words", "norms"])
def test_the_lowest_floors_need_nothing_but_python(floor):
    files = sorted((SOURCE / floor).rglob("*.py"))

    named = {(file.name, name) for file in files for name in imports_of(file.read_text(encoding="utf-8"))}

    assert files
    foreign = {(file, name) for file, name in named if not name.startswith(("magdit.words", "magdit.norms"))}
    assert {(file, name) for file, name in foreign if name.split(".")[0] not in sys.stdlib_module_names} == set()


@pytest.mark.parametrize("file", floors(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_room_phones_out(file):
    named = imports_of(file.read_text(encoding="utf-8"))

    assert named & PHONES == {**LISTENS, **ASKS_THE_SCHOOL, **REACHES, **FETCHES}.get(
        str(file.relative_to(SOURCE)), set()
    )


def test_only_the_check_of_an_archive_fetches_pages():
    using = {
        str(file.relative_to(SOURCE))
        for file in floors()
        if any(
            name.startswith("magdit.journeys.archive.fetching") for name in imports_of(file.read_text(encoding="utf-8"))
        )
    }

    assert using
    assert [file for file in using if not file.startswith(("journeys/archive/", "cli/archive"))] == []


def test_who_listens_connects_to_nobody():
    (file,) = LISTENS

    said = (SOURCE / file).read_text(encoding="utf-8")

    assert ".bind(" in said
    assert [word for word in (".connect(", "create_connection", ".sendto(") if word in said] == []


@pytest.mark.parametrize("file", floors(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_every_file_opens_by_saying_what_it_is(file):
    opening = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))

    assert opening


def test_an_import_hidden_in_a_function_is_seen():
    hidden = "if TYPE_CHECKING:\n    import numpy\n\ndef late():\n    from urllib import request\n"

    assert {"numpy", "urllib.request"} <= imports_of(hidden)
