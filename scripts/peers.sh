#!/usr/bin/env bash
# Makes ready what our sign-in is tried against: an OpenID provider (npm oidc-provider) and SAML's signatures (xmlsec1).
#
# Only the tests need these. What is there already is left alone, and then nothing goes to the network. Node is put in
# by root only, from Debian; the libraries come from the lock in tests/peers/oidc and lie in .local/peers.
set -euo pipefail
cd "$(dirname "$0")/.."

oldest=18
folder=.local/peers/oidc
lock=tests/peers/oidc

say() { printf 'magdit: %s\n' "$*" >&2; }
stop() { say "$@"; exit 3; }

has() { command -v "$1" >/dev/null 2>&1; }
node_version() { node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

missing() {
    has xmlsec1 || printf ' xmlsec1'
    has node || printf ' nodejs'
    has npm || printf ' npm'
}

install() {
    say "Voor de tests van het inloggen ontbreekt:$1."
    [ "$(id -u)" = 0 ] && has apt-get || stop "Installeer het en probeer opnieuw: sudo apt-get install -y$1"
    say "Nu worden Debians pakketten geinstalleerd:$1 (Node en npm zijn samen ongeveer 200 MB op schijf)."
    # shellcheck disable=SC2086  # a list of packages
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1; } \
        >/dev/null || stop "Installeren lukte niet. Probeer: apt-get update && apt-get install -y$1"
}

fingerprint() { { cat "$lock/package.json" "$lock/package-lock.json"; node --version; } | sha256sum; }

libraries() {
    [ "$(cat "$folder/.stamp" 2>/dev/null)" != "$(fingerprint)" ] || return 0
    say "De OpenID-provider voor de tests wordt opgehaald (9 MB in $folder)."
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$lock/package.json" "$lock/package-lock.json" "$folder/"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null) ||
        stop "npm ci lukte niet. Is er een netwerk? Probeer het opnieuw: scripts/peers.sh"
    fingerprint >"$folder/.stamp"
}

mkdir -p .local/peers # two runs at once would install twice
if has flock; then exec 9>.local/peers/lock; flock 9; fi
absent=$(missing)
[ -z "$absent" ] || install "$absent"
[ "$(node_version)" -ge "$oldest" ] || stop "Node $oldest of nieuwer is nodig; hier staat $(node --version)."
libraries
