"""Signing in through the school's own system: open to everyone, for nobody is signed in yet. Without such a system
(as in this world) only the page for who could not come in is there."""

from tests.web.row import Place, Row


def named(_place: Place) -> dict[str, object]:
    """A system that no school has."""
    return {"source": "entra"}


MADE = {"source": named}
ROWS = (
    # A browser's console calls 403 an error; tests/web/browser/test_sso.py looks at this page.
    Row("sso_failed", open=True, opens={"own": "all"}, answer=403, shows=False),
    Row("sso_start", about="source", open=True, answer=404, shows=False),
    Row("sso_start", about="source", open=True, answer=404, shows=False, sends={}),
    Row("sso_callback", about="source", open=True, answer=404, shows=False),
    Row("sso_acs", about="source", open=True, answer=404, shows=False, sends={}),
    Row("sso_finish", about="source", open=True, answer=404, shows=False),
    Row("sso_metadata", about="source", open=True, answer=404, shows=False),
)
