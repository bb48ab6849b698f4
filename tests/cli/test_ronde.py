"""`magdit ronde` and `magdit toestemming`: the office asks, looks and takes paper in from the command line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from magdit.areas.consent.models import Answer, Item, ItemText, Letter, Request
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Board, Group, Guardianship, Membership, Person, Role, School
from magdit.norms.act import school_year

pytestmark = pytest.mark.django_db
TODAY = datetime.now(UTC).astimezone(SCHOOL_CLOCK).date()


def child(school, group, called, last, *, parent, authority="ja"):
    made = Person.objects.create(board=school.board, called=called, last=last, born=date(TODAY.year - 9, 1, 1))
    Role.objects.create(person=made, school=school, role="leerling")
    Membership.objects.create(group=group, person=made, role="leerling")
    around = Person.objects.create(board=school.board, called=parent, last=last)
    Guardianship.objects.create(child=made, guardian=around, relation="ouder", authority=authority)
    return made


@pytest.fixture
def school():
    """De Linde under OSVS: two children in 6A; of one the authority is not known."""
    board = Board.objects.create(name="Stichting De Linde")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
    group = Group.objects.create(school=school, year=school_year(TODAY), name="6A")
    child(school, group, "Noor", "Dijk", parent="Mira")
    child(school, group, "Daan", "Post", parent="Rik", authority="onbekend")
    for code, channel in (("website-foto", "website"), ("portaal-foto", "ouderportaal")):
        item = Item.objects.create(
            board=board, code=code, purpose="school_laten_zien", channel=channel, covers=["foto"]
        )
        ItemText.objects.create(
            item=item, version=1, title=f"Mag een foto van {{naam}}? ({code})", body="-", made_at=datetime.now(UTC)
        )
    return school


@pytest.fixture
def scan(here):
    (here / "papier.pdf").write_bytes(b"%PDF-1.7 getekend")
    return "papier.pdf"


def paper(magdit, *, answer, topic="website-foto", who="Noor", by="Mira", scan="papier.pdf"):
    return magdit(
        "toestemming", "papier", "--school", "de-linde", "--wie", who, "--door", by, "--onderwerp", topic,
        "--antwoord", answer, "--getekend", TODAY.isoformat(), "--scan", scan,
    )  # fmt: skip


def test_a_round_is_opened_once(school, magdit):
    first = magdit("ronde", "open", "--school", "de-linde")
    second = magdit("ronde", "open", "--school", "de-linde")

    assert (first.code, second.code) == (0, 2)
    assert "Gevraagd: 1 keer" in first.out
    assert "Er is al een ronde voor schooljaar" in second.err


def test_the_count_names_who_is_silent_and_about_whom_nobody_can_be_asked(school, magdit):
    magdit("ronde", "open", "--school", "de-linde")

    ended = magdit("ronde", "stand", "--school", "de-linde")

    assert ended.code == 1
    assert "6A: 0 van 1 compleet" in ended.out
    assert "nog niets van gehoord: Noor Dijk" in ended.out
    assert "niemand om te vragen (van wie is het gezag bekend?): Daan Post" in ended.out


def test_an_answer_on_paper_counts_and_shows_on_the_card(school, magdit, scan):
    taken = paper(magdit, answer="ja")
    card = magdit("toestemming", "van", "--school", "de-linde", "--wie", "Noor")

    assert (taken.code, card.code) == (0, 0)
    assert "ja  Mag een foto van Noor? (website-foto): er is een geldig ja, tot en met 31-07-" in card.out
    assert "nee Mag een foto van Noor? (portaal-foto): nog geen antwoord" in card.out
    assert Answer.objects.get().form == "schriftelijk"


def test_looking_at_someone_leaves_a_line_in_the_journal(school, magdit):
    magdit("toestemming", "van", "--school", "de-linde", "--wie", "Noor")
    magdit("toestemming", "stand", "--school", "de-linde", "--klas", "6A")

    assert list(Entry.objects.order_by("number").values_list("verb", "object_kind")) == [
        ("gezien", "persoon"),
        ("gezien", "school"),
    ]


def test_the_matrix_shows_who_may_not(school, magdit, scan):
    for topic in ("website-foto", "portaal-foto"):
        paper(magdit, answer="ja", topic=topic)

    whole = magdit("toestemming", "stand", "--school", "de-linde")
    only_no = magdit("toestemming", "stand", "--school", "de-linde", "--medium", "website", "--niet")

    assert {tuple(line.split()) for line in whole.out.splitlines() if line[:4] in {"Noor", "Daan"}} == {
        ("Noor", "ja", "ja"),
        ("Daan", "nee", "nee"),
    }
    assert "Daan" in only_no.out
    assert "Noor" not in only_no.out


def test_what_the_school_asks_is_told_with_its_clauses(school, magdit):
    ended = magdit("toestemming", "vraagt", "--school", "de-linde")

    told = " ".join(ended.out.split())
    assert (
        "leerling tot 16 jaar: vraagt de school aan een ouder of verzorger, elk schooljaar opnieuw [osvs IV.M8" in told
    )
    assert "leerling vanaf 16 jaar: vraagt de school aan de leerling, elk schooljaar opnieuw [osvs IV.M8" in told


def test_reminding_and_asking_newcomers_tell_how_many(school, magdit):
    magdit("ronde", "open", "--school", "de-linde")
    group = Group.objects.get()
    child(school, group, "Yara", "Demir", parent="Ayla")

    asked = magdit("ronde", "nieuw", "--school", "de-linde")
    Request.objects.update(asked_at=datetime.now(UTC) - timedelta(days=11))
    reminded = magdit("ronde", "herinner", "--school", "de-linde")

    assert "Nieuw gevraagd: 1." in asked.out
    assert "Herinnerd: 2." in reminded.out


def test_the_rhythm_and_the_end_can_be_changed(school, magdit):
    magdit("ronde", "open", "--school", "de-linde")

    ended = magdit("ronde", "verander", "--school", "de-linde", "--na", "5", "--hoogstens", "1")

    assert "na 5 dagen, 1 keer" in ended.out


def test_who_has_no_e_mail_gets_a_letter_on_paper(school, magdit, here):
    magdit("ronde", "open", "--school", "de-linde")

    ended = magdit("ronde", "brieven", "--school", "de-linde", "--naar", "brieven")

    assert "1 brieven in brieven" in ended.out
    assert [file.read_bytes()[:5] for file in (here / "brieven").iterdir()] == [b"%PDF-"]
    assert Letter.objects.get().sent_at is not None


def test_a_letter_that_cannot_be_written_stays_in_the_tray(school, magdit, here, monkeypatch):
    magdit("ronde", "open", "--school", "de-linde")

    def full(path, content):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", full)
        ended = magdit("ronde", "brieven", "--school", "de-linde", "--naar", "brieven")

    assert "niet te schrijven" in ended.err
    assert Letter.objects.get().sent_at is None


@pytest.mark.parametrize(
    ("option", "number"), [("--na", "0"), ("--na", "-5"), ("--na", "100000"), ("--hoogstens", "-1")]
)
def test_a_rhythm_that_cannot_be_is_refused(school, magdit, option, number):
    magdit("ronde", "open", "--school", "de-linde")

    ended = magdit("ronde", "verander", "--school", "de-linde", option, number)

    assert (ended.code, "van 1 tot en met 365" in ended.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ronde", "open", "--school", "de-lind"), "Bedoelde u de-linde?"),
        (("ronde", "open"), "--school"),
        (("ronde", "open", "--school", "de-linde", "--vanaf", "1 sept"), "geen dag"),
        (("ronde", "stand", "--school", "de-linde"), "geen ronde"),
        (("ronde", "herinner", "--school", "de-linde"), "geen ronde"),
        (("toestemming", "van", "--school", "de-linde", "--wie", "Noortje"), "kennen we hier niet"),
        (("toestemming", "stand", "--school", "de-linde", "--klas", "9Z"), "Wel: 6A"),
        (("toestemming", "stand", "--school", "de-linde", "--medium", "instagrm"), "Bedoelde u instagram"),
        (("toestemming", "vraagt", "--school", "de-linde", "--op", "morgen"), "geen dag"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(school, magdit, words, said):
    ended = magdit(*words)

    assert ended.code == 2
    assert said in ended.err


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"topic": "maan-foto"}, "Wel: "),
        ({"by": "Olaf"}, "kennen we hier niet"),
        ({"scan": "weg.pdf"}, "niet te openen"),
        ({"answer": "misschien"}, "Kies uit: 'ja', 'nee'"),
    ],
)
def test_paper_that_does_not_fit_changes_nothing(school, magdit, scan, changes, said):
    ended = paper(magdit, **{"answer": "ja", **changes})

    assert ended.code == 2
    assert said in ended.err
    assert not Answer.objects.exists()


def test_a_school_that_mirrors_shows_how_old_the_data_are(school, magdit):
    school.mirror = True
    school.save()
    item, noor = Item.objects.get(code="website-foto"), Person.objects.get(called="Noor")
    days = {}
    for number, age in enumerate((2, 20), 1):
        Answer.objects.filter(person=noor).delete()
        Answer.objects.create(
            item=item, person=noor, school=school, role="ouder", state="gegeven",
            at=datetime.now(UTC) - timedelta(days=age), form="digitaal_akkoord", source="spiegel",
            as_of=TODAY - timedelta(days=age), entered_by="test", number=number,
        )  # fmt: skip
        days[age] = magdit("toestemming", "van", "--school", "de-linde", "--wie", "Noor").out

    assert f"stand van {TODAY - timedelta(days=2):%d-%m-%Y}." in days[2]
    assert "ouder dan 7 dagen: een ja telt nu niet" in days[20]
    assert "te oud" in days[20]


def test_two_children_of_one_name_are_told_apart_by_number(school, magdit):
    child(school, Group.objects.get(), "Noor", "Smit", parent="An")

    ended = magdit("toestemming", "van", "--school", "de-linde", "--wie", "Noor")

    assert ended.code == 2
    assert "past op 2 mensen" in ended.err


def test_a_round_that_ends_too_soon_is_refused_with_dutch_days(school, magdit):
    ended = magdit("ronde", "open", "--school", "de-linde", "--vanaf", "2026-11-02", "--tot", "1-10-2026")

    assert ended.code == 2
    assert "eindigen op 01-10-2026, voor het begin op 02-11-2026" in ended.err
