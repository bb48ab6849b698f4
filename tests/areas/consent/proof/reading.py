"""Reads a proof as another program would: as RDF, held against shapes that were written apart from ours."""

import json
from functools import cache
from pathlib import Path

import pyshacl
from rdflib import Graph

SHAPES = Path(__file__).with_name("shapes.ttl")


def graph_of(document):
    """The document as RDF; a context that had to be fetched would make this fail."""
    return Graph().parse(data=json.dumps(document, ensure_ascii=False), format="json-ld")


@cache
def shapes():
    return Graph().parse(SHAPES, format="turtle")


def complaints(document):
    """What the shapes have against a document; nothing when it is whole."""
    conforms, _, told = pyshacl.validate(graph_of(document), shacl_graph=shapes(), advanced=False)
    return "" if conforms else told
