#!/usr/bin/env bash
# Sees to it that the browser of the tests is here: Debian's Chromium. Here already: returns at once, without network.
#
# The tests of pages drive it (tests/web/browser); whoever only uses magdit never needs it. playwright's own download of
# a browser is not used: Debian's is kept safe by Debian, and comes from where this computer gets all its packages.
set -euo pipefail

say() { printf 'magdit: %s\n' "$*" >&2; }
stop() { say "$@"; exit 3; }

is_here() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

is_here && exit 0
say "Chromium ontbreekt. De pagina's van magdit worden in een echte browser getest."
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
    stop "Installeer hem en probeer opnieuw: sudo apt-get install -y chromium. Zonder kan ook: make test-fast"
say "Nu wordt Debians pakket chromium geinstalleerd (300 MB op schijf, meer als ook bibliotheken ontbreken)."
{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } \
    >/dev/null || stop "Installeren lukte niet. Probeer: apt-get update && apt-get install -y chromium"
is_here || stop "Na het installeren is er nog geen chromium. Op Ubuntu is het een snap: zet een chromium in het PATH."
