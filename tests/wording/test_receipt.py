"""The receipt: why this was the answer, on which facts and by whom, and never a value that was found."""

import hashlib
import json

import pytest

from magdit.check.draft.draft import Says
from magdit.check.draft.look import Eyes
from magdit.wording.receipt import receipt
from tests.check.draft.school import no, yes
from tests.check.images.clips import clip

SAID = Says(unrecognisable=True)
BSN, IBAN, PASSWORD = "111222333", "NL91ABNA0417164300", "Zonnebloem7"
SECRETS = f"Het bsn van Noor is {BSN}, de rekening {IBAN}, inloggen met wachtwoord: {PASSWORD}."


def paper(school, checked, protocol="osvs"):
    return receipt(checked, school.book(protocol), layer="alles")


@pytest.fixture
def mended(school):
    photo = school.photo("reis.jpg", "noor", "sem")
    shown = school.shown("101;;;reis.jpg;1", "103;;;reis.jpg;2")
    consents = school.consents(no(101), yes(103, by="leerling"))
    draft = school.draft(photo, text="Bel 06 12345678.", shown=shown, consents=consents, says=SAID)
    return school.check(draft, "alles")


def test_it_tells_the_verdict_before_and_after_and_the_clauses(school, mended):
    told = paper(school, mended)

    assert (told["as_handed_in"], told["verdict_before_mending"], told["verdict"]) == ("mag_niet", "mag_mits", "mag")
    assert told["clauses"] == list(mended.final.answer.clauses)
    assert told["answer"]["oordeel"] == "mag"
    assert told["moment"] == "2026-11-20T14:00"


def test_it_names_every_pack_with_its_version_and_hash(school, mended):
    told = paper(school, mended)

    wanted = {ready.pack.id: (ready.pack.version, ready.pack.hash) for ready in school.book().packs}
    assert {pack["id"]: (pack["versie"], pack["hash"]) for pack in told["packs"]} == wanted
    assert all(len(pack["hash"]) == 64 for pack in told["packs"])


def test_it_tells_who_said_what(school, mended):
    told = paper(school, mended)
    noor, sem = told["act"]["in_beeld"]

    assert told["said_by_author"]["no_longer_recognisable"] is True
    assert told["said_by_author"]["facts"]["betreft_school"] is True
    assert told["act"]["herkomst"]["betreft_school"] == {"bron": "opgegeven", "door": "auteur"}
    assert told["act"]["herkomst"]["persoonsgegevens"] == {"bron": "gemeten"}
    assert (noor["herkenbaar"], noor["herkomst"]["herkenbaar"]) == (False, {"door": "auteur"})
    assert sem["herkomst"]["herkenbaar"] == {"door": "gezichtzoeker"}
    assert sem["toestemmingen"][0]["door"] == "leerling"


def test_its_hashes_are_those_of_the_files(school, mended):
    photo = paper(school, mended)["photos"][0]

    original, copy = school.folder / photo["file"], school.folder / "schoon" / photo["clean"]["file"]
    assert photo["sha256"] == hashlib.sha256(original.read_bytes()).hexdigest()
    assert photo["clean"]["sha256"] == hashlib.sha256(copy.read_bytes()).hexdigest()
    assert photo["clean"]["hidden"] == [0]
    assert len(photo["faces"]) == 2


def test_the_hash_of_the_words_is_that_of_the_file_they_were_written_to(school, mended):
    text = paper(school, mended)["text"]

    assert text["sha256"] == hashlib.sha256(b"Bel 06 12345678.").hexdigest()
    assert text["clean_sha256"] == hashlib.sha256(mended.text_file.read_bytes()).hexdigest()


def test_a_film_is_told_with_its_hashes_and_without_what_it_tells(school):
    film = clip(school.folder / "lied.mp4")
    checked = school.check(school.draft(films=(film,), says=Says(nobody_shown=True)), to="schoon")

    told = paper(school, checked)["films"][0]

    assert (told["file"], told["kind"], told["sound"]) == ("lied.mp4", "video", True)
    assert told["sha256"] == hashlib.sha256(film.read_bytes()).hexdigest()
    assert told["clean"]["sha256"] == hashlib.sha256(checked.copies[0].path.read_bytes()).hexdigest()
    assert "gps" in told["traces"]
    assert "51.5" not in json.dumps(told)


def test_what_was_left_out_of_the_words_is_not_kept_on_the_receipt(school, mended):
    written = json.dumps(paper(school, mended), ensure_ascii=False)

    assert "12345678" not in written
    assert [finding["type"] for finding in paper(school, mended)["text"]["findings"]["tekst"]] == ["phone"]


def test_no_citizen_number_account_or_password_is_on_it(school):
    checked = school.check(school.draft(text=SECRETS), "gegevens")

    written = json.dumps(paper(school, checked), ensure_ascii=False)

    assert {f.type for seen in checked.first.looked.texts for f in seen.findings} >= {"bsn", "iban", "credential"}
    assert [secret for secret in (BSN, IBAN, PASSWORD) if secret in written] == []


@pytest.mark.parametrize("name", [f"bsn {BSN}.jpg", f"noor_bsn_{BSN[:4]}.{BSN[4:6]}.{BSN[6:]}.jpg"])
def test_a_citizen_number_in_the_name_of_a_file_is_not_on_it_either(school, name):
    photo = school.photo(name, "noor")

    written = json.dumps(paper(school, school.check(school.draft(photo, text="Reis."), "alles")), ensure_ascii=False)

    assert BSN not in written.replace(".", "")


def test_a_secret_the_author_told_as_a_fact_is_not_on_it(school):
    checked = school.check(school.draft(text=SECRETS, told={"gelegenheid": f"bij {BSN}"}))

    assert BSN not in json.dumps(paper(school, checked))
    assert len(paper(school, checked)["text"]["sha256"]) == 64


def test_what_nobody_looked_at_is_told(school):
    checked = school.check(school.draft(school.photo("reis.jpg", "noor")), eyes=Eyes(load_finder=lambda: None))

    told = paper(school, checked)

    assert told["photos"][0]["faces"] is None
    assert told["not_looked_at"] == [{"what": "gezichten", "where": "reis.jpg", "code": "failed"}]


def test_it_is_plain_data_that_reads_back_the_same(school, mended):
    told = paper(school, mended)

    assert json.loads(json.dumps(told, ensure_ascii=False)) == told
