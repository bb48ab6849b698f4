"""Files of other systems become one neutral delivery, whatever their format, version and order of columns."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from magdit.areas.people.imports.edexml import read_edexml
from magdit.areas.people.imports.oneroster import read_oneroster
from magdit.areas.people.imports.sds import read_sds
from magdit.areas.people.imports.wanted import Wanted
from tests.areas.people.imports import invented, invented_files
from tests.areas.people.imports.invented import AS_OF, BRIN
from tests.areas.people.imports.invented_files import as_csv

LINDE = Wanted("de-linde", "De Linde", BRIN)
MADE = invented.school(60)
SECRETS = ("123456782", "geheim", "0612345678", "Lindelaan", "1234AB", "foto.example", "ketenid", "Utrecht", "zij/haar")
PARENTS = {(one.key, parent) for one in MADE.pupils for parent in one.parents}


def oneroster(folder, version="1.1", **changed):
    """A OneRoster zip; `users=` a change of the rows (lists of cells) of that file, None leaves it out."""
    files = invented_files.oneroster_files(MADE, version)
    for name, change in changed.items():
        rows = [cells for cells in csv.reader(files.pop(f"{name}.csv").decode("utf-8-sig").split("\r\n")) if cells]
        if change is not None:
            files[f"{name}.csv"] = as_csv(*(lambda told: (told[0], told[1:]))(change(rows)))
    return invented_files.zipped(files, folder / "export.zip")


def read(folder, version="1.1", **changed):
    return read_oneroster(oneroster(folder, version, **changed), LINDE, as_of=AS_OF)


def with_cells(column, values):
    """A change of rows: in this column these values by key."""

    def change(rows):
        at, key = rows[0].index(column), rows[0].index("sourcedId")
        return [rows[0], *([*row[:at], values.get(row[key], row[at]), *row[at + 1 :]] for row in rows[1:])]

    return change


def manifest(**told):
    def change(rows):
        return [[name, told.get(name.replace(".", "_"), value)] for name, value in rows]

    return change


READERS = {
    "oneroster 1.1": read,
    "oneroster 1.2": lambda folder: read(folder, "1.2"),
    "sds": lambda folder: read_sds(
        invented_files.zipped(invented_files.sds_files(MADE), folder / "s.zip"), LINDE, as_of=AS_OF
    ),
    "edexml": lambda folder: read_edexml(invented_files.as_edex(MADE, folder / "EDEX.XML"), LINDE, as_of=AS_OF),
    "uwlr": lambda folder: read_edexml(invented_files.as_uwlr(MADE, folder / "uwlr.xml"), LINDE, as_of=AS_OF),
}


@pytest.mark.parametrize("system", READERS)
def test_every_system_delivers_the_same_school(system, tmp_path):
    delivery = READERS[system](tmp_path)

    pupils = {one.key: one for one in delivery.people if any(role.role == "leerling" for role in one.roles)}
    assert {
        key: (one.called or one.first.split()[0], one.infix, one.last, one.born) for key, one in pupils.items()
    } == {one.key: (one.called, one.infix, one.last, one.born) for one in MADE.pupils}
    assert {(group.name, group.year) for group in delivery.groups} >= {(name, 2026) for name in MADE.classes.values()}
    assert len(delivery.members) == sum(1 + len(one.groups) for one in MADE.pupils) + 2 * len(MADE.teachers)
    assert sum(any(role.role == "leerkracht" for role in one.roles) for one in delivery.people) == len(MADE.teachers)


@pytest.mark.parametrize("system", READERS)
def test_what_a_school_may_not_give_us_gets_in_nowhere(system, tmp_path):
    delivery = READERS[system](tmp_path)

    assert [secret for secret in SECRETS if secret in repr(delivery)] == []
    assert any(dropped.forbidden for dropped in delivery.dropped)


@pytest.mark.parametrize("system", ["oneroster 1.1", "oneroster 1.2", "sds"])
def test_who_stands_around_a_child_comes_in_without_a_word_on_gezag(system, tmp_path):
    delivery = READERS[system](tmp_path)

    assert {(bond.child, bond.guardian) for bond in delivery.bonds} == PARENTS
    assert {bond.authority for bond in delivery.bonds} == {None}


def test_agents_on_the_parent_say_the_same_as_agents_on_the_child(tmp_path):
    children = {
        parent.key: ",".join(one.key for one in MADE.pupils if parent.key in one.parents) for parent in MADE.parents
    }
    turned = with_cells("agentSourcedIds", children | {one.key: "" for one in MADE.pupils})

    both = with_cells("agentSourcedIds", children)

    assert {(bond.child, bond.guardian) for bond in read(tmp_path, users=turned).bonds} == PARENTS
    assert {(bond.child, bond.guardian) for bond in read(tmp_path, users=both).bonds} == PARENTS


def test_an_agent_who_is_not_in_the_list_is_a_remark_and_no_problem(tmp_path):
    delivery = read(tmp_path, users=with_cells("agentSourcedIds", {MADE.pupils[0].key: "gone,away"}))

    assert [(remark.code, remark.count) for remark in delivery.remarks] == [("guardian_unknown", 2)]


def test_columns_are_found_by_name_in_any_order(tmp_path):
    delivery = read(tmp_path, users=lambda rows: [list(reversed(row)) for row in rows])

    assert len(delivery.people) == len(MADE.pupils) + len(MADE.parents) + len(MADE.teachers)
    assert {(bond.child, bond.guardian) for bond in delivery.bonds} == PARENTS


def test_an_optional_column_may_be_missing(tmp_path):
    def without(rows):
        at = rows[0].index("agentSourcedIds")
        return [[*row[:at], *row[at + 1 :]] for row in rows]

    assert read(tmp_path, users=without).bonds == ()


def test_a_tussenvoegsel_in_the_middle_name_is_one_and_a_second_name_is_not(tmp_path):
    one, other = MADE.pupils[0].key, MADE.pupils[1].key
    people = {p.key: p for p in read(tmp_path, users=with_cells("middleName", {one: "van der", other: "Maria"})).people}

    assert people[one].infix == "van der"
    assert people[other].first.endswith(" Maria")


def test_a_preferred_name_is_what_someone_is_called(tmp_path):
    changed = with_cells("preferredFamilyName", {MADE.pupils[0].key: "de Wit"})
    pupil = next(one for one in read(tmp_path, "1.2", users=changed).people if one.key == MADE.pupils[0].key)

    assert (pupil.called, pupil.infix, pupil.last) == (MADE.pupils[0].called, "de", "Wit")


def test_who_only_belongs_to_another_school_stays_out(tmp_path):
    delivery = read(tmp_path, users=with_cells("orgSourcedIds", {MADE.pupils[0].key: "beuk"}))

    assert MADE.pupils[0].key not in {person.key for person in delivery.people}


def test_a_department_belongs_to_its_school(tmp_path):
    def more(rows):
        return [*rows, ["bovenbouw", "", "", "Bovenbouw", "department", "", "linde"]]

    delivery = read(tmp_path, orgs=more, users=with_cells("orgSourcedIds", {MADE.pupils[0].key: "bovenbouw"}))

    assert MADE.pupils[0].key in {person.key for person in delivery.people}


def test_a_list_gives_nobody_powers(tmp_path):
    delivery = read(tmp_path, users=with_cells("role", {"t0": "administrator"}))

    teacher = next(person for person in delivery.people if person.key == "t0")
    assert {role.role for role in teacher.roles} == {"medewerker"}
    assert "role_with_powers" in {remark.code for remark in delivery.remarks}


def test_the_school_year_is_the_one_in_which_it_begins(tmp_path):
    def other(rows):
        return [rows[0], [*rows[1][:-1], "2026"]]

    assert {group.year for group in read(tmp_path, academicSessions=other).groups} == {2025}


def test_groups_of_one_name_are_told_apart(tmp_path):
    delivery = read(tmp_path, classes=with_cells("title", {"w0": "Wiskunde", "w1": "Wiskunde"}))

    assert {group.name for group in delivery.groups if "Wiskunde" in group.name} == {"Wiskunde (w0)", "Wiskunde (w1)"}


def test_a_delta_tells_what_changed_and_what_is_over(tmp_path):
    gone = with_cells("status", {one.key: "active" for one in (*MADE.pupils, *MADE.parents, *MADE.teachers)})

    def users(rows):
        return with_cells("status", {MADE.pupils[0].key: "tobedeleted"})(gone(rows))

    delivery = read(tmp_path, manifest=manifest(file_users="delta"), users=users)

    assert delivery.kind == "delta"
    assert delivery.complete == {"groups", "members"}
    assert [person.key for person in delivery.people if person.gone] == [MADE.pupils[0].key]


def test_a_delta_need_not_repeat_its_schools(tmp_path):
    told = manifest(file_orgs="absent", file_classes="delta")
    active = with_cells("status", dict.fromkeys((*MADE.classes, *MADE.lessons), "active"))
    source = oneroster(tmp_path, manifest=told, orgs=None, classes=active)

    delivery = read_oneroster(source, Wanted("de-linde", key="linde"), as_of=AS_OF)

    assert len(delivery.people) > len(MADE.pupils)


def test_a_manifest_that_forgets_a_file_means_all_of_it_and_absent_means_absent(tmp_path):
    forgotten = read(tmp_path, manifest=lambda rows: [row for row in rows if row[0] != "file.users"])
    absent = read(tmp_path, manifest=manifest(file_demographics="absent"))

    assert len(forgotten.people) > len(MADE.pupils)
    assert {person.born for person in absent.people} == {None}
    assert [remark.code for remark in absent.remarks] == ["file_not_told"]


def test_a_stay_that_began_again_is_one_stay(tmp_path):
    def twice(rows):
        first = rows[1]
        ended = [*first[:-2], "2026-08-01", "2026-09-01"]
        again = ["x", *first[1:-2], "2026-10-01", ""]
        return [rows[0], ended, again, *rows[2:]]

    stays = read(tmp_path, enrollments=twice).members

    first = next(one for one in stays if one.person == MADE.pupils[0].key and one.group == MADE.pupils[0].klas)
    assert (first.begins, first.ends) == (date(2026, 10, 1), None)


def test_a_folder_of_sds_reads_like_its_zip(tmp_path):
    for name, content in invented_files.sds_files(MADE).items():
        (tmp_path / name).write_bytes(content)

    assert len(read_sds(tmp_path, LINDE, as_of=AS_OF).people) == len(MADE.pupils + MADE.teachers) + len(MADE.parents)


def test_a_plain_and_a_wrapped_edexml_say_the_same(tmp_path):
    plain, wrapped = READERS["edexml"](tmp_path), READERS["uwlr"](tmp_path)

    assert [(one.key, one.called, one.born) for one in plain.people] == [
        (one.key, one.called, one.born) for one in wrapped.people
    ]
    assert plain.as_of == date(2026, 11, 20)


def test_a_pupil_and_a_teacher_of_one_number_are_two_people(tmp_path):
    text = invented_files.edexml(MADE).replace('leerkracht key="t0"', 'leerkracht key="p000000"')
    source = tmp_path / "EDEX.XML"
    source.write_text(f"<EDEX>{text}</EDEX>", encoding="utf-8")

    assert len(read_edexml(source, LINDE, as_of=AS_OF).people) == len(MADE.pupils) + len(MADE.teachers)
