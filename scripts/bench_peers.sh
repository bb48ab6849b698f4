#!/usr/bin/env bash
# Makes the tools that the benches compare us with (deduce, presidio, deface) ready in an environment of their own.
#
# They are never part of ours: only the benches call them, as other programs. What is there already is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=.local/peers/bench
wanted="deduce==3.0.6 presidio-analyzer==2.2.366 deface==1.5.0 onnx==1.23.2"

say() { printf 'magdit: %s\n' "$*" >&2; }
stop() { say "$@"; exit 3; }

python=.venv/bin/python
[ -x "$python" ] || stop "Draai eerst: make setup"
mkdir -p .local/peers # two runs at once would install twice
if command -v flock >/dev/null 2>&1; then exec 8>.local/peers/bench.lock; flock 8; fi
if [ "$(cat "$folder/.stamp" 2>/dev/null)" = "$wanted" ]; then exit 0; fi

say "De vergelijkingstools worden opgehaald (ongeveer 900 MB in $folder)."
rm -rf "$folder"
"$python" -m venv "$folder" || stop "De omgeving in $folder kon niet worden gemaakt."
# shellcheck disable=SC2086  # a list of packages
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check $wanted ||
    stop "Installeren lukte niet. Is er een netwerk? Probeer het opnieuw: scripts/bench_peers.sh"
# deduce builds its lookup lists once, and keeps them beside its code: a minute now, so that no measurement pays for it.
"$folder/bin/python" -c 'import deduce; deduce.Deduce()' >/dev/null || stop "deduce start niet."
printf '%s' "$wanted" >"$folder/.stamp"
say "Klaar: $folder"
