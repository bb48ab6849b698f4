"""The officer's room: the FG and the board, for the whole board; handing over a file is for the FG alone."""

from tests.web.row import Row

OFFICERS = "fg cvb"
WIDE = {"own": OFFICERS, "class": OFFICERS, "school": OFFICERS}
SCHOOLS = {"own": OFFICERS, "school": OFFICERS}
ROWS = (
    Row("officer:desk", opens={"own": OFFICERS}),
    Row("officer:desk", opens={"own": OFFICERS}, sends={"name": "Noor"}, answer=302, says="searches"),
    Row("officer:person", "person", WIDE),
    Row("officer:history", "person", WIDE),
    Row("officer:export", "person", {"own": "fg", "class": "fg", "school": "fg"}, sends={}),
    Row("officer:figures", opens={"own": OFFICERS}),
    Row("officer:school_figures", "school", SCHOOLS),
    Row("officer:figures_file", "school", SCHOOLS, shows=False),
    Row("officer:chain", opens={"own": OFFICERS}),
    Row("officer:chain", opens={"own": OFFICERS}, sends={}, answer=302, says="looks it through"),
)
