"""`magdit hide`: faces covered for good, in a new file that holds nothing but the picture. Judges nothing."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magdit.cli.kinds_of_file import apart
from magdit.cli.outcome import Stop
from magdit.words.media import MEDIA

if TYPE_CHECKING:
    from magdit.check.images.faces import Face

STYLES = ("omgeving", "ovaal", "smiley")
UNSAFE = ("blur", "vervaag", "vervagen", "pixel", "pixels", "blokjes", "mozaiek", "mosaic")
BOX = "X,Y,BREED,HOOG"


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("hide", help="verberg gezichten voorgoed, in een nieuw bestand")
    parser.add_argument("foto", nargs="+", type=Path, metavar="FOTO", help="foto's en films")
    parser.add_argument("--alles", action="store_true", help="elk gezicht dat magdit ziet")
    parser.add_argument(
        "--gezicht", action="append", type=int, default=[], metavar="N", help="dit gezicht, zoals `magdit look` telt"
    )
    parser.add_argument(
        "--vak", action="append", default=[], metavar=BOX, help="een plek die magdit niet zag, in beeldpunten"
    )
    parser.add_argument("--uit", type=Path, required=True, metavar="MAP", help="map voor de nieuwe bestanden")
    parser.add_argument("--stijl", default=STYLES[0], metavar="STIJL", help="omgeving, ovaal of smiley")
    parser.add_argument(
        "--medium", metavar="M", help="waar het komt te staan: groter dan daar nodig is wordt een foto niet"
    )
    parser.add_argument("--zonder-geluid", action="store_true", help="van een film: ook het geluid weglaten")
    parser.add_argument("--json", action="store_true", help="een regel JSON per bestand")
    parser.set_defaults(run=hide)


def hide(options: argparse.Namespace) -> int:
    """Write the new files; 0 when all are written, 2 when one was refused."""
    _refuse_wishes(options)
    photos, films = apart(options.foto)
    codes = []
    if photos:
        from magdit.check.images.channel_sizes import long_side_for
        from magdit.check.images.chosen import Chosen
        from magdit.cli.hide_pictures import Wish, hide_in_pictures

        long_side = long_side_for(options.medium)
        chosen = Chosen(options.alles, frozenset(options.gezicht), tuple(map(_box, options.vak)))
        wish = Wish(chosen, options.stijl, long_side)
        codes.append(hide_in_pictures(photos, wish, folder=options.uit, as_json=options.json))
    if films:
        from magdit.cli.hide_films import hide_in_films

        numbers = None if options.alles else frozenset(options.gezicht)
        codes.append(
            hide_in_films(
                films,
                numbers,
                style=options.stijl,
                sound=not options.zonder_geluid,
                folder=options.uit,
                as_json=options.json,
            )
        )
    return max(codes)


def _refuse_wishes(options: argparse.Namespace) -> None:
    if not (options.alles or options.gezicht or options.vak):
        raise Stop("Zeg wat u wilt verbergen: --alles, --gezicht N of --vak. Hulp: magdit hide --hulp")
    if options.alles and options.gezicht:
        raise Stop("--alles en --gezicht gaan niet samen.")
    if (options.gezicht or options.vak) and len(options.foto) > 1:
        raise Stop("--gezicht en --vak horen bij één foto. Geef de foto's een voor een op, of kies --alles.")
    if options.medium and options.medium not in MEDIA:
        raise Stop(f"'{options.medium}' kennen we niet bij --medium. Zie docs/words.md, of laat --medium weg.")
    films = apart(options.foto)[1]
    if films and options.vak:
        raise Stop("--vak kan niet bij een film: wie beweegt, staat telkens ergens anders.")
    if films and options.stijl == "smiley":
        raise Stop("De stijl smiley kan niet bij een film. Kies omgeving of ovaal.")
    if options.stijl not in STYLES:
        unsafe = "Vervagen of blokjes maken iemand niet onherkenbaar. " if options.stijl in UNSAFE else ""
        raise Stop(f"'{options.stijl}' kan niet bij --stijl. {unsafe}Kies uit: {', '.join(STYLES)}.")
    if any(number < 1 for number in options.gezicht):
        raise Stop("Gezichten tellen vanaf 1. `magdit look FOTO --kaders MAP` maakt een plaatje met de nummers.")


def _box(given: str) -> Face:
    """A box as it was typed: where it begins, how wide and how high."""
    from magdit.check.images.faces import Face

    try:
        x, y, wide, high = (int(part) for part in given.split(","))
    except ValueError:
        raise Stop(f"'{given}' is geen vak. Schrijf vier getallen, zoals --vak 120,80,60,70.") from None
    if wide < 1 or high < 1 or x < 0 or y < 0:
        raise Stop(f"'{given}' is geen vak op de foto: het begint binnen de foto, en is minstens 1 breed en hoog.")
    return Face(x=x, y=y, w=wide, h=high, score=1.0)
