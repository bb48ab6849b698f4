#!/usr/bin/env bash
# Makes .venv ready for work: the locked tools and libraries, magdit itself, and the face model.
# Done before and nothing changed: returns at once, without network. Never touches the system's Python.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.venv
python=$venv/bin/python
stamp=$venv/.stamp
state=.local/setup
model=src/magdit/check/images/model

say() { printf 'magdit: %s\n' "$*" >&2; }
stop() { say "$@"; exit 3; }

# What the environment rests on. A moved folder counts as well: an editable install holds its path.
fingerprint() {
    [ -x "$python" ] || return 1
    { pwd; cat requirements.lock pyproject.toml scripts/setup.sh scripts/face_model.py; "$python" -VV; } | sha256sum
}

is_ready() {
    local now
    [ -s "$model/centerface.onnx" ] && [ -s "$model/LICENSE" ] && [ -s "$stamp" ] || return 1
    now=$(fingerprint 2>/dev/null) && [ "$now" = "$(cat "$stamp")" ]
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python; do
        if is_new_enough "$name"; then echo "$name"; return; fi
    done
    stop "Python 3.11 of nieuwer is nodig. Op Debian of Ubuntu: apt-get install python3 python3-venv"
}

has_pip() { "$1" -m pip --version >/dev/null 2>&1; }
has_ensurepip() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# Debian splits ensurepip off. Root may fetch it; others still get by when the system has a pip that can work at a distance.
make_venv() {
    local base=$1
    say "omgeving maken in $venv ($("$base" -V))"
    if ! has_ensurepip "$base" && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "python3-venv ontbreekt; installatie proberen met apt-get"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; } >/dev/null 2>&1 || true
    fi
    if has_ensurepip "$base"; then
        "$base" -m venv --clear "$venv"
    elif has_pip "$base" && "$base" -m venv --clear --without-pip "$venv"; then
        locked pip >"$state/pip.txt"
        "$base" -m pip --quiet --python "$python" install --require-hashes --no-deps -r "$state/pip.txt"
    else
        stop "python3-venv ontbreekt. Installeer het en probeer opnieuw: sudo apt-get install -y python3-venv"
    fi
}

# One package's own lines of the lock, hashes included.
locked() { sed -n "/^$1==/,/[^\\\\]\$/p" requirements.lock; }

# uv takes a third of the time (7 s against 24 s) and is itself in the lock. Without it, or when it fails behind a proxy
# that only pip knows, pip does the work.
install_locked() {
    local index
    index=${PIP_INDEX_URL:-$("$python" -m pip config get global.index-url 2>/dev/null || true)}
    if [ "${MAGDIT_SETUP:-uv}" = uv ] && locked uv >"$state/uv.txt" \
        && pip_install --require-hashes --no-deps -r "$state/uv.txt" 2>/dev/null; then
        UV_DEFAULT_INDEX=${UV_DEFAULT_INDEX:-$index} uv_install --require-hashes -r requirements.lock && return
        say "uv lukte niet; nu met pip"
    fi
    pip_install --require-hashes -r requirements.lock
}

pip_install() { "$python" -m pip --quiet --disable-pip-version-check install "$@"; }

uv_install() {
    [ -n "$UV_DEFAULT_INDEX" ] || unset UV_DEFAULT_INDEX
    export UV_SYSTEM_CERTS=1 # a school's own proxy may sign with a certificate that only the system knows
    "$venv/bin/uv" --quiet --no-config pip install --python "$python" "$@"
}

# A computer may have no home to write in: then nothing is kept, and nothing complains.
mind_the_home() {
    local cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}
    { mkdir -p "$cache" && [ -w "$cache" ]; } 2>/dev/null || export UV_NO_CACHE=1 PIP_NO_CACHE_DIR=1
}

set_up() {
    local base
    mind_the_home
    is_new_enough "$python" || { base=$(find_python); make_venv "$base"; }
    has_pip "$python" || "$python" -m ensurepip >/dev/null 2>&1 || stop "in $venv ontbreekt pip; draai: make clean setup"
    say "bibliotheken installeren (dit duurt een minuut)"
    install_locked || stop "installeren lukte niet. Is er internet? Probeer het opnieuw: make setup"
    pip_install --no-deps --no-index --no-build-isolation -e .
    say "gezichtsmodel controleren"
    "$python" scripts/face_model.py
    fingerprint >"$stamp.new"
    mv "$stamp.new" "$stamp"
    say "klaar"
}

is_ready && exit 0
mkdir -p "$state"
if command -v flock >/dev/null; then exec 9>"$state/lock"; flock 9; fi
is_ready || set_up
