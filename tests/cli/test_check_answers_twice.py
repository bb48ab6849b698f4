"""What cannot be meant, and what is not the author's to say, is refused by `magdit check` with a sentence."""

import pytest

from magdit.cli.main import run

POST = (
    "check",
    "--protocol",
    "osvs",
    "--als",
    "leerkracht",
    "--medium",
    "website",
    "--namens-school",
    "--tekst",
    "Hallo",
)
FRIDAY = ("--moment", "2026-11-20T14:00")


def test_two_answers_to_one_question_are_refused(capsys):
    code = run([*POST, *FRIDAY, "--feit", "tijdens_les=ja", "--feit", "tijdens_les=nee"])

    assert code == 2
    assert "'tijdens_les' twee keer" in capsys.readouterr().err


def test_the_same_answer_twice_is_one_answer(capsys):
    assert run([*POST, *FRIDAY, "--feit", "tijdens_les=nee", "--feit", "tijdens_les=nee", "--kort"]) == 0


@pytest.mark.parametrize("name", ["akkoorden", "bezwaren", "afwijkingen", "gedaan"])
def test_what_another_says_is_not_for_the_author(name, capsys):
    """A duty said to be done, or a leave, would open the door that the protocol keeps shut."""
    code = run([*POST, *FRIDAY, "--feit", "twijfel=ja", "--feit", f"{name}=overleg_bij_twijfel"])

    assert code == 2
    assert "wie erover gaat" in capsys.readouterr().err


@pytest.mark.parametrize(("moment", "said"), [("2027-02-02T10:00", "is verlopen"), ("2024-02-02T10:00", "nog niet")])
def test_the_short_answer_says_that_the_protocol_is_not_in_force(moment, said, capsys):
    run([*POST, "--moment", moment, "--kort"])

    assert said in capsys.readouterr().out


@pytest.mark.parametrize("moment", ["2026-11-20T24:00", "2026-02-29T10:00", "2026-11-20T14:60"])
def test_a_moment_that_is_on_no_clock_is_refused(moment, capsys):
    code = run([*POST, "--moment", moment])

    assert code == 2
    assert "geen moment" in capsys.readouterr().err
