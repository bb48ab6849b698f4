"""`magdit check`: a draft with photos and words in; a verdict, the way out, clean copies and a receipt out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from magdit.cli.check_told import first_word, progress, write_receipt
from magdit.cli.judge import add_packs, library_with
from magdit.cli.kinds_of_file import apart
from magdit.cli.outcome import Exit, Stop
from magdit.cli.own_data import no_longer, own_data, text_in
from magdit.cli.parser import DutchParser
from magdit.cli.show import show
from magdit.norms.catalogue import Catalogue
from magdit.norms.judge import Book
from magdit.norms.read_value import YEARS, near_on_the_wall
from magdit.words.verdicts import LAYERS
from magdit.words.vocabulary import UnknownWord, Vocabulary

if TYPE_CHECKING:
    from magdit.check.draft.draft import Draft
    from magdit.check.tables.consents import Consents
    from magdit.check.tables.roster import Roster
    from magdit.journeys.check_from_register import FromRegister
    from magdit.wording.answer_lines import Line

# What magdit looks at itself, or asks with an option of its own; said with --feit it would undo that look.
NOT_TO_TELL = {
    "wie": "Zeg het met --als.",
    "medium": "Zeg het met --medium.",
    "moment": "Zeg het met --moment.",
    "in_beeld": "Zeg het met --in-beeld.",
    "inhoud": "Dat ziet magdit zelf aan de foto's, de films en de tekst.",
    "vlaggen": "Beantwoord liever de vraag zelf, zoals --feit kwetsend=nee.",
    "herkomst": "Dat houdt magdit zelf bij.",
    **dict.fromkeys(("akkoorden", "bezwaren", "afwijkingen", "gedaan"), "Dat zegt wie erover gaat, niet wie plaatst."),
}


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("check", help="controleer een bericht met foto's en maak het in orde")
    parser.add_argument("foto", nargs="*", type=Path, metavar="FOTO", help="foto's, films of geluid")
    words = parser.add_mutually_exclusive_group()
    words.add_argument("--tekst", default=None, help="de tekst van het bericht")
    words.add_argument("--tekst-bestand", type=Path, metavar="F", help="bestand met de tekst (UTF-8)")
    parser.add_argument(
        "--bijschrift", action="append", default=[], metavar="FOTO=TEKST", help="alt-tekst of bijschrift bij een foto"
    )
    parser.add_argument("--protocol", metavar="ID", help="het protocol van de school")
    parser.add_argument(
        "--school", metavar="NAAM", help="de school in het register: haar protocol, leerlingen en toestemmingen"
    )
    parser.add_argument("--doel", default="", metavar="DOEL", help="bij --school: waarvoor toestemming nodig is")
    parser.add_argument("--als", required=True, metavar="ROL", action="append", help="wat u bent, bijvoorbeeld docent")
    parser.add_argument("--medium", required=True, metavar="M", help="waar het komt te staan, bijvoorbeeld instagram")
    parser.add_argument("--namens-school", action="store_true", help="u plaatst namens de school")
    parser.add_argument(
        "--van-de-school", type=Path, metavar="F", help="bestand met openbare gegevens van de school, op elke regel één"
    )
    parser.add_argument("--in-beeld", type=Path, metavar="FILE", help="CSV: wie er te zien zijn")
    parser.add_argument("--leerlingen", type=Path, metavar="FILE", help="CSV: de leerlingenlijst")
    parser.add_argument("--toestemming", type=Path, metavar="FILE", help="CSV: de toestemmingen")
    parser.add_argument("--moment", metavar="T", help="wanneer het geplaatst wordt (2026-09-04T14:00); standaard nu")
    parser.add_argument("--feit", action="append", default=[], metavar="NAAM=WAARDE", help="nog een feit dat u weet")
    parser.add_argument(
        "--niemand-in-beeld", action="store_true", help="u keek en luisterde: er is niemand te zien of te horen"
    )
    parser.add_argument(
        "--alleen-met-toestemming",
        action="store_true",
        help="u hebt gekeken: niemand van de lijst zonder toestemming staat erop",
    )
    parser.add_argument(
        "--niet-meer-herkenbaar",
        action="store_true",
        help="u hebt gekeken: wie verborgen is, is ook door kleding, houding of omgeving niet te herkennen",
    )
    parser.add_argument(
        "--herstel",
        action="append",
        default=[],
        metavar="WAT",
        help="alles, gezichten, locatie, gegevens, disclaimer, functie, beeld of geluid",
    )
    parser.add_argument(
        "--uit", type=Path, metavar="MAP", help="map voor de schone kopieën (standaard bij herstel: schoon)"
    )
    parser.add_argument("--laag", default="alles", help="alles, protocol, wet, bestuur of school")
    telling = parser.add_mutually_exclusive_group()
    telling.add_argument("--json", action="store_true", help="alleen de kwitantie, als JSON")
    telling.add_argument("--kort", action="store_true", help="alleen het antwoord, de artikelen en wat helpt")
    add_packs(parser)
    parser.set_defaults(run=check)


def check(options: argparse.Namespace) -> int:
    """Check one draft; 0 when what would go out is "mag", 1 when it is not, 2 for bad input."""
    # Looking needs numpy and a face model; commands that only think start without them.
    from magdit.check.draft.check import check as run_check
    from magdit.check.draft.look import Eyes
    from magdit.check.draft.shortlist import without_consent
    from magdit.wording.receipt import receipt
    from magdit.wording.report import report
    from magdit.wording.sentences import sentences_of
    from magdit.wording.short_report import short_report

    _refuse_wishes(options)
    book, draft = _handed_in(options)
    folder = options.uit or (Path("schoon") if options.herstel else None)
    quiet = options.json or options.kort
    checked = run_check(
        draft, book, sentences=sentences_of(book), wanted=options.herstel, folder=folder, layer=options.laag,
        eyes=Eyes(progress=progress(quiet=quiet)), first_word=None if quiet or len(options.foto) < 2 else first_word,
    )  # fmt: skip
    paper = receipt(checked, book, layer=options.laag)
    short = () if options.alleen_met_toestemming else without_consent(draft, book)
    lines = list(short_report(checked, book) if options.kort else report(checked, book, shortlist=short))
    code = Exit.AS_ASKED if checked.final.verdict == "mag" else Exit.NOT_AS_IT_STANDS
    # Last of all, so that there is no receipt of a check that went wrong further on.
    if folder is not None:
        write_receipt(paper, folder)
    _say(paper, lines, as_json=options.json)
    return code


def _say(paper: dict[str, Any], lines: Iterable[Line], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(paper, ensure_ascii=False, indent=1))
    else:
        show(lines)


def _refuse_wishes(options: argparse.Namespace) -> None:
    from magdit.check.draft.plan import EVERYTHING, KINDS

    for wish in options.herstel:
        if wish != EVERYTHING and wish not in KINDS:
            raise Stop(f"'{wish}' kan niet bij --herstel. Kies uit: {', '.join((EVERYTHING, *KINDS))}.")
    if options.laag not in LAYERS:
        raise Stop(f"De laag '{options.laag}' bestaat niet. Kies uit: {', '.join(word.code for word in LAYERS)}.")
    if not options.protocol and not options.school:
        raise Stop("Dit ontbreekt nog: --protocol of --school. Hulp: magdit check --hulp")
    if options.school and (options.leerlingen or options.toestemming or options.van_de_school):
        raise Stop(
            "Bij --school komen de lijsten uit het register. Laat --leerlingen, --toestemming en --van-de-school weg."
        )
    if options.doel and not options.school:
        raise Stop("Bij --doel hoort --school: in het register staat per doel wat er is geantwoord.")
    if options.alleen_met_toestemming and not options.school and not (options.leerlingen and options.toestemming):
        raise Stop(
            "Bij --alleen-met-toestemming horen ook --leerlingen en --toestemming, of --school:"
            " zonder lijst is er niets om na te kijken."
        )


def _handed_in(options: argparse.Namespace) -> tuple[Book, Draft]:
    """The protocol and the draft; with `--school` from the register, unless another protocol was asked for."""
    register = None
    if options.school:
        from magdit.cli.check_school import register_of

        school, register = register_of(options.school, moment_of(options.moment).date(), purpose=options.doel)
        options.protocol = options.protocol or school.protocol
        options.packs = [*options.packs, *school.packs]
    book = library_with(options.packs).book(options.protocol)
    draft = draft_of(options, book, register=register)
    if not (draft.photos or draft.films or draft.text.strip()):
        raise Stop("Er is niets om te controleren. Geef een foto op, of een tekst met --tekst.")
    return book, draft


def parsed(command: Sequence[str]) -> argparse.Namespace:
    """The options of a `check` command given as words."""
    parser = DutchParser(prog="magdit")
    add(parser.add_subparsers(parser_class=DutchParser))
    return parser.parse_args(list(command))


def draft_of(options: argparse.Namespace, book: Book, *, register: FromRegister | None = None) -> Draft:
    """The draft that these options hand in; stops with a sentence for what cannot be read."""
    from magdit.check.draft.draft import Draft, Says
    from magdit.check.tables.roster import Roster, read_roster
    from magdit.check.tables.shown import read_shown

    words = book.catalogue.vocabularies
    listed = read_roster(options.leerlingen, roles=words["rol"]) if options.leerlingen else None
    roster = register.roster if register else listed
    if options.toestemming and roster is None:
        raise Stop("Bij --toestemming hoort ook --leerlingen: anders is niet te zien over wie het gaat.")
    photos, films = apart(options.foto)
    medium = _code(words["medium"], options.medium, "--medium")
    return Draft(
        roles=tuple(_code(words["rol"], role, "--als") for role in options.als),
        medium=medium,
        moment=moment_of(options.moment),
        text=_text(options),
        photos=tuple(photos),
        films=tuple(films),
        for_school=options.namens_school,
        roster=roster,
        consents=register.consents if register else _consents(options.toestemming, roster, words["medium"]),
        allow=register.own_data if register else own_data(options.van_de_school),
        shown=read_shown(options.in_beeld, roster or Roster(()), roles=words["rol"]) if options.in_beeld else None,
        says=Says(options.niemand_in_beeld, options.alleen_met_toestemming, options.niet_meer_herkenbaar),
        told=_all_told(options.feit, book.catalogue),
        settled=register.settles(medium) if register else {},
        alt_texts=dict(_beside(given, options.foto) for given in options.bijschrift),
    )


def _beside(given: str, files: Sequence[Path]) -> tuple[str, str]:
    """The words that go out with one of the files."""
    name, sign, words = given.partition("=")
    if not sign or not words.strip():
        raise Stop(f"'{given}' kan niet bij --bijschrift. Schrijf het zo: --bijschrift \"reis.jpg=Wij in de sneeuw\".")
    if Path(name.strip()).name not in {path.name for path in files}:
        raise Stop(f"Bij --bijschrift staat '{name.strip()}', en dat bestand hebt u niet opgegeven.")
    return Path(name.strip()).name, words.strip()


def _consents(path: Path | None, roster: Roster | None, media: Vocabulary) -> Consents | None:
    from magdit.check.tables.consents import read_consents

    return read_consents(path, roster, media=media) if path is not None and roster is not None else None


def _code(words: Vocabulary, given: str, option: str) -> str:
    try:
        return words.code(given)
    except UnknownWord as unknown:
        meant = f" Bedoelde u {' of '.join(unknown.nearest)}?" if unknown.nearest else ""
        raise Stop(f"'{given}' kennen we niet bij {option}.{meant}") from None


def moment_of(given: str | None) -> datetime:
    """The moment that was typed, or now by the clock on the school's wall."""
    try:
        # A school's hours are those of the clock on its wall.
        now = datetime.now(ZoneInfo("Europe/Amsterdam")).replace(tzinfo=None)
        told = near_on_the_wall(datetime.fromisoformat(given)) if given else now
    except ValueError:
        raise Stop(f"'{given}' is geen moment. Schrijf het zo: 2026-09-04T14:00.") from None
    if told is None:
        raise Stop(f"Het moment '{given}' ligt te ver weg. Kies {YEARS}.")
    return told


def _text(options: argparse.Namespace) -> str:
    if options.tekst is not None:
        return no_longer(options.tekst)
    return "" if options.tekst_bestand is None else no_longer(text_in(options.tekst_bestand))


def _all_told(given: Sequence[str], catalogue: Catalogue) -> dict[str, Any]:
    """What was told with each --feit; of two answers to one question nobody knows which is meant."""
    told: dict[str, Any] = {}
    for name, value in (_told(fact, catalogue) for fact in given):
        if told.setdefault(name, value) != value:
            raise Stop(f"Bij --feit staat '{name}' twee keer, met een ander antwoord. Kies er één.")
    return told


def _told(given: str, catalogue: Catalogue) -> tuple[str, Any]:
    name, sign, value = given.partition("=")
    if not sign or not name.strip() or not value.strip():
        raise Stop(f"'{given}' kan niet bij --feit. Schrijf het zo: --feit betreft_school=ja.")
    if name.strip() in NOT_TO_TELL:
        raise Stop(f"'{name.strip()}' kan niet bij --feit. {NOT_TO_TELL[name.strip()]}")
    fact = catalogue.fact(name.strip())
    if fact is not None and fact.kind == "getal":
        return fact.name, _number(value.strip())
    words = [word.strip() for word in value.split(",")]
    return name.strip(), words if len(words) > 1 else words[0]


def _number(text: str) -> float | int | str:
    """The number that stands there; anything else stays text, and is refused where facts are read."""
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text
