"""The drill: fill, back up while others write, lose everything, put back; and what is refused changes nothing."""

from __future__ import annotations

import random
import re
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from magdit.areas.journal.refused import Refused
from magdit.journeys.backup import archive
from magdit.wording.refusals import refusal_sentence
from tests.journeys.register_apart import Apart, apart, copied, drop

pytestmark = pytest.mark.own_database
WRITING = """
print("begonnen", flush=True)
board = Board.objects.order_by("pk")[WHICH]
for _ in range(40):
    admit(board)
"""
STORE = (
    "from importlib import import_module; from django.conf import settings;"
    "store = import_module(settings.SESSION_ENGINE).SessionStore"
)
UNTOUCHED = {"sleutels", "sessies", "magdit.sqlite3", "magdit.sqlite3-pen"}  # what looking for a register makes itself
Registers = Callable[[str], Apart]


@pytest.fixture
def registers(tmp_path: Path) -> Iterator[Registers]:
    """`registers(name)`: an empty register, which is gone after the test."""
    made: list[Apart] = []

    def register(name: str) -> Apart:
        made.append(apart(tmp_path / name))
        return made[-1]

    yield register
    for one in made:
        drop(one)


@dataclass(frozen=True)
class Vault:
    """A filled register that nobody touches, a back-up of it with keys, one without, and the passphrase."""

    register: Apart
    passphrase: Path
    with_keys: Path
    without: Path


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """Two boards with four pupils each, and three scans; with its back-ups."""
    folder = tmp_path_factory.mktemp("kluis")
    register = apart(folder / "school", tables=True)
    passphrase = folder / "wachtzin.txt"
    passphrase.write_text("zeven appels in een mand\n", encoding="utf-8")
    register.python("school(boards=2, people=4)")
    register.magdit("backup", "--naar", folder / "met", "--wachtzin", passphrase)
    assert "De sleutels zitten er niet in." in register.magdit("backup", "--naar", folder / "zonder")
    yield Vault(register, passphrase, one_file(folder / "met"), one_file(folder / "zonder"))
    drop(register)


@pytest.fixture
def school(vault: Vault, tmp_path: Path) -> Iterator[Apart]:
    """The filled register, to be spoilt."""
    register = copied(vault.register, tmp_path / "school")
    yield register
    drop(register)


def one_file(folder: Path) -> Path:
    (found,) = folder.glob("*.tar")
    return found


def scans(register: Apart) -> dict[str, bytes]:
    kept = register.data / "bestanden"
    return {str(path.relative_to(kept)): path.read_bytes() for path in kept.rglob("*") if path.is_file()}


def test_all_comes_back_on_an_empty_machine(vault: Vault, registers: Registers) -> None:
    before = vault.register.rows()
    empty = registers("leeg")

    said = empty.magdit("restore", vault.with_keys, "--wachtzin", vault.passphrase)

    after = empty.rows()
    lost = [line for line in before.splitlines() if line not in after]
    assert all("back-up gemaakt" in line for line in lost)  # told after the copy was taken
    assert scans(empty) == scans(vault.register)
    assert "Het journaal klopt." in said
    assert re.search(r"de back-up van \d\d-\d\d-\d{4} \d\d:\d\d, met", said)
    assert after.count("back-up teruggezet") == 2
    assert "Het journaal klopt: 10 regels" in empty.magdit("journal", "verify")
    assert empty.python("admit(Board.objects.order_by('pk')[0])") == ""


def test_a_back_up_made_while_others_write_is_of_one_moment(
    school: Apart, vault: Vault, registers: Registers, tmp_path: Path
) -> None:
    writers = [school.start_python(WRITING.replace("WHICH", str(which))) for which in (0, 0, 1)]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "begonnen\n"

    school.magdit("backup", "--naar", tmp_path / "kluis", "--wachtzin", vault.passphrase)

    for writer in writers:
        assert writer.stdout is not None
        assert (writer.stdout.read(), writer.wait(120)) == ("", 0)
    assert "Het journaal klopt: 134 regels" in school.magdit("journal", "verify")
    empty = registers("leeg")
    said = empty.magdit("restore", one_file(tmp_path / "kluis"), "--wachtzin", vault.passphrase)
    assert "Het journaal klopt." in said
    assert int(empty.python("print(Person.objects.count())")) >= 8


def test_keys_that_are_kept_apart_are_asked_for(vault: Vault, registers: Registers) -> None:
    with tarfile.open(vault.without) as tar:
        assert "sleutels.slot" not in tar.getnames()
    empty = registers("leeg")

    refused = empty.magdit("restore", vault.without, code=2)

    assert "Zet uw eigen kopie van de map 'sleutels'" in refused
    for key in (vault.register.data / "sleutels").iterdir():
        (empty.data / "sleutels" / key.name).write_bytes(key.read_bytes())
    assert "Het journaal klopt." in empty.magdit("restore", vault.without)


def test_a_register_in_use_is_not_overwritten_unasked(school: Apart, vault: Vault) -> None:
    school.python("admit(Board.objects.order_by('pk')[0])")
    before, files = school.rows(), scans(school)

    assert "Hier staat al een register." in school.magdit("restore", vault.with_keys, code=2)
    assert (school.rows(), scans(school)) == (before, files)

    (school.data / "bestanden" / "2026" / "scan-9.bin").write_bytes(b"later")
    said = school.magdit("restore", vault.with_keys, "--overschrijf")
    assert "de laatste 3 regels van het journaal" in said
    assert scans(school) == files
    assert int(school.python("print(Person.objects.count())")) == 8
    assert sorted(path.name for path in school.data.iterdir() if path.name.startswith(".")) == []


def test_who_was_destroyed_after_the_back_up_stays_destroyed(school: Apart, vault: Vault) -> None:
    person = school.python(
        "from magdit.areas.journal.actions import destroy\n"
        "person = Person.objects.order_by('pk')[0]\n"
        "destroy(Doing(Ref('systeem', 'test'), person.board_id, datetime.now(UTC)), Ref('persoon', str(person.id)))\n"
        "print(person.id)\n"
    ).strip()

    said = school.magdit("restore", vault.with_keys, "--overschrijf")

    assert f"persoon {person}" in said
    assert f"persoon', '{person}', None" in school.rows()
    assert "Het journaal klopt" in school.magdit("journal", "verify")


def test_a_list_from_elsewhere_keeps_them_destroyed_on_an_empty_machine(
    vault: Vault, registers: Registers, tmp_path: Path
) -> None:
    whose = vault.register.python("p = Person.objects.order_by('pk')[0]; print(p.board_id, 'persoon', p.id)")
    (tmp_path / "vernietigd.txt").write_text(whose, encoding="ascii")
    empty = registers("leeg")

    said = empty.magdit(
        "restore", vault.with_keys, "--wachtzin", vault.passphrase, "--vernietigd", tmp_path / "vernietigd.txt"
    )

    assert "Na deze back-up vernietigd, en nu opnieuw: 1." in said


def test_the_wrong_passphrase_changes_nothing(vault: Vault, registers: Registers, tmp_path: Path) -> None:
    other = tmp_path / "andere.txt"
    other.write_text("acht peren in een schaal\n", encoding="utf-8")
    empty = registers("leeg")

    said = empty.magdit("restore", vault.with_keys, "--wachtzin", other, code=2)

    assert "Met deze wachtzin gaan de sleutels niet open." in said
    assert {path.name for path in empty.data.iterdir()} <= UNTOUCHED


def test_a_restore_that_fails_halfway_leaves_all_as_it_was(school: Apart, vault: Vault) -> None:
    school.python("admit(Board.objects.order_by('pk')[0])")
    before, files = school.rows(), scans(school)

    school.python(
        "from magdit.journeys.backup import put_back\n"
        "put_back.call_command = lambda *a, **k: 1 / 0\n"
        "try:\n"
        f"    put_back.put_back(Path({str(vault.with_keys)!r}), at=datetime.now(UTC), overwrite=True)\n"
        "except ZeroDivisionError:\n"
        "    sys.exit(0)\n"
        "sys.exit(1)\n"
    )

    assert (school.rows(), scans(school)) == (before, files)
    assert "Het journaal klopt" in school.magdit("journal", "verify")


def test_a_bit_anywhere_in_the_file_is_seen_before_anything_is_touched(vault: Vault, tmp_path: Path) -> None:
    """Every kind of place: names, sizes, padding, the database, the manifest, the seal itself; and a cut end."""
    good = vault.with_keys
    raw = good.read_bytes()
    dice = random.Random(20261121)
    places = [*range(0, 1024, 64), *(dice.randrange(len(raw)) for _ in range(100)), *range(len(raw) - 150, len(raw), 5)]
    bad = tmp_path / "kapot.tar"
    archive.checked(good)

    for place in places:
        with bad.open("wb") as file:
            file.write(raw[:place] + bytes([raw[place] ^ (1 << dice.randrange(8))]) + raw[place + 1 :])
        with pytest.raises(Refused, match="backup_broken"):
            archive.checked(bad)
    for length in (0, 1, 100, len(raw) // 2, len(raw) - 1):
        bad.write_bytes(raw[:length])
        with pytest.raises(Refused, match="backup_broken"):
            archive.checked(bad)


def test_a_broken_back_up_is_refused_in_words(vault: Vault, registers: Registers, tmp_path: Path) -> None:
    raw = bytearray(vault.with_keys.read_bytes())
    raw[len(raw) // 2] ^= 4
    path = tmp_path / "kapot.tar"
    path.write_bytes(raw)
    empty = registers("leeg")

    said = empty.magdit("restore", path, code=2)

    assert refusal_sentence("backup_broken", {}) in said
    assert {path.name for path in empty.data.iterdir()} <= UNTOUCHED


def test_who_was_signed_in_is_in_no_back_up_and_signs_in_anew_after_one(
    school: Apart, vault: Vault, tmp_path: Path
) -> None:
    """A session of now could open the account of somebody else of then."""
    key = school.python(f"{STORE}; one = store(); one['wie'] = 'er nu is'; one.create(); print(one.session_key)")
    school.magdit("backup", "--naar", tmp_path / "kluis", "--wachtzin", vault.passphrase)
    with tarfile.open(one_file(tmp_path / "kluis")) as tar:
        assert not [name for name in tar.getnames() if "sessi" in name or "tellers" in name]

    school.magdit("restore", one_file(tmp_path / "kluis"), "--wachtzin", vault.passphrase, "--overschrijf")

    assert school.python(f"{STORE}; print(store().exists('{key.strip()}'))").strip() == "False"
