"""What is wrong with a file is told with its place, all at once, and nothing of the file is kept."""

from __future__ import annotations

import string

import pytest

from magdit.areas.people.imports.edexml import read_edexml
from magdit.areas.people.imports.oneroster import read_oneroster
from magdit.areas.people.imports.problems import MOST_TOLD, NotTaken
from magdit.areas.people.imports.wanted import Wanted
from magdit.wording.imports import PROBLEMS, problem_sentence
from tests.areas.people.imports import invented_files
from tests.areas.people.imports.invented import AS_OF
from tests.areas.people.imports.invented_files import as_csv
from tests.areas.people.imports.telling import codes, in_oneroster
from tests.areas.people.imports.test_readers import LINDE, MADE, manifest, oneroster, with_cells

PUPIL, OTHER = MADE.pupils[0].key, MADE.pupils[1].key


def test_a_bad_date_is_told_with_file_line_and_column(tmp_path):
    wrong = with_cells("birthDate", {PUPIL: "2016-02-31", OTHER: "6-5-2016"})

    assert in_oneroster(tmp_path, demographics=wrong) == [
        ("bad_date", "demographics.csv", 2, "birthDate"),
        ("bad_date", "demographics.csv", 3, "birthDate"),
    ]


def test_a_birth_date_in_the_future_is_refused(tmp_path):
    assert in_oneroster(tmp_path, demographics=with_cells("birthDate", {PUPIL: "2027-01-01"})) == [
        ("born_wrong", "users.csv", 2, "")
    ]


def test_a_double_key_is_refused(tmp_path):
    assert ("double_key", "users.csv", 3, "sourcedId") in in_oneroster(
        tmp_path, users=with_cells("sourcedId", {OTHER: PUPIL})
    )


def test_a_reference_to_nobody_is_refused_with_its_line(tmp_path):
    changed = with_cells("userSourcedId", {f"e{PUPIL}k0": "nobody"})

    assert in_oneroster(tmp_path, enrollments=changed) == [("person_unknown", "enrollments.csv", 2, "")]


def test_a_reference_to_no_class_is_refused(tmp_path):
    changed = with_cells("classSourcedId", {f"e{PUPIL}k0": "nowhere"})

    assert in_oneroster(tmp_path, enrollments=changed) == [("group_unknown", "enrollments.csv", 2, "")]


def test_a_short_row_and_a_missing_column_are_told_at_once(tmp_path):
    problems = in_oneroster(
        tmp_path,
        users=lambda rows: [*rows[:3], rows[3][:5], *rows[4:]],
        classes=lambda rows: [["sourcedId", "titel", "schoolSourcedId"], *(row[:3] for row in rows[1:])],
    )

    assert ("row_length", "users.csv", 4, "") in problems
    assert ("missing_column", "classes.csv", 1, "title") in problems


def test_a_quoted_line_end_does_not_shift_the_lines_that_are_told(tmp_path):
    broken = with_cells("username", {PUPIL: "twee\r\nregels"})
    problems = in_oneroster(tmp_path, users=lambda rows: [*broken(rows)[:-1], ["te", "kort"]])

    assert (
        "row_length",
        "users.csv",
        1 + len(MADE.pupils) + len(MADE.parents) + len(MADE.teachers) + 1,
        "",
    ) in problems


def test_a_double_column_is_refused(tmp_path):
    assert ("double_column", "classes.csv", 1, "title") in in_oneroster(
        tmp_path, classes=lambda rows: [[*rows[0], "title"], *([*row, "x"] for row in rows[1:])]
    )


def test_a_name_that_is_no_name_is_refused(tmp_path):
    assert in_oneroster(tmp_path, users=with_cells("givenName", {PUPIL: "Noor 😀"})) == [
        ("name_sign", "users.csv", 2, "givenName")
    ]


def test_fifty_problems_get_words_and_the_rest_are_counted(tmp_path):
    wrong = with_cells("birthDate", {one.key: "31-31-31" for one in MADE.pupils})

    with pytest.raises(NotTaken) as refused:
        read_oneroster(oneroster(tmp_path, demographics=wrong), LINDE, as_of=AS_OF)

    assert len(refused.value.problems) == MOST_TOLD
    assert refused.value.more == len(MADE.pupils) - MOST_TOLD
    assert "31-31" not in str(refused.value)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"manifest": None}, "file_needed"),
        ({"users": None}, "file_needed"),
        ({"manifest": manifest(oneroster_version="1.0")}, "oneroster_version"),
        ({"manifest": manifest(file_users="misschien")}, "manifest_value"),
        ({"manifest": manifest(file_users="delta")}, "bad_status"),
        ({"orgs": with_cells("identifier", {"linde": "11AA00"})}, "which_school"),
        ({"orgs": lambda rows: rows[:1]}, "no_school"),
        ({"orgs": lambda rows: [rows[0], [*rows[2][:5], "11AA00", ""]]}, "other_school"),
        ({"users": with_cells("status", {PUPIL: "weg"})}, "bad_status"),
        ({"users": with_cells("sourcedId", {PUPIL: ""})}, "value_needed"),
        ({"users": with_cells("familyName", {PUPIL: ""})}, "value_needed"),
        ({"users": with_cells("sourcedId", {PUPIL: "x" * 300})}, "key_long"),
        ({"enrollments": with_cells("beginDate", {f"e{PUPIL}k0": "2028-01-01"})}, "days_turned"),
    ],
)
def test_a_wrong_file_of_oneroster_is_refused(tmp_path, changed, code):
    assert code in codes(read_oneroster, oneroster(tmp_path, **changed), LINDE)


def test_the_file_of_another_school_is_refused(tmp_path):
    other = Wanted("de-linde", "De Linde", "11AA00")

    assert codes(read_edexml, invented_files.as_edex(MADE, tmp_path / "EDEX.XML"), other) == {"other_school"}


def test_keys_that_are_bsns_are_refused(tmp_path):
    valid = [number for number in range(100000009, 100002000) if _is_bsn(str(number))]
    numbers = {one.key: str(valid[at]) for at, one in enumerate(MADE.pupils)}
    files = invented_files.oneroster_files(MADE, "1.1")
    for name in ("users.csv", "enrollments.csv", "demographics.csv"):
        text = files[name].decode("utf-8-sig")
        for key, number in numbers.items():
            text = text.replace(f"{key},", f"{number},")
        files[name] = text.encode()
    source = invented_files.zipped(files, tmp_path / "export.zip")

    assert codes(read_oneroster, source, LINDE) == {"keys_are_bsn"}


def _is_bsn(text):
    return sum(int(digit) * weight for digit, weight in zip(text, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def test_every_problem_has_a_sentence_that_says_where():
    class Any(dict):
        def __missing__(self, key):
            return "iets"

    for code, sentence in PROBLEMS.items():
        facts = {name: "iets" for _, name, _, _ in string.Formatter().parse(sentence) if name and name != "near"}
        made = problem_sentence(code, facts, file="users.csv", line=3, column="email")
        assert made.startswith("users.csv, regel 3, kolom 'email': ")
        assert made.endswith((".", "'?"))


def test_a_report_for_a_log_holds_no_cell(tmp_path):
    with pytest.raises(NotTaken) as refused:
        read_oneroster(
            invented_files.zipped(
                invented_files.oneroster_files(MADE, "1.1") | {"users.csv": as_csv(("sourcedId",), [("Noor",)])},
                tmp_path / "export.zip",
            ),
            LINDE,
            as_of=AS_OF,
        )

    assert "Noor" not in str(refused.value)
