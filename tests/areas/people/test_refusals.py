"""Every refusal about people has its sentence, and every sentence its refusal."""

import re
from pathlib import Path

import magdit
from magdit.wording.refusals import api, people, signin, sso

SOURCE = Path(magdit.__file__).parent
PLACES = ("areas/people", "areas/registers", "journeys", "cli")


def codes() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for place in PLACES for path in (SOURCE / place).rglob("*.py"))
    return {code for text in texts for code in re.findall(r'Refused\(\s*"(\w+)"', text)}


def test_every_sentence_about_people_is_said_somewhere() -> None:
    assert set(people.SENTENCES) - codes() == set()


def test_every_refusal_of_this_area_has_a_sentence() -> None:
    apart = {"imports", "exports"}  # these have their own sentences
    own = [path for path in (SOURCE / "areas/people").rglob("*.py") if not apart & {*path.parts, path.stem}]
    said = {code for path in own for code in re.findall(r'Refused\(\s*"(\w+)"', path.read_text(encoding="utf-8"))}

    assert said <= set(people.SENTENCES) | set(signin.SENTENCES) | set(api.SENTENCES) | set(sso.SENTENCES)


def test_every_sentence_says_what_and_what_to_do_or_that_nothing_changed() -> None:
    for code, sentence in people.SENTENCES.items():
        assert sentence.count(". ") >= 1, code
        assert "veranderd" in sentence or "Kijk" in sentence, code
