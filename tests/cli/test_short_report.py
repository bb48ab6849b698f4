"""`magdit check --kort`: the same answer in a few lines."""

from tests.check.draft.school import ROSTER, put
from tests.cli.golden import assert_golden


def shown(check, here, *words):
    put(here, "leerlingen.csv", ROSTER.encode())
    put(here, "toestemming.csv", b"id;door;staat;datum\n101;ouder;geweigerd;2026-09-02\n")
    lists = ("--leerlingen", "leerlingen.csv", "--toestemming", "toestemming.csv")
    return check("--tekst", "Noor van Dijk won. Bel 06 12345678.", *lists, "--niemand-in-beeld", *words)


def test_the_word_the_articles_and_the_way_out_are_told(check, here):
    ended = shown(check, here, "--kort")

    assert ended.code == 1
    assert_golden("antwoorden", "kort", ended.out)


def test_the_short_answer_is_the_whole_answer_made_shorter(check, here):
    whole, short = shown(check, here), shown(check, here, "--kort")

    verdict = next(line.strip() for line in short.out.splitlines() if line.strip()[:1] in "✓◐?…✗→–")
    assert short.code == whole.code
    assert verdict in [line.strip() for line in whole.out.splitlines()]


def test_short_and_json_do_not_go_together(check, here):
    ended = shown(check, here, "--kort", "--json")

    assert ended.code == 2
    assert "--kort" in ended.err
