"""An identity provider of SAML for the tests, on 127.0.0.1: pysaml2 with xmlsec1, signing in whoever it was told to.

`PUT /sp` gives it the metadata of magdit. `PUT /control` says who comes and how the answer lies:
`{"name_id": …, "format": …, "attributes": {…}, "lie": "audience"}`; what it understands stands in lies.py.

    python idp.py PORT FOLDER      (FOLDER holds key.pem, cert.pem, other-key.pem and other-cert.pem)
"""

from __future__ import annotations

import html
import json
import shutil
import sys
from base64 import b64encode
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import lies
from saml2 import BINDING_HTTP_REDIRECT, class_name
from saml2.authn_context import PASSWORDPROTECTEDTRANSPORT
from saml2.config import IdPConfig
from saml2.saml import NameID
from saml2.samlp import Response
from saml2.server import Server
from saml2.sigver import pre_signature_part, signed_instance_factory
from saml2.xmldsig import DIGEST_SHA1, DIGEST_SHA256, SIG_RSA_SHA1, SIG_RSA_SHA256

PORT, FOLDER = int(sys.argv[1]), Path(sys.argv[2])
BASE = f"http://127.0.0.1:{PORT}"
URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic"
PAGE = (
    '<!doctype html><html lang="nl"><title>idp</title><body><form method="post" action="{acs}">'
    '<input type="hidden" name="SAMLResponse" value="{answer}"><button>verder</button></form>'
    '<script>if (location.hash !== "#wait") document.forms[0].submit()</script>'
)
state: dict = {"metadata": "", "told": {"name_id": "nobody", "lie": ""}}


@cache
def server(key: str = "") -> Server:
    """The provider, with its own key or with the other one."""
    config = {
        "entityid": f"{BASE}/metadata",
        "xmlsec_binary": shutil.which("xmlsec1"),
        "key_file": str(FOLDER / f"{key}key.pem"),
        "cert_file": str(FOLDER / f"{key}cert.pem"),
        "metadata": {"inline": [state["metadata"]]},
        "service": {
            "idp": {
                "endpoints": {"single_sign_on_service": [(f"{BASE}/sso", BINDING_HTTP_REDIRECT)]},
                "policy": {"default": {"lifetime": {"minutes": 10}, "name_form": URI}},
            }
        },
    }
    return Server(config=IdPConfig().load(config))


def answer(question: str) -> tuple[str, str]:
    """Where the answer goes, and the answer."""
    told = state["told"]
    idp = server("other-" if told["lie"] == "other key" else "")
    asked = idp.parse_authn_request(question, BINDING_HTTP_REDIRECT).message
    acs, us = asked.assertion_consumer_service_url, asked.issuer.text
    name_id = NameID(format=told.get("format", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"))
    name_id.text = told["name_id"]
    made = idp.create_authn_response(
        told.get("attributes", {}), asked.id, acs, us, name_id=name_id, sign_assertion=False, sign_response=False,
        authn={"class_ref": PASSWORDPROTECTEDTRANSPORT, "authn_auth": BASE},
    )  # fmt: skip
    lies.before_signing(made, told["lie"])
    return acs, lies.after_signing(signed(idp, made, told["lie"]), told["lie"])


def signed(idp: Server, made: Response, lie: str) -> str:
    """The answer with the signatures that it should have, or as far as the lie leaves them."""
    algorithm, digest = (SIG_RSA_SHA1, DIGEST_SHA1) if lie == "old algorithm" else (SIG_RSA_SHA256, DIGEST_SHA256)
    parts = {"unsigned": [], "only the message": [made], "only the assertion": [made.assertion]}
    chosen = parts.get(lie, [made.assertion, made])
    for number, part in enumerate(chosen, 1):
        part.signature = pre_signature_part(part.id, idp.sec.my_cert, number, sign_alg=algorithm, digest_alg=digest)
    return str(signed_instance_factory(made, idp.sec, [(class_name(part), part.id) for part in chosen]))


class Door(BaseHTTPRequestHandler):
    """What is asked over HTTP."""

    def do_GET(self) -> None:
        """Somebody comes to sign in."""
        parts = urlsplit(self.path)
        if parts.path != "/sso":
            return self._say(404, "")
        acs, made = answer(parse_qs(parts.query)["SAMLRequest"][0])
        page = PAGE.format(acs=html.escape(acs), answer=b64encode(made.encode()).decode())
        return self._say(200, page)

    def do_PUT(self) -> None:
        """A test says what happens next."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/sp":
            state["metadata"] = body
            server.cache_clear()
            server()  # reads it, or fails loudly
        else:
            state["told"] = {"lie": "", **json.loads(body)}
            lies.check(state["told"]["lie"])
        self._say(200, "")

    def _say(self, status: int, page: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_parts: object) -> None:
        """Silent."""


if __name__ == "__main__":
    listening = ThreadingHTTPServer(("127.0.0.1", PORT), Door)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    listening.serve_forever()
