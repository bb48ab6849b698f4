"""The command `magdit`: reads what was asked, calls down, writes the answer. Every mistake becomes a sentence."""

from __future__ import annotations

import errno
import io
import logging
import os
import sys
from collections.abc import Sequence

from magdit.cli import check, judge, law, protocol
from magdit.cli.outcome import Exit, Stop
from magdit.cli.parser import DutchParser
from magdit.norms.broken import BrokenPack
from magdit.norms.read_value import BadAct
from magdit.protocols.library import UnknownProtocol
from magdit.wording.errors import act_sentences, pack_sentence, protocol_sentence

COMMANDS = (check, judge, protocol, law)
OUR_FAULT = (
    "Er ging bij ons iets mis. Er is niets gepubliceerd en uw bestanden zijn niet veranderd. Probeer het nog eens."
    " Blijft het misgaan? Zet dan MAGDIT_LOG=debug voor de opdracht en meld wat u ziet."
)


def main(args: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a sign is no reason to stop
    sys.exit(run(list(sys.argv[1:] if args is None else args)))


def run(args: Sequence[str]) -> int:
    """Run one command; answers the exit code and never shows a traceback unless the log is set to debug."""
    try:
        options = _parser().parse_args(list(args))
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except Stop as stop:
        return _say(stop.message, stop.code)
    except UnknownProtocol as unknown:
        return _say(protocol_sentence(unknown), Exit.BAD_INPUT)
    except BrokenPack as broken:
        return _say(pack_sentence(broken), Exit.BAD_INPUT)
    except BadAct as bad:
        return _say("\n".join(act_sentences(bad)), Exit.BAD_INPUT)
    except KeyboardInterrupt:
        return _say("Gestopt. Uw eigen bestanden zijn niet veranderd.", Exit.BAD_INPUT)
    except BrokenPipeError:
        return _nobody_reads()
    except Exception as error:
        sentence = _disk_sentence(error) or _file_sentence(error)
        if sentence is not None:
            return _say(sentence, Exit.BAD_INPUT)
        if os.environ.get("MAGDIT_LOG") == "debug":
            logging.getLogger("magdit").exception("unexpected")
        return _say(OUR_FAULT, Exit.OUR_FAULT)


def _disk_sentence(error: Exception) -> str | None:
    """A sentence for output that no longer fits where it was sent (`magdit … > bestand`)."""
    if not isinstance(error, OSError) or error.errno != errno.ENOSPC:
        return None
    _nobody_reads()
    return "De schijf is vol: het antwoord is niet te schrijven. Maak ruimte en probeer het weer."


def _file_sentence(error: Exception) -> str | None:
    """A sentence for a file that was refused; looked up late, since only `check` carries those parts."""
    if "magdit.check.images.refusal" not in sys.modules:
        return None
    from magdit.check.images.refusal import Refused
    from magdit.check.tables.unreadable import Unreadable
    from magdit.wording.file_errors import refused_sentence, table_sentence

    if isinstance(error, Refused):
        return refused_sentence(error)
    return table_sentence(error) if isinstance(error, Unreadable) else None


def _parser() -> DutchParser:
    parser = DutchParser(prog="magdit", description="Mag dit? Leg een bericht naast het protocol van de school.")
    commands = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, parser_class=DutchParser)
    for command in COMMANDS:
        command.add(commands)
    return parser


def _say(message: str, code: Exit) -> int:
    print(message, file=sys.stderr)
    return code


def _nobody_reads() -> int:
    """The reader left (`magdit … | head`): nothing to say it to. What was not told in full is no yes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.NOT_AS_IT_STANDS


if __name__ == "__main__":
    main()
