"""`python -m magdit.demo [MAP]`: one post, five schools, five answers; mended for one; and a photo nobody knows yet."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from magdit.cli.main import run
from magdit.cli.outcome import Exit
from magdit.demo.photos_made import lay_out

CLASS = Path(__file__).parent / "klas"
MOMENT = "2026-11-20T14:00"
SCHOOLS = ("osvs", "ozhw", "verkruisen", "vsnon", "ouderportaalschool")
INTRODUCTION = """\
Eén bericht van een verzonnen klas, met echte voorbeeldfoto's (bronnen: src/magdit/demo/photos/SOURCES.md).
Sem (16) zei zelf ja. De ouders van Noor (9) zeiden nee. Meester Bram wil het bericht op Instagram plaatsen."""
LINE = f"\n{'─' * 78}\n"


@dataclass(frozen=True, slots=True)
class Scene:
    """A part of the demo: what it shows, the commands, and what each must come to; otherwise the demo is broken."""

    title: str
    commands: tuple[list[str], ...]
    comes_to: Exit


def main(args: Sequence[str]) -> int:
    """Play the demo into a folder; 0 when every check came to what the demo says of it."""
    folder = Path(args[0] if args else "demo-uit")
    photos = lay_out(folder / "fotos")
    print(INTRODUCTION)
    for scene in scenes(photos, folder):
        print(f"{LINE}{scene.title}\n\n$ magdit {_short(scene.commands[0])}\n", flush=True)
        for command in scene.commands:
            code = run(command)
            if code != scene.comes_to:
                wrong = f"Dit had {scene.comes_to.value} moeten zijn en is {code}: de demo klopt niet."
                print(f"{wrong}\nmagdit {_short(command)}", file=sys.stderr)
                return Exit.OUR_FAULT
            print(flush=True)
    print(f"{LINE}De schone kopieën en de kwitantie liggen in: {folder / 'schoon'}")
    return Exit.AS_ASKED


def scenes(photos: dict[str, Path], folder: Path) -> Iterator[Scene]:
    """The three parts of the demo."""
    post = [str(photos["sterrenwacht"]), str(photos["sneeuwdag"])]
    yield Scene(
        "1. Hetzelfde bericht onder vijf protocollen: vijf antwoorden, elk met zijn artikelen.",
        tuple(["check", *post, *_common(school), "--kort"] for school in SCHOOLS),
        Exit.NOT_AS_IT_STANDS,
    )
    mending = ["--herstel", "alles", "--niet-meer-herkenbaar", "--uit", str(folder / "schoon")]
    yield Scene(
        "2. Onder de code van OSVS: wie nee zei gaat eraf, de rest mag. magdit doet dat meteen.",
        (["check", *post, *_common("osvs"), *mending],),
        Exit.AS_ASKED,
    )
    unknown = ["--tekst", "Oversteken met groep 5 (voorbeeldfoto)."]
    yield Scene(
        "3. Een foto waarvan niemand nog zei wie erop staan: eerst weten.",
        (["check", str(photos["oversteken"]), *_lists("osvs"), *unknown],),
        Exit.NOT_AS_IT_STANDS,
    )


def _common(protocol: str) -> list[str]:
    return [*_lists(protocol), "--tekst-bestand", str(CLASS / "bericht.txt"), "--in-beeld", str(CLASS / "in-beeld.csv")]


def _lists(protocol: str) -> list[str]:
    lists = ["--leerlingen", str(CLASS / "leerlingen.csv"), "--toestemming", str(CLASS / "toestemming.csv")]
    who = ["--protocol", protocol, "--als", "leerkracht", "--medium", "instagram", "--namens-school"]
    return [*who, *lists, "--moment", MOMENT, "--feit", "platformafspraken=gemaakt"]


def _short(command: list[str]) -> str:
    return shlex.join(Path(word).name if "/" in word else word for word in command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
