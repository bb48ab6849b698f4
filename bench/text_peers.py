"""Runs deduce or presidio over posts, under the Python that scripts/bench_peers.sh made. Knows nothing of ours.

    .local/peers/bench/bin/python -m bench.text_peers deduce|presidio [--names roster.csv] [--repeat N] < posts.jsonl

deduce gets its own lookup lists as delivered. presidio gets a blank Dutch spaCy model (so: no trained recogniser), its
generic pattern recognisers for Dutch with the phone regions of the Netherlands and its neighbours, and the roster as
a deny list. Both are set up as generously as their documentation allows without writing recognisers for them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import logging
import os
import sys
from typing import Any

from bench.text_loop import Find, Span, names_in, serve, words_of

REGIONS = ("NL", "BE", "DE", "GB")


def deduce() -> Find:
    """deduce as its manual uses it."""
    logging.disable(logging.CRITICAL)
    tool: Any = importlib.import_module("deduce").Deduce()

    def find(text: str) -> list[Span]:
        return [
            (int(one.start_char), int(one.end_char), str(one.tag), True) for one in tool.deidentify(text).annotations
        ]

    return find


def presidio(names: list[str]) -> Find:
    """presidio's pattern recognisers for Dutch, and a deny list of persons."""
    logging.disable(logging.CRITICAL)
    _no_network()
    engine: Any = _analyzer(names)

    def find(text: str) -> list[Span]:
        return [
            (int(one.start), int(one.end), str(one.entity_type), True)
            for one in engine.analyze(text=text, language="nl")
        ]

    return find


def _no_network() -> None:
    """The list of top-level domains as packed with tldextract; it would fetch a newer one."""
    part: Any = importlib.import_module("tldextract.tldextract")
    part.TLD_EXTRACTOR = part.TLDExtract(suffix_list_urls=(), cache_dir=None)


def _analyzer(names: list[str]) -> Any:
    kit: Any = importlib.import_module("presidio_analyzer")
    parts: Any = importlib.import_module("presidio_analyzer.predefined_recognizers")
    registry = kit.RecognizerRegistry(supported_languages=["nl"])
    for recognizer in (
        parts.EmailRecognizer(supported_language="nl"),
        parts.IbanRecognizer(supported_language="nl"),
        parts.UrlRecognizer(supported_language="nl"),
        parts.DateRecognizer(supported_language="nl"),
        parts.IpRecognizer(supported_language="nl"),
        parts.CreditCardRecognizer(supported_language="nl"),
        parts.PhoneRecognizer(supported_language="nl", supported_regions=REGIONS, context=["telefoon", "tel", "bel"]),
    ):
        registry.add_recognizer(recognizer)
    if names:
        registry.add_recognizer(
            kit.PatternRecognizer(supported_entity="PERSON", supported_language="nl", deny_list=names)
        )
    return kit.AnalyzerEngine(registry=registry, nlp_engine=_blank_dutch(), supported_languages=["nl"])


def _blank_dutch() -> Any:
    spacy: Any = importlib.import_module("spacy")
    engines: Any = importlib.import_module("presidio_analyzer.nlp_engine")

    engine = engines.SpacyNlpEngine(models=[{"lang_code": "nl", "model_name": "blank"}])
    engine.nlp = {"nl": spacy.blank("nl")}
    return engine


def main(arguments: list[str]) -> int:
    """Read the choice of tool, and serve."""
    parser = argparse.ArgumentParser()
    parser.add_argument("tool", choices=("deduce", "presidio"))
    parser.add_argument("--names")
    parser.add_argument("--repeat", type=int, default=1)
    given = parser.parse_args(arguments)
    # deduce and its parts write to the output when they load; the answers go to the real one.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    names = words_of(names_in(given.names)) if given.names else []
    make = deduce if given.tool == "deduce" else lambda: presidio(names)
    try:
        serve(make, repeat=given.repeat, sink=out)
    except ImportError as error:
        print(json.dumps({"missing": str(error)}), file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
