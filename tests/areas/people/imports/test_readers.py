"""Files of other systems become one neutral delivery; what is wrong in them is told, all at once and with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from magdit.areas.people.imports.edexml import read_edexml
from magdit.areas.people.imports.oneroster import read_oneroster
from magdit.areas.people.imports.problems import NotTaken
from magdit.areas.people.imports.sds import read_sds
from magdit.areas.people.imports.wanted import Wanted
from tests.areas.people.imports import invented
from tests.areas.people.imports.invented import AS_OF, BRIN

LINDE = Wanted("de-linde", "De Linde", BRIN)
MADE = invented.school(60)
SECRETS = ("123456782", "geheim", "0612345678", "Lindelaan", "1234AB", "foto.example", "ketenid", "Utrecht", "zij/haar")


def oneroster(folder, version="1.1", **changed):
    """A OneRoster zip with some files replaced, or left out when None."""
    files = invented.oneroster_files(MADE, version) | changed
    return invented.zipped({name: text for name, text in files.items() if text is not None}, folder / "export.zip")


def lines(content):
    return content.decode("utf-8-sig").split("\r\n")


def changed_lines(name, change, version="1.1"):
    """One file with its lines changed."""
    text = invented.oneroster_files(MADE, version)[name]
    return {name: "\r\n".join(change(lines(text))).encode()}


def told(read, *args, **more):
    """The codes of everything that was wrong, with their place."""
    with pytest.raises(NotTaken) as refused:
        read(*args, **more)
    return [(problem.code, problem.at.file, problem.at.line, problem.at.column) for problem in refused.value.problems]


READERS = {
    "oneroster 1.1": lambda folder: read_oneroster(oneroster(folder), LINDE, as_of=AS_OF),
    "oneroster 1.2": lambda folder: read_oneroster(oneroster(folder, "1.2"), LINDE, as_of=AS_OF),
    "sds": lambda folder: read_sds(invented.zipped(invented.sds_files(MADE), folder / "sds.zip"), LINDE, as_of=AS_OF),
    "edexml": lambda folder: read_edexml(invented.as_edex(MADE, folder / "EDEX.XML"), LINDE, as_of=AS_OF),
    "uwlr": lambda folder: read_edexml(invented.as_uwlr(MADE, folder / "uwlr.xml"), LINDE, as_of=AS_OF),
}


@pytest.mark.parametrize("system", READERS)
def test_every_system_delivers_the_same_school(system, tmp_path):
    delivery = READERS[system](tmp_path)

    pupils = {person.key: person for person in delivery.people if any(r.role == "leerling" for r in person.roles)}
    assert {
        key: (one.called or one.first.split()[0], one.infix, one.last, one.born) for key, one in pupils.items()
    } == {one.key: (one.called, one.infix, one.last, one.born) for one in MADE.pupils}
    assert {(group.name, group.year) for group in delivery.groups} >= {(name, 2026) for name in MADE.classes.values()}
    assert len(delivery.members) == sum(1 + len(one.groups) for one in MADE.pupils) + 2 * len(MADE.teachers)
    assert sum(any(role.role == "leerkracht" for role in one.roles) for one in delivery.people) == len(MADE.teachers)


@pytest.mark.parametrize("system", READERS)
def test_what_a_school_may_not_give_us_gets_in_nowhere(system, tmp_path):
    delivery = READERS[system](tmp_path)

    assert not [secret for secret in SECRETS if secret in repr(delivery)]
    assert [dropped.column for dropped in delivery.dropped if dropped.forbidden]


@pytest.mark.parametrize("system", ["oneroster 1.1", "oneroster 1.2", "sds"])
def test_who_stands_around_a_child_comes_in_without_any_word_on_gezag(system, tmp_path):
    delivery = READERS[system](tmp_path)

    assert {(bond.child, bond.guardian) for bond in delivery.bonds} == {
        (one.key, parent) for one in MADE.pupils for parent in one.parents
    }
    assert {bond.authority for bond in delivery.bonds} == {None}


def test_agents_on_the_parent_say_the_same_as_agents_on_the_child(tmp_path):
    on_the_child = read_oneroster(oneroster(tmp_path), LINDE, as_of=AS_OF)
    children = {parent.key: [one.key for one in MADE.pupils if parent.key in one.parents] for parent in MADE.parents}

    def turned(rows):
        head = rows[0].split(",")
        at = head.index("agentSourcedIds")
        for row in rows[:1]:
            yield row
        import csv

        for cells in csv.reader(rows[1:]):
            if cells:
                cells[at] = ",".join(children.get(cells[0], []))
                yield ",".join(f'"{cell}"' for cell in cells)

    on_the_parent = read_oneroster(oneroster(tmp_path, **changed_lines("users.csv", turned)), LINDE, as_of=AS_OF)

    pairs = {(bond.child, bond.guardian, bond.relation) for bond in on_the_child.bonds}
    assert pairs == {(bond.child, bond.guardian, bond.relation) for bond in on_the_parent.bonds}


def test_columns_are_found_by_name_in_any_order(tmp_path):
    def swapped(rows):
        import csv

        return [",".join(f'"{cell}"' for cell in reversed(cells)) for cells in csv.reader(rows) if cells]

    delivery = read_oneroster(oneroster(tmp_path, **changed_lines("users.csv", swapped)), LINDE, as_of=AS_OF)

    assert delivery == read_oneroster(oneroster(tmp_path), LINDE, as_of=AS_OF) or len(delivery.people) == len(
        MADE.pupils + MADE.parents + MADE.teachers  # type: ignore[operator]  # three lists of people
    )


def test_a_quoted_name_may_hold_a_line_end_and_the_lines_still_count(tmp_path):
    def broken(rows):
        return [rows[0], rows[1].replace(",true,", ',"tr\r\nue",', 1), *rows[2:-1], "te,kort", ""]

    problems = told(read_oneroster, oneroster(tmp_path, **changed_lines("users.csv", broken)), LINDE, as_of=AS_OF)

    assert (
        "row_length",
        "users.csv",
        len(MADE.pupils + []) + len(MADE.parents) + len(MADE.teachers) + 3,
        "",
    ) in problems
