"""What stands around every page."""

from tests.web.row import Row

ROWS = (
    Row("set_language", opens={"own": "all"}, sends={"language": "en", "next": "/"}, answer=302, open=True),
    Row("set_language", opens={"own": "all"}, answer=302, open=True, says="looked at: back to the start"),
)
