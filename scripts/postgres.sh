#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own, and stops that again:  scripts/postgres.sh COMMAND ...
#
# The command finds it by DATABASE_URL. The server is made anew each time in .local/postgres, listens on 127.0.0.1 at a
# free port, and is gone afterwards. A PostgreSQL that runs here already is never touched, and nothing goes to the network
# unless PostgreSQL is missing: then Debian's is installed, after saying so (root only).
set -euo pipefail
cd "$(dirname "$0")/.."

oldest=14
local_folder=$PWD/.local/postgres
python=.venv/bin/python
[ -x "$python" ] || python=python3

say() { printf 'magdit: %s\n' "$*" >&2; }
stop() { say "$@"; exit 3; }

# The newest server on this computer that is not too old: Debian keeps each version in a folder of its own.
find_server() {
    local folder version found=
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V) $(dirname "$(command -v initdb || echo /)"); do
        [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] || continue
        version=$("$folder/postgres" -V | grep -oE '[0-9]+' | head -1)
        [ "$version" -ge "$oldest" ] && found=$folder
    done
    echo "$found"
}

# Debian starts a server of its own after installing; a drop-in tells it not to, and goes again.
install_server() {
    local asked=/etc/postgresql-common/createcluster.d/magdit.conf
    say "PostgreSQL ontbreekt. Het register van magdit draait op SQLite en op PostgreSQL, en wordt op beide getest."
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
        stop "Installeer het en probeer opnieuw: sudo apt-get install -y postgresql. Zonder kan ook: make test-fast"
    say "Nu wordt Debians pakket postgresql geinstalleerd (ongeveer 60 MB op schijf, 200 MB als ook ICU en LLVM ontbreken)."
    mkdir -p "$(dirname "$asked")"
    printf 'create_main_cluster = false\n' >"$asked"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql; } \
        >/dev/null || { rm -f "$asked"; stop "Installeren lukte niet. Probeer: apt-get update && apt-get install -y postgresql"; }
    rm -f "$asked"
}

# PostgreSQL refuses to run as root, so then it is run as its own user, in a folder which that user can reach.
as_owner() { if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"); else "$@"; fi; }

make_folder() {
    mkdir -p "$local_folder"
    folder=$(mktemp -d "$local_folder/run.XXXXXX")
    [ "$(id -u)" = 0 ] || return 0
    chown postgres: "$folder"
    as_owner test -w "$folder" && return 0
    rmdir "$folder"
    folder=$(mktemp -d "${TMPDIR:-/tmp}/magdit-postgres.XXXXXX")
    chown postgres: "$folder"
    say "De gebruiker postgres kan niet bij $local_folder; de gegevens staan zolang in $folder."
}

halt() {
    [ -n "${folder:-}" ] || return 0
    as_owner "$server/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
    rmdir "$local_folder" 2>/dev/null || true
}

free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# Durability is switched off: the data live as long as the command. So is autovacuum: tests take back what they write, and
# of a table whose rows were all taken back it keeps "0 rows". Plans made on that once cost one test over ten minutes.
start() {
    local password
    password=$("$python" -c 'import secrets; print(secrets.token_hex(16))')
    (umask 077 && printf '%s' "$password" >"$folder/password")
    [ "$(id -u)" != 0 ] || chown postgres: "$folder/password"
    as_owner "$server/initdb" -D "$folder/data" -U magdit --pwfile "$folder/password" --auth scram-sha-256 \
        --encoding UTF8 --locale C.UTF-8 --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; stop "initdb lukte niet."; }
    port=$(free_port)
    as_owner "$server/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w -t 30 -o "-p $port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off \
        -c autovacuum=off" start \
        >"$folder/log" 2>&1 || { cat "$folder/log" "$folder/data/log" >&2; stop "PostgreSQL starten lukte niet."; }
    export DATABASE_URL="postgresql://magdit:$password@127.0.0.1:$port/postgres"
}

[ $# -gt 0 ] || stop "gebruik: scripts/postgres.sh OPDRACHT ..."
server=$(find_server)
[ -n "$server" ] || { install_server; server=$(find_server); }
[ -n "$server" ] || stop "PostgreSQL $oldest of nieuwer is nodig."
trap halt EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
make_folder
start
say "PostgreSQL $("$server/postgres" -V | grep -oE '[0-9.]+' | head -1) draait zolang op poort $port"
"$@"
