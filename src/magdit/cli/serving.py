"""How gunicorn serves magdit; `magdit serve` adds the address and the number of workers. Read by gunicorn itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

wsgi_app = "magdit.server.wsgi:application"
worker_class = "gthread"  # a phone on a slow network holds a thread, not a whole worker
threads = 8  # who waits for the pen holds one as well, and pages must go on; less than the pool of PostgreSQL
timeout = 120
graceful_timeout = 30
umask = 0o077
keepalive = 5
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True
forwarded_allow_ips = os.environ.get("MAGDIT_PROXY", "127.0.0.1,::1")  # who may say that the visitor came over https
loglevel = "warning"
accesslog = None  # addresses hold what people search for
logger_class = "gunicorn.glogging.Logger"
proc_name = "magdit"
if Path("/dev/shm").is_dir():  # noqa: S108  (gunicorn's heartbeat; a file that is unlinked at once)
    worker_tmp_dir = "/dev/shm"  # noqa: S108
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "magdit.server.logs.DiscreetFormatter"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["out"], "level": "WARNING"},
    "loggers": {
        "gunicorn.error": {"handlers": ["out"], "level": "WARNING", "propagate": False},
        "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}


_beside: list[subprocess.Popen[bytes]] = []  # what works beside the pages; held by gunicorn's first process


def when_ready(server: Any) -> None:
    """Say where, once it is true; and start who places and takes down, unless that runs elsewhere."""
    if os.environ.get("MAGDIT_WORK", "ja") != "nee":
        words = [sys.executable, "-m", "magdit.cli.keep_working", str(os.getpid())]
        _beside.append(subprocess.Popen(words, stdin=subprocess.DEVNULL))  # noqa: S603  (our own Python)
    where = ", ".join(str(listener) for listener in server.LISTENERS)
    sys.stdout.write(f"magdit luistert op {where} (stoppen: Ctrl-C of SIGTERM)\n")
    sys.stdout.flush()


def on_exit(server: Any) -> None:
    """Stop what works beside the pages, and say that it is over."""
    for one in _beside:
        one.terminate()
        one.wait()
    sys.stdout.write("magdit is gestopt.\n")
    sys.stdout.flush()
