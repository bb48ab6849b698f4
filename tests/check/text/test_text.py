"""The plain form of a text always knows the way back to what the author wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.check.text.text import Text

# Letters as people and tricksters write them: accents apart, invisible signs, ligatures, emoji, other scripts.
WRITING = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aeZ'’-_#@. \n\u0301\u0308\u200b\u00adß🙂ijŞ½ﷺ")))


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Noor van Dijk", " noor van dijk "),
        ("noor_van_dijk-5.jpg", " noor van dijk 5 jpg "),
        ("#NoorVanDijk", " noor van dijk "),
        ("IMGNoor", " img noor "),
        ("N.J. van 't Hof", " n j van t hof "),
        ("Dijk, Noor", " dijk , noor "),
        ("Noor. Van Dijk", " noor | van dijk "),
        ("Noor's José’s", " noor's jose's "),
        ("regel een\nregel twee\n\nalinea", " regel een regel twee | alinea "),
        ("", " "),
        ("!?", " "),
    ],
)
def test_words_are_split_the_way_people_glue_them(written: str, spoken: str) -> None:
    assert Text.of(written).spoken == spoken


@given(WRITING)
def test_every_word_stands_where_it_says(written: str) -> None:
    text = Text.of(written)

    for word in text.words:
        start, end = text.span_of(word, word)
        assert 0 <= start < end <= len(written)
        assert word.plain[0] in Text.of(written[start:end]).folded
        assert text.folded[word.at : word.at + len(word.plain)] == word.plain
        assert text.spoken[word.spoken_at : word.spoken_at + len(word.plain)] == word.plain


@given(WRITING, st.integers(0, 30), st.integers(1, 30))
def test_any_stretch_of_the_plain_form_has_a_stretch_of_the_text(written: str, start: int, length: int) -> None:
    text = Text.of(written)
    end = min(start + length, len(text.folded))
    if start >= end:
        return

    first, last = text.span(start, end)

    assert 0 <= first < last <= len(written)


def test_an_accent_on_the_last_letter_belongs_to_the_name() -> None:
    written = "Zoe\u0308 won"

    text = Text.of(written)

    assert written[slice(*text.span_of(text.words[0], text.words[0]))] == "Zoe\u0308"
