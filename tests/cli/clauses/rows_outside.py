"""What an outsider thought of, with the sources beside it and before asking: days, hours, ages, answers on paper.

Each is asked of `magdit check`; the verdict is one of these words, and the clause is cited unless none is named.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Thought:
    """A draft that nobody built for, and what its protocol must say of it."""

    name: str
    protocol: str
    asks: str
    verdict: str
    clause: str = ""


ROSTER = "|--leerlingen|leerlingen.csv"
FOR_SCHOOL = "|--als|leerkracht|--namens-school"
PRIVATE = "|--als|leerkracht|--feit|account=prive|--feit|hoedanigheid=persoonlijk|--feit|situatie=prive"
ORDINARY = "|--feit|betreft_school=ja|--feit|tijdens_les=nee|--feit|lesopname=nee|--feit|doel=schoolnieuws"


def photo(answers: str, medium: str, *, shown: str = "noor.csv", who: str = FOR_SCHOOL, at: str = "") -> str:
    moment = f"|--moment|{at}" if at else ""
    return f"reis.jpg{ROSTER}|--in-beeld|{shown}|--toestemming|{answers}{who}|--medium|{medium}{ORDINARY}{moment}"


def words(text: str, medium: str, *, who: str = FOR_SCHOOL, at: str = "", more: str = ORDINARY) -> str:
    moment = f"|--moment|{at}" if at else ""
    return f"--tekst|{text}{ROSTER}{who}|--medium|{medium}{more}{moment}"


GYM = "Morgen gymspullen mee."
OPEN_DAY = "De open dag is zaterdag."
DISCLAIMED = "Ons feest was mooi. Dit schrijf ik op persoonlijke titel; het is niet het standpunt van de school."
OF_SEM = {"shown": "sem-erop.csv"}
THOUGHTS = (
    Thought("a yes of last school year", "osvs", photo("vorig-jaar.csv", "website"), "mag_mits", "IV.M8"),
    Thought("a yes of 31 July, that evening", "osvs", photo("juli.csv", "website", at="2026-07-31T23:59"), "mag"),
    Thought("the same, a minute later", "osvs", photo("juli.csv", "website", at="2026-08-01T00:00"), "mag_mits",
            "IV.M8"),
    Thought("planned for the day after the yes", "osvs", photo("tot-gisteren.csv", "website"), "mag_mits", "IV.M8"),
    Thought("planned for its last day", "osvs", photo("tot-vandaag.csv", "website"), "mag"),
    Thought("a yes for another channel", "osvs", photo("website.csv", "instagram"), "mag_mits", "IV.M8"),
    Thought("one parent yes, the other no", "osvs", photo("ander-nee.csv", "website"), "mag_mits", "IV.M8"),
    Thought("a no of nobody knows who", "ozhw", photo("onbekende-nee.csv", "website"), "mag_mits", "0.5"),
    Thought("a yes of nobody knows who", "ozhw", photo("onbekende-ja.csv", "website"), "mag_mits", "0.5"),
    Thought("a spoken yes", "osvs", photo("mondeling.csv", "website"), "mag_mits", "IV.M8"),
    Thought("a spoken yes is not written", "verkruisen", photo("mondeling.csv", "instagram"), "mag_mits", "10"),
    Thought("a yes for films", "ouderportaalschool", photo("film.csv", "website"), "mag_mits", "L13"),
    Thought("Sem on the eve of sixteen", "osvs", photo("sems-ouders.csv", "website", at="2026-02-13T23:59", **OF_SEM),
            "mag"),
    Thought("Sem is sixteen today", "osvs", photo("sems-ouders.csv", "website", at="2026-02-14T00:00", **OF_SEM),
            "mag_mits", "IV.M8"),
    Thought("Sem answers himself", "osvs", photo("sem.csv", "website", **OF_SEM), "mag"),
    Thought("this school asks Sem's parents", "ouderportaalschool", photo("sem.csv", "website", **OF_SEM), "mag_mits",
            "L13"),
    Thought("and they said yes", "ouderportaalschool", photo("sems-ouders-nu.csv", "website", **OF_SEM), "mag"),
    Thought("a teacher's own yes", "verkruisen", photo("bram.csv", "instagram", shown="bram-erop.csv"), "mag_mits",
            "10"),
    Thought("a guest of another school", "osvs", photo("ja.csv", "website", shown="gast-erop.csv"), "eerst_weten",
            "IV.M5"),
    Thought("a former pupil", "osvs", photo("ja.csv", "website", shown="oud-erop.csv"), "eerst_weten", "IV.M5"),
    Thought("a yes, on a private account", "ozhw", photo("ja.csv", "instagram", who=PRIVATE), "mag_mits", "5.3"),
    Thought("the yearbook", "osvs", photo("nee.csv", "jaarboek"), "mag_mits", "IV.M8"),
    Thought("the yearbook is not online", "vsnon", photo("ja.csv", "jaarboek"), "niet_geregeld"),
    Thought("paper needs a yes too", "ozhw", photo("nee.csv", "drukwerk"), "mag_mits", "0.5"),
    Thought("a yes changes nothing", "vsnon", photo("ja.csv", "instagram"), "mag_mits", "2b"),
    Thought("is the website social media?", "vsnon", photo("ja.csv", "website"), "vraag", "2b"),
    Thought("nobody said what the child wears", "ouderportaalschool",
            photo("ja.csv", "website", shown="zonder-kleren.csv"), "vraag", "L14"),
    Thought("five o'clock", "ouderportaalschool", words(GYM, "ouderportaal", at="2026-11-20T17:00"), "mag"),
    Thought("half a minute past five", "ouderportaalschool", words(GYM, "ouderportaal", at="2026-11-20T17:00:30"),
            "mag_mits", "P5"),
    Thought("half past five on this clock, winter", "ouderportaalschool",
            words(GYM, "ouderportaal", at="2026-11-20T16:30:00+00:00"), "mag_mits", "P5"),
    Thought("half past five on this clock, summer", "ouderportaalschool",
            words(GYM, "ouderportaal", at="2026-06-19T15:30:00+00:00"), "mag_mits", "P5"),
    Thought("the night the clock goes back", "ouderportaalschool",
            words(GYM, "ouderportaal", at="2026-10-25T02:30"), "mag_mits", "P5"),
    Thought("a whole name in a hashtag", "osvs", words("Mooi gedaan #NoorVanDijk", "instagram"), "mag_mits", "IV.3"),
    Thought("a result", "osvs", words("Noor van Dijk haalde een 9 voor rekenen!", "website"), "mag_mits", "IV.M5"),
    Thought("a colleague by name", "osvs", words("Volgens collega Bram Visser was de toets te makkelijk.", "linkedin"),
            "mag_mits", "IV.M5"),
    Thought("a password", "vsnon", words("Inloggen: gebruikersnaam groep5 en wachtwoord Zomer2026!", "facebook"),
            "mag_mits", "9d"),
    Thought("no disclaimer", "vsnon",
            words("Ons feest was mooi.", "linkedin", who=PRIVATE, more="|--feit|betreft_school=ja"), "mag_mits", "21"),
    Thought("with it", "vsnon", words(DISCLAIMED, "linkedin", who=PRIVATE, more="|--feit|betreft_school=ja"), "mag"),
    Thought("in doubt", "osvs", words(OPEN_DAY, "facebook", more=ORDINARY + "|--feit|twijfel=ja"), "vraag", "IV.M11"),
    Thought("drink, which its author calls fine", "ouderportaalschool",
            words("Biertjes met 5 havo, we waren stomdronken!", "facebook", who=PRIVATE,
                  more="|--feit|verdovende_middelen=nee|--feit|schaadt_naam=nee"), "vraag", "L10"),
    Thought("a parent in the name of the school", "ouderportaalschool",
            words("De school nodigt u uit.", "facebook", who="|--als|ouder|--namens-school"), "vraag", "O3"),
    Thought("an outsider", "osvs", words("Mooie school!", "facebook", who="|--als|buitenstaander"), "niet_geregeld"),
)  # fmt: skip
