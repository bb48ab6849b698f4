"""`magdit look`: what words or photos give away, and nothing else. It judges nothing; `magdit check` does."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magdit.cli.kinds_of_file import apart
from magdit.cli.look_posts import BadLine, Post, posts_of
from magdit.cli.outcome import Exit, Stop
from magdit.cli.saying import say, say_wrong
from magdit.cli.show import show

if TYPE_CHECKING:
    from magdit.check.tables.roster import Roster
    from magdit.check.text.allow import AllowList


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("look", help="laat zien wat een tekst, foto of film prijsgeeft")
    parser.add_argument("foto", nargs="*", type=Path, metavar="FOTO", help="foto's en films")
    words = parser.add_mutually_exclusive_group()
    words.add_argument("--tekst", default=None, help="een tekst")
    words.add_argument("--jsonl", type=Path, metavar="F", help='berichten, een per regel: {"id": "1", "text": "..."}')
    parser.add_argument("--leerlingen", type=Path, metavar="FILE", help="CSV: de leerlingenlijst")
    parser.add_argument(
        "--van-de-school", type=Path, metavar="F", help="bestand met openbare gegevens van de school, op elke regel één"
    )
    parser.add_argument("--kaders", type=Path, metavar="MAP", help="map voor plaatjes met een kader om elk gezicht")
    parser.add_argument("--json", action="store_true", help="alles als JSON, een regel per bericht of foto")
    parser.set_defaults(run=look)


def look(options: argparse.Namespace) -> int:
    """Look; 0 when nothing was found, 1 when something was or a language is unknown, 2 for what cannot be opened."""
    asked = (bool(options.foto), options.tekst is not None, options.jsonl is not None)
    if not any(asked):
        raise Stop("Er is niets om naar te kijken. Geef een foto op, of een tekst met --tekst of --jsonl.")
    if options.kaders is not None and not options.foto:
        raise Stop("Bij --kaders hoort een foto of film.")
    codes = []
    if options.tekst is not None or options.jsonl is not None:
        codes.append(_words(options))
    codes += [look_at(paths, frames=options.kaders, as_json=options.json) for look_at, paths in _files(options.foto)]
    return max(codes)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Callable[..., Exit], list[Path]]]:
    """The photos and the films, each with what looks at them; what is not asked for is not loaded."""
    photos, films = apart(paths)
    if photos:
        from magdit.cli.look_pictures import look_at_pictures

        yield look_at_pictures, photos
    if films:
        from magdit.cli.look_films import look_at_films

        yield look_at_films, films


def _words(options: argparse.Namespace) -> Exit:
    """Look at one text, or at every line of a file; a bad line is named and the others are still looked at."""
    from magdit.check.tables.roster import read_roster
    from magdit.cli.own_data import no_longer, own_data

    roster = read_roster(options.leerlingen, roles=None) if options.leerlingen else None
    posts = posts_of(options.jsonl) if options.jsonl else (Post("tekst", no_longer(options.tekst)),)
    allow = own_data(options.van_de_school)
    return max(_post(post, roster, allow, as_json=options.json) for post in posts)


def _post(post: Post | BadLine, roster: Roster | None, allow: AllowList, *, as_json: bool) -> Exit:
    from magdit.check.text.language import language_of
    from magdit.check.text.look import look_at
    from magdit.wording.looked import post_as_json, post_lines

    if isinstance(post, BadLine):
        where = {"line": post.number} if as_json else {}
        say_wrong(where, post.message if as_json else f"regel {post.number}: {post.message}", as_json=as_json)
        return Exit.BAD_INPUT
    found = look_at(post.text, roster, allow)
    is_read = language_of(post.text).is_read
    if as_json:
        say(post_as_json(post.id, found, roster, is_read=is_read))
    else:
        show(post_lines(post.id, post.text, found, is_read=is_read))
    return Exit.AS_ASKED if is_read and not found else Exit.NOT_AS_IT_STANDS
