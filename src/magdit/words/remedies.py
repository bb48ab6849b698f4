"""What can be done so that something may still go out: in the author's own hands, or by asking someone."""

from magdit.words.vocabulary import Vocabulary, Word

REMEDIES = Vocabulary(
    "herstel",
    (
        Word("onherkenbaar_maken", "onherkenbaar maken", "make unrecognisable"),
        Word("beeld_weglaten", "foto of video weglaten", "leave the picture out"),
        Word("persoon_weglaten", "niet in beeld brengen", "leave the person out"),
        Word("geluid_weglaten", "geluid weglaten", "leave the sound out"),
        Word("naam_weglaten", "naam weglaten", "leave the name out"),
        Word("gegevens_weglaten", "persoonsgegevens weglaten", "leave personal data out"),
        Word("bron_vermelden", "eigen of vrij materiaal gebruiken", "use own or free material"),
        Word("disclaimer_toevoegen", "zin toevoegen: op persoonlijke titel", "add a disclaimer"),
        Word("functie_vermelden", "vermelden dat u bij de school werkt", "say that you work at the school"),
        Word("hoedanigheid_vermelden", "vermelden namens wie u spreekt", "say in what capacity you speak"),
        Word("terugtrekken", "u terugtrekken uit het gesprek", "withdraw from the conversation"),
        Word("schoolaccount_gebruiken", "het account van de school gebruiken", "use the school account"),
        Word("schoolsysteem_gebruiken", "een systeem van de school gebruiken", "use a school system"),
        Word("ander_medium", "een ander kanaal kiezen", "choose another channel"),
        Word("in_groep_sturen", "in de groep sturen, niet één op één", "send it to the group"),
        Word("wachten", "wachten tot het mag", "wait"),
        Word(
            "herkenbaar_als_school",
            "de pagina herkenbaar van de school maken",
            "make the page recognisably the school's",
        ),
        Word("nagaan_wie_het_is", "nagaan wie de ander is", "find out who the other is"),
        Word("medium_leren_kennen", "uitzoeken hoe het medium werkt", "find out how the medium works"),
        Word("online_nakijken", "nakijken wat er online over u staat", "check the own online presence"),
        Word("pagina_nakijken", "nakijken wat anderen op de pagina zetten", "check what others post on the page"),
        Word("afschermen", "eigen gegevens afschermen", "shield the own data"),
        Word("overleggen", "eerst overleggen", "consult first"),
        Word("plicht_doen", "eerst doen wat moet", "do what is due first"),
        Word("toestemming_vragen", "toestemming vragen", "ask consent"),
        Word("akkoord_vragen", "akkoord vragen", "ask permission"),
        Word("beoordeling_vragen", "laten beoordelen", "ask a judgement"),
        Word("platformafspraken_maken", "afspraken maken met het platform", "make agreements with the platform"),
    ),
)
