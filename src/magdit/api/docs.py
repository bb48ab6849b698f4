"""The page that explains the API, made of its schema and in our own look: no script, and nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from magdit.api.api import api
from magdit.areas.people.api_keys import SCOPES
from magdit.wording.refusals.api import TROUBLE

NOTHING: tuple[str, Mapping[str, Any]] = ("", {})


@dataclass(frozen=True, slots=True)
class Address:
    """One operation, laid out for a reader."""

    method: str
    path: str
    id: str
    summary: str
    about: SafeString
    scope: str
    parameters: tuple[tuple[str, SafeString, bool], ...]
    asks: str
    asks_kind: str
    example: str


def docs(request: HttpRequest) -> HttpResponse:
    """Every address with what it asks and answers; every scope; every problem."""
    schema = api.get_openapi_schema()
    troubles = [(code, one.status, one.message.replace("{scope}", "…").replace("{most}", "…"), one.do)
                for code, one in TROUBLE.items()]  # fmt: skip
    return render(
        request, "api/docs.html", {"addresses": list(_addresses(schema)), "scopes": tuple(SCOPES), "troubles": troubles}
    )


def _addresses(schema: Mapping[str, Any]) -> Iterator[Address]:
    for path, methods in schema["paths"].items():
        for method, about in methods.items():
            body = about.get("requestBody", {}).get("content", {})
            kind, content = next(iter(body.items()), NOTHING)
            yield Address(
                method=method.upper(),
                path=path,
                id=about["operationId"],
                summary=about["summary"],
                about=_with_code(about.get("description", "")),
                scope=about["x-scope"],
                parameters=tuple(
                    (one["name"], _with_code(one.get("description", "")), one["required"])
                    for one in about["parameters"]
                ),
                asks=_printed(content.get("example")),
                asks_kind=kind,
                example=_printed(about["responses"][200]["content"]["application/json"]["example"]),
            )


def _with_code(text: str) -> SafeString:
    """What stands between back ticks as code."""
    parts = ((part, "code" if at % 2 else "span") for at, part in enumerate(text.split("`")))
    return format_html_join("", "<{1}>{0}</{1}>", parts)


def _printed(example: object) -> str:
    return "" if example is None else json.dumps(example, ensure_ascii=False, indent=2)
