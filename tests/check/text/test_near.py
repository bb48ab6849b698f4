"""Words near a value: in the same sentence, behind a heading, and not across a full stop that ends a thought."""

import pytest

from magdit.check.text.near import around, before, behind, listed, words
from magdit.check.text.text import Text

ABOUT = words("tel", "geb")


@pytest.mark.parametrize(
    "written", ["tel 12", "tel. 12", "Tel.: 12", "Tel:\n12", "Tel\n12", "(tel. 12)", "geb. datum 12"]
)
def test_a_word_before_is_near(written: str) -> None:
    text = Text.of(written)

    assert before(text, text.folded.index("12"), ABOUT)


@pytest.mark.parametrize(
    "written",
    [
        "Mijn tel is stuk. Pak 12",
        "geen tel!\n\n12",
        "We hebben nu een nieuwe tel\nNeem mee: 12",
        "tel" + " x" * 30 + " 12",
    ],
)
def test_a_word_in_another_sentence_or_far_away_is_not(written: str) -> None:
    text = Text.of(written)

    assert before(text, text.folded.index("12"), ABOUT) is None


def test_a_word_behind_is_near_until_the_sentence_ends() -> None:
    assert behind(Text.of("12 (tel)"), 2, ABOUT)
    assert behind(Text.of("12 is op. Tel verder"), 2, ABOUT) is None
    assert around(Text.of("12 (tel)"), (0, 2), ABOUT)


def test_a_list_takes_a_star_for_the_rest_of_a_word() -> None:
    pattern = listed("feast")

    assert pattern.search("een verjaardagsfeestje")
    assert not pattern.search("geen enkele reden")
