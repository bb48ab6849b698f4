"""No code without a sentence, no sentence without a code, and no sentence with a hole in it."""

import re
import string
from pathlib import Path

import pytest

from magdit.check.draft.attempts import NotLooked
from magdit.check.images.refusal import Refused
from magdit.check.images.remark import Remark
from magdit.check.tables.unreadable import Unreadable
from magdit.check.text.finding import TYPES, Finding, Reason
from magdit.check.text.look import FINDERS
from magdit.norms import consent, grants
from magdit.norms.broken import BrokenPack
from magdit.norms.read_value import Mistake
from magdit.wording import answer_lines, errors, file_errors, findings, reasons, refusals, verdicts
from magdit.words.states import AUTHORITY, GIVEN
from magdit.words.verdicts import VERDICTS
from tests.wording.codes import SOURCE, codes, constants_in, raised, trees

REGISTER = ("areas/", "journeys/", "cli/", "server/")
REFUSED, UNREADABLE = raised("Refused", among=("check/",)), raised("Unreadable", among=("check/",))
REASONS = raised("Reason", among=("areas/consent/rules.py",))  # why an answer is not taken: passed on as a refusal
KEPT_OUT = [one for one in raised("Refused", beside="", among=REGISTER) if one.code] + REASONS
PASSED_ON = [
    "areas/consent/actions.py",
    "areas/consent/texts/actions.py",
    "areas/people/actions/links.py",
    "protocols/read_pack.py",
    "web/signin/views_links.py",
]
SAID_FOR_THEM = {"nearest", "accepted", "column", "found"}  # made into words by the sentence itself
LOOKS = {
    *("check/images/faces.py", "check/images/model_file.py"),
    *(f"check/text/tone_model/{part}.py" for part in ("asking", "find", "manifest", "model")),
}
HOLES = re.compile(r"\?(?= |$)|\{|\}|None")


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def codes_of(module: str, function: str, among) -> set[str]:
    """The codes in a function: its words that are no words of a list."""
    return {text for text in constants_in(module, function) if re.fullmatch(r"[a-z_]+", text) and text not in among}


SENTENCES = {
    "a file": ({one.code for one in REFUSED}, file_errors.REFUSED),
    "the register": (
        {one.code for one in KEPT_OUT}
        | codes_of("areas/consent/texts/words.py", "faults", ())
        | codes_of("areas/people/links.py", "state_of", {"open"}),
        refusals.SENTENCES,
    ),
    "a list": ({one.code for one in UNREADABLE}, file_errors.TABLE),
    "a pack": (codes("BrokenPack"), errors.PACK_SENTENCES),
    "an act": (codes("wrong", at=1), errors.ACT_SENTENCES),
    "a photo": (
        codes("Remark") | {one.code for one in raised("add") if one.where.startswith("check/images/colour.py")},
        file_errors.REMARKS,
    ),
    "a look": (
        codes("NotLooked", at=2)
        | {one.code for one in REFUSED if one.where.split(":")[0] in LOOKS}
        | codes_of("check/draft/again.py", "_surprises", ()),
        {**findings.WHYS, **findings.SURPRISES},
    ),
    "what is looked at": ({finder.name for finder in FINDERS} | {"gezichten", "metadata", "language"}, findings.WHATS),
    "a finding": (set(TYPES), findings.KINDS),
    "a consent": (
        codes("ConsentStatus", at=1)
        | set(consent._CODES.values())
        | codes_of("norms/consent.py", "_why_not", {word.code for word in AUTHORITY} | GIVEN),
        reasons.CONSENT,
    ),
    "a grant": (codes("GrantStatus", at=1) | set(grants._CODES.values()), reasons.GRANT),
    "a verdict": ({word.code for word in VERDICTS} - {"onzeker"}, verdicts.SAID),
}


@pytest.mark.parametrize("about", SENTENCES)
def test_every_code_has_a_sentence(about):
    raised_codes, sentences = SENTENCES[about]

    assert raised_codes - set(sentences) == set()


@pytest.mark.parametrize("about", SENTENCES)
def test_no_sentence_is_left_without_its_code(about):
    raised_codes, sentences = SENTENCES[about]

    assert set(sentences) - raised_codes == set()


@pytest.mark.parametrize("one", REFUSED, ids=lambda one: f"{one.code}@{one.where}")
def test_a_refusal_carries_every_fact_of_its_sentence(one):
    assert placeholders(file_errors.REFUSED[one.code]) <= one.facts


@pytest.mark.parametrize("one", KEPT_OUT, ids=lambda one: f"{one.code}@{one.where}")
def test_what_the_register_refuses_carries_every_fact_of_its_sentence(one):
    given = one.facts | ({"who", "clauses"} if one in REASONS else set())

    assert placeholders(refusals.SENTENCES[one.code]) <= given


@pytest.mark.parametrize("code", sorted(refusals.SENTENCES))
def test_what_the_register_refuses_reads_as_sentences_without_holes(code):
    said = refusals.refusal_sentence(code, dict.fromkeys(placeholders(refusals.SENTENCES[code]), "dit"))

    assert not re.search(r"\{[a-z_]+\}(?!,)|None", said.replace("{naam}", "").replace("{school}", ""))
    assert said[0].isupper() or said.startswith(("'", "dit"))


@pytest.mark.parametrize("one", UNREADABLE, ids=lambda one: f"{one.code}@{one.where}")
def test_an_unreadable_list_carries_every_fact_of_its_sentence(one):
    assert placeholders(file_errors.TABLE[one.code]) - SAID_FOR_THEM <= one.facts


@pytest.mark.parametrize("code", sorted(file_errors.REFUSED))
def test_a_refusal_reads_as_a_sentence_without_holes(code):
    facts = dict.fromkeys(placeholders(file_errors.REFUSED[code]), 3) | {"path": Path("map/reis.jpg")}

    said = file_errors.refused_sentence(Refused(code, **facts))

    assert not HOLES.search(said)
    assert said[0].isupper() or said.startswith("reis.jpg")
    assert said.endswith(".")


@pytest.mark.parametrize("code", sorted(file_errors.TABLE))
def test_an_unreadable_list_reads_as_a_sentence_without_holes(code):
    made = {"nearest": ("Noor",), "accepted": ("ja", "nee"), "column": "staat", "found": ("id",), "others": ()}
    facts = {name: made.get(name, 3) for name in placeholders(file_errors.TABLE[code]) | {"accepted", "nearest"}}

    said = file_errors.table_sentence(Unreadable(code, Path("map/lijst.csv"), 7, **facts, others=()))

    assert said.startswith("lijst.csv, regel 7: ")
    assert not HOLES.search(said.replace("Bedoelde u Noor?", ""))


@pytest.mark.parametrize("code", sorted(errors.PACK_SENTENCES))
def test_a_broken_pack_reads_as_a_sentence_with_its_place(code):
    broken = BrokenPack(
        code, clause="3.2", given="dit", wanted="dat", pack="dorp", file="1.toml", line=7, nearest=("zo",)
    )

    said = errors.pack_sentence(broken)

    assert said.startswith("dorp/1.toml, regel 7: artikel 3.2: ")
    assert said.endswith("Bedoelde u 'zo'?")
    assert not HOLES.search(said.removesuffix(" Bedoelde u 'zo'?"))


@pytest.mark.parametrize("code", sorted(errors.ACT_SENTENCES))
def test_a_mistake_in_an_act_reads_as_a_sentence_with_its_place(code):
    said = errors.mistake_sentence(Mistake("in_beeld[1].rol", code, "dit", (), "dat"))

    assert said.startswith("in_beeld[1].rol: ")
    assert not HOLES.search(said)


@pytest.mark.parametrize("code", sorted(file_errors.REMARKS))
def test_a_remark_reads_as_a_sentence(code):
    said = file_errors.remark_sentence("reis.jpg", Remark(code, {"found": "png", "extension": ".jpg"}))

    assert said.startswith("reis.jpg: ")
    assert not HOLES.search(said)


@pytest.mark.parametrize("what", sorted(findings.WHATS))
@pytest.mark.parametrize("code", ["timeout", "failed", "model_unfit", "unreadable"])
def test_a_look_that_failed_reads_as_a_sentence(what, code):
    said = findings.missed_line(NotLooked(what, "tekst", code))

    assert re.fullmatch(r"tekst: .+ (is|zijn) niet bekeken, .+\.", said)


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_a_secret_is_told_without_its_value(kind):
    said = findings.finding_line(Finding(0, 6, kind, "zeker", Reason("x")), "geheim")

    assert ("geheim" in said) == (kind not in findings.SECRET)
    assert {"bsn", "iban", "credential"} <= findings.SECRET


@pytest.mark.parametrize("code", ["verlopen", "nog_niet_in_werking"])
def test_a_notice_reads_as_a_sentence(code):
    assert answer_lines.notice_sentence(f"dorp:{code}").startswith("Let op: het protocol dorp ")


def test_the_notices_are_the_ones_the_engine_gives():
    engine = [SOURCE / name for name, _ in trees() if name.startswith("norms/")]
    text = "".join(file.read_text(encoding="utf-8") for file in engine)

    assert set(re.findall(r"\{ready\.pack\.id\}:([a-z_]+)", text)) == {"verlopen", "nog_niet_in_werking"}


def test_no_code_is_made_up_at_run_time_except_where_one_is_passed_on():
    """A code that is put together could not be found here."""
    made_up = [one for name in ("Refused", "Unreadable", "BrokenPack") for one in raised(name) if not one.code]

    assert sorted(one.where.split(":")[0] for one in made_up) == PASSED_ON
