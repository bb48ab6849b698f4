"""`python -m magdit.demo [MAP]`: one post under two protocols, mended for the first, and a photo nobody knows yet."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from magdit.cli.main import run
from magdit.cli.outcome import Exit
from magdit.demo.photos_made import lay_out

CLASS = Path(__file__).parent / "klas"
MOMENT = "2026-11-20T14:00"
# What each check must come to: a demo that shows something else than it says is broken.
EXPECTED = (Exit.AS_ASKED, Exit.NOT_AS_IT_STANDS, Exit.NOT_AS_IT_STANDS)


def main(args: Sequence[str]) -> int:
    """Run the demo into a folder; 0 when every check came to what the demo says of it."""
    folder = Path(args[0] if args else "demo-uit")
    photos = lay_out(folder / "fotos")
    print(INTRODUCTION)
    for (title, command), expected in zip(checks(photos, folder), EXPECTED, strict=True):
        print(f"\n{'─' * 78}\n{title}\n\n$ magdit {_short(command)}\n", flush=True)
        code = run(command)
        if code != expected:
            print(f"Dit had {expected.value} moeten zijn en is {code}: de demo klopt niet.", file=sys.stderr)
            return Exit.OUR_FAULT
    print(f"\n{'─' * 78}\nDe schone kopieën en de kwitantie liggen in: {folder / 'schoon'}")
    return Exit.AS_ASKED


INTRODUCTION = """\
Eén bericht van een verzonnen klas, met echte voorbeeldfoto's (bronnen: src/magdit/demo/photos/SOURCES.md).
Sem (16) zei zelf ja. De ouders van Noor (9) zeiden nee. Meester Bram wil het bericht plaatsen."""


def checks(photos: dict[str, Path], folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Each check of the demo: what it shows, and the command."""
    post = [str(photos["sterrenwacht"]), str(photos["sneeuwdag"])]
    yield (
        "1. Onder de code van OSVS: wie nee zei gaat eraf, de rest mag. magdit doet dat meteen.",
        [
            "check",
            *post,
            *_common("osvs"),
            "--herstel",
            "alles",
            "--niet-meer-herkenbaar",
            "--uit",
            str(folder / "schoon"),
        ],
    )
    yield (
        "2. Hetzelfde bericht onder het protocol van VSNON: daar mag niemand herkenbaar op.",
        ["check", *post, *_common("vsnon")],
    )
    yield (
        "3. Een foto waarvan niemand nog zei wie erop staan: eerst weten.",
        ["check", str(photos["oversteken"]), *_lists("osvs"), "--tekst", "Oversteken met groep 5 (voorbeeldfoto)."],
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
