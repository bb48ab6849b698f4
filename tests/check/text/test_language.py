"""Which language a message is in, and above all: is it one whose tone and marks are read?"""

import pytest

from magdit.check.text.language import Language, language_of
from magdit.check.text.look import FINDERS

FOREIGN = {
    "Turkish": "Sayın veliler, yarın okul saat ikide bitiyor.",
    "Turkish, short": "Merhaba, yarın toplantı var mı?",
    "Arabic": "السلام عليكم، غدا تبدأ المدرسة في الساعة التاسعة.",
    "Polish": "Szanowni Rodzice, jutro szkoła jest zamknięta.",
    "Ukrainian": "Шановні батьки, завтра школа буде закрита.",
    "German": "Liebe Eltern, morgen fällt die Schule aus.",
    "German, harsh": "Dieser Lehrer ist ein Idiot und kann nicht unterrichten.",
    "French": "Chers parents, demain l'école sera fermée.",
    "French, short": "Ce prof est nul",
    "Spanish": "Hola, mi hijo está enfermo y no puede ir a la escuela.",
    "Papiamento": "Bon dia mayornan, mañan skol ta será.",
    "Papiamento, thanks": "Danki pa tur kos, muchanan a gosa hopi!",
    "Portuguese": "Caros pais, amanhã a escola não vai abrir.",
    "Italian": "Cari genitori, domani la scuola è chiusa.",
    "Romanian": "Dragi părinți, mâine școala este închisă.",
    "Somali": "Waalidiinta sharafta leh, berri iskuulka waa xiran yahay.",
    "Kurdish": "Spas ji bo alîkariya we",
    "Swedish": "Kära föräldrar, imorgon är skolan stängd.",
    "a Dutch line and a Turkish one": "Vandaag was leuk!\nBugün çok güzel bir gündü, teşekkürler.",
    "a Dutch sentence and a Polish one": "Beste ouders, morgen is er geen school. Drodzy rodzice, jutro nie ma szkoły.",
    "a Dutch sentence and an Arabic one": "Beste ouders, morgen dicht. عزيزي الوالدين غدا المدرسة مغلقة",
}
DUTCH = [
    "Vandaag zijn we naar het bos geweest.",
    "Beste ouders, morgen is er geen school.",
    "Noor en Sem hebben gewonnen!",
    "De leerlingen leerden Duits: ich bin, du bist",
    "We zongen Happy birthday to you voor juf",
    "Onze Ayşe en Łukasz wonnen goud met zwemmen",
    "Ten goede of ten kwade. Wees daarom verantwoord en positief.",
]
ENGLISH = [
    "Dear parents, school is closed tomorrow.",
    "What a great day we had with the children!",
    "Great job everyone! We will meet at the library.",
]
SHORT = [
    "Feest!", "#schoolreis", "Yes!", "🎉🎉", "", "Noor, Sem, Bram en Fatima", "Emma Lisa Daan", "Groep 5", "Top!",
    "IMG_20260904_120000.jpg", "schoolreis_noor.jpg", "Sinterklaas 2026", "Au revoir", "¡Fiesta!", "La Place",
    "Ayşe Yılmaz, Łukasz Nowak, Müller", "noor sem bram fatima olaf emma daan lisa yusuf mees roos julia",
    "gymtas, broodtrommel, drinken, regenjas, laarzen, petje, zonnebrand, handdoek, knuffel, pyjama, slaapzak",
    "Overmaken op NL87 RABO 0612 1780 02 t.n.v. Stichting Oudercomité De Vlinderhof, o.v.v. schoolreis.",
]  # fmt: skip


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_a_message_in_another_language_is_not_read(text: str) -> None:
    assert not language_of(text).is_read


@pytest.mark.parametrize("text", DUTCH)
def test_dutch_is_dutch_with_a_foreign_name_or_song_in_it(text: str) -> None:
    assert language_of(text) is Language.DUTCH


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read_too(text: str) -> None:
    assert language_of(text) is Language.ENGLISH


@pytest.mark.parametrize("text", SHORT)
def test_a_caption_a_list_and_a_file_name_are_never_called_foreign(text: str) -> None:
    assert language_of(text).is_read


def test_frisian_is_told_apart_and_not_read() -> None:
    """Our lists hold no Frisian words: finding none says nothing."""
    found = language_of("Hjoed ha wy mei de bern nei it bosk west, it wie tige moai.")

    assert found is Language.FRISIAN
    assert not found.is_read


def test_a_language_without_a_list_is_known_by_what_is_not_in_it() -> None:
    estonian = "homme kool suletud sest torm tuleb palun hoidke lapsed kodus ning olge ettevaatlikud"

    assert language_of(estonian) is Language.OTHER


def test_a_short_foreign_greeting_is_a_known_miss() -> None:
    assert language_of("Merhaba!") is Language.SHORT


def test_names_and_numbers_are_found_in_every_language() -> None:
    reads = {finder.name: finder.reads_language for finder in FINDERS}

    assert not any(reads[name] for name in ("names", "phone", "email", "bsn", "iban", "postcode"))
    assert all(reads[name] for name in ("tone", "confidential", "rights", "about_person", "health"))
