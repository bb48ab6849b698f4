"""A mistake in a protocol is named with its file, its line and the word that looks like it."""

import pytest

from magdit.norms.broken import BrokenPack
from tests.protocols.conftest import HEAD, RULE

ABOUT = 'als = "kwetsend"'
CONSENT = '[[artikel.toestemmingseis]]\nlevert = "t"\nvoor = ["foto"]\ndoor = [{ rol = "ouder" }]\n'


def with_about(condition: str) -> str:
    return RULE.replace(ABOUT, f"als = {condition}")


def test_the_sentence_says_file_line_clause_what_and_the_nearest(sentence):
    said = sentence(RULE.replace('handeling = ["plaatsen"]', 'handelng = ["plaatsen"]'))

    assert said == (
        "klein/2-regels.toml, regel 8: artikel 2.1: de sleutel 'handelng' bestaat niet in norm."
        " Bedoelde u 'handeling' of 'rang'?"
    )


def test_an_exception_that_does_not_exist_is_told_as_in_the_house_style(sentence):
    said = sentence(RULE + 'tenzij = ["artikel:2.9"]\n')

    assert said == (
        "klein/2-regels.toml, regel 10: artikel 2.1: artikel '2.9' bestaat niet in dit protocol. Bedoelde u '2.1'?"
    )


@pytest.mark.parametrize(
    ("rules", "code", "line", "given", "nearest"),
    [
        (RULE.replace('["plaatsen"]', '["plaatssen"]'), "unknown_word", 8, "plaatssen", "plaatsen"),
        (RULE.replace('["medewerker"]', '["medwerker"]'), "unknown_word", 7, "medwerker", "medewerker"),
        (with_about('"kwetsent"'), "unknown_name", 9, "kwetsent", "kwetsend"),
        (with_about('"medium is instagramm"'), "unknown_word", 9, "instagramm", "instagram"),
        (with_about('"iemand in_beld (herkenbaar)"'), "not_people", 9, "in_beld", "in_beeld"),
        (with_about('"bezwaar door schoolleding"'), "unknown_word", 9, "schoolleding", "schoolleiding"),
        (RULE.replace('soort = "verbod"', 'soort = "verbot"'), "wrong_choice", 6, "verbot", "verbod"),
        (RULE.replace('["verbod"]', '["verbot"]'), "wrong_choice", 3, "verbot", "verbod"),
        (RULE + 'kracht = "mot"\n', "wrong_choice", 10, "mot", "moet"),
        (RULE + 'per = "persoon"\n', "wrong_choice", 10, "persoon", "persoon_in_beeld"),
        (RULE + 'rang = "schol"\n', "wrong_choice", 10, "schol", "school"),
        (RULE + 'herstel = ["onherkenbar_maken"]\n', "unknown_word", 10, "onherkenbar_maken", "onherkenbaar_maken"),
        (RULE + 'uitzondering_op = ["2.9"]\n', "unknown_clause", 10, "2.9", "2.1"),
        (RULE + CONSENT.replace("foto", "fotoo"), "unknown_word", 12, "fotoo", "foto"),
        (RULE + CONSENT.replace("ouder", "oudr"), "unknown_word", 13, "oudr", "ouder"),
        (RULE + CONSENT + 'geldig = "schoojaar"\n', "wrong_choice", 14, "schoojaar", "schooljaar"),
        (RULE + CONSENT + 'kanalen = ["webste"]\n', "unknown_word", 14, "webste", "website"),
        (
            RULE + '[[artikel.bevoegdheid]]\nwie = ["directuer"]\nverleent = "x"\n',
            "unknown_word",
            11,
            None,
            "directeur",
        ),
        (RULE + '[[artikel.definitie]]\nwoord = "sm"\nomvat = ["instagramm"]\n', "unknown_word", 12, None, "instagram"),
        (RULE + '[[artikel.aandacht]]\nbij = ["plaatse"]\n', "unknown_word", 11, "plaatse", "plaatsen"),
        (RULE + '[[artikel.reikwijdte]]\nwie = ["leerlng"]\n', "unknown_word", 11, "leerlng", "leerling"),
        ('artikle = "3"\n', "unknown_key", 1, "artikle", "artikel"),
    ],
)
def test_a_word_that_does_not_exist_is_named_with_what_it_looks_like(refused, rules, code, line, given, nearest):
    broken = refused(rules)

    assert (broken.code, broken.pack, broken.file, broken.line) == (code, "klein", "2-regels.toml", line)
    assert nearest in broken.nearest
    assert given is None or broken.given == given


@pytest.mark.parametrize(
    ("rules", "code", "line"),
    [
        (with_about('"kwetsend en"'), "bad_condition", 9),
        (with_about('"moment < 2026-13-01"'), "bad_condition", 9),
        (with_about('"medium"'), "not_yes_no", 9),
        (with_about('"leeftijd < 16"'), "needs_person", 9),
        (with_about('"in_beeld"'), "is_people", 9),
        (with_about('"medium < 3"'), "wrong_bound", 9),
        (with_about('"moment binnen portaal"'), "unknown_window", 9),
        (RULE.replace('zegt = "Plaats niets dat kwetst."\n', ""), "missing_key", 2),
        (RULE.replace('soort = "verbod"\n', 'soort = "gebod"\n'), "missing_key", 2),
        (RULE + 'mits = "kwetsend"\n', "misplaced_key", 10),
        (RULE + '[[artikel.definitie]]\nwoord = "sm"\n', "missing_key", 2),
        (RULE + '[[artikel.plicht]]\nid = "a"\nwie = ["medewerker"]\ndoe = "melden"\nna = "plicht:b"\n', None, 14),
        (RULE + CONSENT.replace('{ rol = "ouder" }', '{ als = "leeftijd < 16" }'), "missing_key", 2),
    ],
)
def test_a_rule_that_cannot_work_is_refused_with_its_line(refused, rules, code, line):
    broken = refused(rules)

    assert (broken.file, broken.line) == ("2-regels.toml", line)
    assert code is None or broken.code == code


@pytest.mark.parametrize(
    ("rules", "key"),
    [
        (RULE.replace('["medewerker"]', "3"), "wie"),
        (RULE.replace('["medewerker"]', "[3]"), "wie"),
        (with_about("3"), "als"),
        (RULE + "alleen = 'ja'\n", "alleen"),
        (RULE.replace('nummer = "2.1"', "nummer = true"), "nummer"),
        ('[[artikel]]\nnummer = "3"\nsoort = ["feit"]\nzegt = "x"\nnorm = 3\n', "norm"),
        ('[[artikel]]\nnummer = "3"\nsoort = ["feit"]\nzegt = "x"\nnorm = [3]\n', "norm"),
        ('artikel = "3"\n', "artikel"),
        (RULE + CONSENT + 'vooraf = "ja"\n', "vooraf"),
    ],
)
def test_a_value_of_the_wrong_kind_is_bad_input_and_no_crash(refused, rules, key):
    broken = refused(rules)

    assert (broken.code, broken.given, broken.file) == ("wrong_kind", key, "2-regels.toml")


def test_what_belongs_there_is_said(sentence):
    said = sentence(RULE.replace('["medewerker"]', "3"))

    assert said.startswith("klein/2-regels.toml, regel 7: artikel 2.1: bij 'wie' hoort een lijst van woorden")


@pytest.mark.parametrize(
    ("head", "code", "line"),
    [
        (HEAD.replace('rang = "school"', 'rang = "schol"'), "wrong_choice", 5),
        (HEAD.replace("titel =", "titl ="), "unknown_key", 3),
        (HEAD.replace('titel = "Klein protocol"\n', ""), "missing_key", None),
        (HEAD.replace("[protocol]", "[protocoll]"), "unknown_key", 1),
        (HEAD.replace('artikel = "1"', 'artikel = "9"'), "unknown_clause", 8),
        (HEAD.replace('oordeel = "voorleggen"', 'oordeel = "voorlegen"'), "wrong_choice", 9),
        (HEAD.replace('aan = "schoolleider"', 'aan = "schoolleidr"'), "unknown_word", 10),
        (HEAD + '[levensloop]\nduur = "2 jaar"\n', "wrong_choice", 17),
        (HEAD + '[levensloop]\nin_werking = "2026-08-01"\n', "wrong_kind", 17),
        (HEAD + "[levensloop]\nin_werkng = 2026-08-01\n", "unknown_key", 17),
        (HEAD + '[[venster]]\nnaam = "a"\ndagen = ["maandag"]\n', "wrong_choice", 18),
        (HEAD + '[[venster]]\nnaam = "a"\ndagen = ["ma"]\ntot = "25:00"\n', "wrong_choice", 19),
        (HEAD + '[[venster]]\ndagen = ["ma"]\n', "missing_key", None),
    ],
)
def test_a_mistake_in_the_head_is_looked_for_in_the_head(refused, head, code, line):
    broken = refused(head=head)

    assert (broken.code, broken.file, broken.line) == (code, "protocol.toml", line)


@pytest.mark.parametrize(
    ("facts", "code", "given"),
    [
        ('[feit]\nkwetsend = { soort = "ja_nee", vraag = "?" }', "fact_twice", "kwetsend"),
        ('[feit]\neigen = { soort = "janee", vraag = "?" }', "wrong_choice", "janee"),
        ('[feit]\neigen = { sort = "ja_nee", vraag = "?" }', "unknown_key", "sort"),
        ('[feit]\neigen = { soort = "ja_nee" }', "missing_key", "vraag"),
        ('[feit]\neigen = { soort = "keuze", woorden = "medum", vraag = "?" }', "unknown_list", "medum"),
        ('[feit]\neigen = { soort = "keuze", vraag = "?" }', "missing_key", "woorden"),
        ('[feit]\neigen = { soort = "ja_nee", vraag = "?", per = "mens" }', "wrong_choice", "mens"),
        ('[feit]\neigen = { soort = "ja_nee", vraag = "?", gever = "fgg" }', "unknown_word", "fgg"),
        ("[feit]\neigen = 3", "wrong_kind", "eigen"),
        ('[feit]\neigen = { soort = "ja_nee", vraag = "?", te_wijzigen = [{ naam = "weg" }] }', "unknown_word", "weg"),
        (
            '[feit]\neigen = { soort = "ja_nee", vraag = "?", te_wijzigen = [{ naam = "wachten", wordt = "mss" }] }',
            "unknown_word",
            "mss",
        ),
        (
            '[feit]\neigen = { soort = "ja_nee", vraag = "?", te_wijzigen = [{ naam = "wachten", word = "ja" }] }',
            "unknown_key",
            "word",
        ),
        ('[[woord]]\nlijst = "medum"\ncode = "x"', "unknown_list", "medum"),
        ('[[woord]]\nlijst = "medium"', "missing_key", "code"),
        ('[[woord]]\nlijst = "medium"\ncode = "instagram"', "twice", "instagram"),
        ('[[woord]]\nlijst = "medium"\ncode = "a"\nook = ["insta"]', "twice", "insta"),
        ('[[woord]]\nlijst = "medium"\ncode = "a"\nbinnen = ["sociale_mdia"]', "unknown_word", "sociale_mdia"),
        ('[[woord]]\nlijst = "medium"\ncode = "a"\nneerlands = "A"', "unknown_key", "neerlands"),
        ("feitn = 3", "unknown_key", "feitn"),
    ],
)
def test_a_mistake_in_the_own_facts_of_a_pack(refused, facts, code, given):
    broken = refused(feiten=facts)

    assert (broken.code, broken.given, broken.file) == (code, given, "feiten.toml")


def test_what_stands_there_twice_is_refused(refused):
    broken = refused(RULE + RULE)

    assert (broken.code, broken.given, broken.file) == ("twice", "2.1", "2-regels.toml")


@pytest.mark.parametrize(
    ("twice", "what"),
    [
        (RULE + 'id = "a"\n[[artikel.norm]]\nid = "a"\nsoort = "verbod"\n', "norm"),
        (RULE + '[[artikel.plicht]]\nid = "a"\nwie = ["school"]\ndoe = "melden"\n' * 2, "plicht"),
        (RULE + CONSENT * 2, "toestemmingseis"),
        (RULE + '[[artikel.definitie]]\nwoord = "a"\nals = "kwetsend"\n' * 2, "definitie"),
    ],
)
def test_two_things_of_one_name_are_refused(refused, twice, what):
    broken = refused(twice)

    assert (broken.code, broken.wanted) == ("twice", what)


def test_exceptions_that_run_in_a_ring_are_drawn(sentence):
    first = RULE + 'tenzij = ["artikel:2.2"]\n'
    second = RULE.replace("2.1", "2.2") + 'tenzij = ["artikel:2.1"]\n'

    said = sentence(first + second)

    assert "in een kring: 2.1 -> 2.2 -> 2.1" in said


def test_definitions_that_run_in_a_ring_are_drawn(sentence):
    said = sentence(
        RULE + '[[artikel.definitie]]\nwoord = "a"\nals = "b"\n[[artikel.definitie]]\nwoord = "b"\nals = "a"\n'
    )

    assert "in een kring: a -> b -> a" in said


@pytest.mark.parametrize(("text", "line"), [("x = [", None), ("a = 1\nb ==\n", 2), ("[[artikel]\n", 1)])
def test_a_file_that_is_no_toml_is_refused(refused, text, line):
    broken = refused(text)

    assert (broken.code, broken.file, broken.line) == ("no_toml", "2-regels.toml", line)


def test_a_file_in_another_encoding_is_refused(write_pack, library, tmp_path):
    folder = write_pack()
    (folder / "2-regels.toml").write_bytes(RULE.replace("kwetst", "één").encode("cp1252"))

    with pytest.raises(BrokenPack) as broken:
        library.book("klein")

    assert broken.value.code == "no_toml"


def test_a_mark_at_the_start_of_the_file_is_no_mistake(write_pack, library):
    folder = write_pack()
    (folder / "2-regels.toml").write_text("\ufeff" + RULE, encoding="utf-8")

    assert library.pack("klein").clause("2.1").says == "Plaats niets dat kwetst."


def test_a_file_of_the_size_of_a_film_is_no_protocol(refused):
    broken = refused("# " + "x" * 2_000_001)

    assert (broken.code, broken.file) == ("too_large", "2-regels.toml")


WHOLE = {"titel": '"AVG artikel 7"', "adres": '"eur-lex"', "nagekeken": "2026-11-21", "zeker": '"ja"'}


def sourced(text: str, source: dict[str, str]) -> str:
    """The same clause with these keys of a source."""
    inside = ", ".join(f"{key} = {value}" for key, value in source.items())
    return text.replace("zegt =", f"bron = {{ {inside} }}\nzegt =")


LAW = sourced(HEAD.replace('rang = "school"', 'rang = "wet"'), WHOLE)


def test_law_without_a_source_is_refused(refused):
    broken = refused(RULE, head=LAW)

    assert (broken.code, broken.clause, broken.given) == ("missing_key", "2.1", "bron")


@pytest.mark.parametrize("key", WHOLE)
def test_law_names_title_address_day_and_certainty(refused, key):
    source = {name: value for name, value in WHOLE.items() if name != key}

    broken = refused(sourced(RULE, source), head=LAW)

    assert (broken.code, broken.clause, broken.given, broken.wanted) == ("missing_key", "2.1", key, "bron")


def test_a_day_that_was_checked_is_a_day(refused):
    broken = refused(sourced(RULE, {**WHOLE, "nagekeken": '"gisteren"'}), head=LAW)

    assert (broken.code, broken.given) == ("wrong_kind", "nagekeken")


def test_law_with_its_sources_is_read(write_pack, library):
    write_pack(sourced(RULE, WHOLE), head=LAW)

    assert library.pack("klein").clause("2.1").source["zeker"] == "ja"


def test_a_school_may_leave_its_sources_out(write_pack, library):
    write_pack()

    assert library.pack("klein").clause("2.1").source is None


def test_who_puts_a_case_to_someone_says_to_whom(sentence):
    said = sentence(head=HEAD.replace('aan = "schoolleider"\n', ""))

    assert "'aan' ontbreekt bij standaard" in said


def test_an_empty_condition_is_not_a_ban_on_everything(refused):
    assert refused(with_about('""')).code == "bad_condition"
