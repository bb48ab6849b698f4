"""The API as a whole: its doors, and its schema in OpenAPI 3.1 with an example and every problem at each address."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from magdit import __version__
from magdit.api import check, consents, judge, people
from magdit.api.parsing import StrictParser
from magdit.api.problems import MEDIA_TYPE, catch_all
from magdit.wording.refusals.api import TROUBLE

WORDS = {200: "Het antwoord"} | {trouble.status: trouble.message.partition(":")[0] for trouble in TROUBLE.values()}


class Api(NinjaAPI):
    """Nothing opens without a scope: an operation that came around the gate has no key, so nobody is let in."""

    def get_openapi_schema(self, **told: Any) -> OpenAPISchema:
        """The schema, with problems told as problems."""
        schema = super().get_openapi_schema(**told)
        for operation in _operations(schema):
            for status, response in operation["responses"].items():
                response["description"] = WORDS[int(status)]
                if int(status) >= 400:
                    response["content"] = {MEDIA_TYPE: response["content"].pop("application/json")}
                    response["content"][MEDIA_TYPE]["example"] = _example(int(status))
        return schema

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the view is name enough."""
        return operation.view_func.__name__


def _operations(schema: OpenAPISchema) -> Iterator[dict[str, Any]]:
    for methods in schema["paths"].values():
        yield from methods.values()


def _example(status: int) -> dict[str, Any]:
    code, trouble = next((code, trouble) for code, trouble in TROUBLE.items() if trouble.status == status)
    return {
        "type": f"/api/v1/docs#{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "message": trouble.message,
        "what_to_do": trouble.do,
        "errors": [],
    }


def nobody(request: object) -> None:
    """Lets nobody in."""


api = Api(
    title="magdit",
    version=__version__,
    description="Mag dit? Mensen, toestemmingen, oordelen en controles, voor andere programma's van een schoolbestuur.",
    urls_namespace="api-v1",
    docs_url=None,
    auth=nobody,
    parser=StrictParser(),
    servers=[{"url": "/"}],
    openapi_extra={"info": {"license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}}},
)
catch_all(api)
for door in (people.door, consents.door, judge.door, check.door):
    api.add_router("", door.router)
