#!/usr/bin/env bash
# Runs a command with a WordPress of its own, and stops that again:  scripts/wordpress.sh COMMAND ...
#
# Debian's WordPress on PHP's own server, with a MariaDB of its own; both on 127.0.0.1 at free ports, made anew each time
# in .local/wordpress, and gone afterwards. No service is installed or started: PHP and MariaDB come without theirs, and
# WordPress is unpacked here, not installed. The command finds the site by WORDPRESS_ADDRESS, WORDPRESS_USER and
# WORDPRESS_PASSWORD (an application password). WordPress itself may call nobody.
set -euo pipefail
cd "$(dirname "$0")/.."

home=$PWD/.local/wordpress
python=.venv/bin/python
[ -x "$python" ] || python=python3
programs="mariadb-server-core mariadb-client-core php-cli php-mysql php-gd php-curl php-xml php-mbstring"
unpacked="wordpress php-getid3 wordpress-theme-twentytwentythree"
site=$home/debian/usr/share/wordpress

say() { printf 'magdit: %s\n' "$*" >&2; }
stop() { say "$@"; exit 3; }

has_programs() {
    command -v php >/dev/null && [ -x /usr/sbin/mariadbd ] && command -v mariadb-install-db >/dev/null &&
        php -r 'exit(extension_loaded("mysqli") && extension_loaded("gd") ? 0 : 1);'
}

install_programs() {
    say "PHP en MariaDB ontbreken. Met een echte WordPress wordt de koppeling getest."
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
        stop "Installeer ze en probeer opnieuw: sudo apt-get install -y --no-install-recommends $programs"
    say "Nu worden Debians pakketten geinstalleerd (ongeveer 300 MB op schijf, zonder diensten)."
    # shellcheck disable=SC2086  # a list of names
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $programs; } \
        >/dev/null || stop "Installeren lukte niet. Probeer: apt-get update && apt-get install -y $programs"
}

unpack() {
    local fetched=$home/fetched package
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || stop "Dit vraagt Debian of Ubuntu (apt-get en dpkg-deb)."
    rm -rf "$fetched" "$home/debian"
    mkdir -p "$fetched" "$home/debian.nieuw"
    say "Debians WordPress wordt opgehaald en uitgepakt in .local/wordpress (70 MB)."
    # shellcheck disable=SC2086
    (cd "$fetched" && { apt-get download -qq $unpacked || { apt-get update -qq && apt-get download -qq $unpacked; }; }) \
        >/dev/null 2>&1 || stop "Ophalen lukte niet. Probeer: apt-get update && apt-get download $unpacked"
    for package in "$fetched"/*.deb; do dpkg-deb -x "$package" "$home/debian.nieuw"; done
    rm -rf "$fetched"
    mv "$home/debian.nieuw" "$home/debian"
}

halt() {
    # PHP's server has workers, which do not go with it: the group goes.
    [ -z "${web:-}" ] || { kill -- "-$web" 2>/dev/null && wait "$web" 2>/dev/null; } || true
    [ -z "${database:-}" ] || { kill "$database" 2>/dev/null && wait "$database" 2>/dev/null; } || true
    [ -z "${folder:-}" ] || rm -rf "$folder"
}

free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
secret() { "$python" -c 'import secrets; print(secrets.token_hex(16))'; }

# Try something for half a minute, until it works or what it waits for is no more.
wait_for() {
    local process=$1
    shift
    for _ in $(seq 150); do
        "$@" >/dev/null 2>&1 && return 0
        kill -0 "$process" 2>/dev/null || return 1
        sleep 0.2
    done
    return 1
}

start_database() {
    local as=()
    [ "$(id -u)" != 0 ] || as=(--user=root) # throw-away data, on loopback alone
    database_port=$(free_port)
    database_password=$(secret)
    mariadb-install-db --no-defaults --datadir="$folder/data" --auth-root-authentication-method=normal --skip-test-db \
        "${as[@]}" >"$folder/database.log" 2>&1 || { cat "$folder/database.log" >&2; stop "MariaDB klaarzetten lukte niet."; }
    cat >"$folder/begin.sql" <<SQL
CREATE DATABASE wordpress CHARACTER SET utf8mb4;
CREATE USER 'wordpress'@'127.0.0.1' IDENTIFIED BY '$database_password';
GRANT ALL ON wordpress.* TO 'wordpress'@'127.0.0.1';
DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';
SQL
    # Durability is switched off: the data live as long as the command.
    /usr/sbin/mariadbd --no-defaults --datadir="$folder/data" --socket=s --pid-file="$folder/pid" "${as[@]}" \
        --bind-address=127.0.0.1 --port="$database_port" --skip-name-resolve --skip-log-bin --init-file="$folder/begin.sql" \
        --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=64M >>"$folder/database.log" 2>&1 &
    database=$!
    wait_for "$database" php -r 'mysqli_connect("127.0.0.1", "wordpress", $argv[1], "wordpress", (int) $argv[2]);' \
        "$database_password" "$database_port" || { cat "$folder/database.log" >&2; stop "MariaDB starten lukte niet."; }
}

# WordPress's own settings: only this computer, no mail, no calls outside, nothing by itself.
write_settings() {
    mkdir -p "$folder/content/themes" "$folder/content/uploads" "$folder/content/mu-plugins"
    cp -r "$site/wp-content/themes/." "$folder/content/themes/"
    printf '<?php\nadd_filter("pre_wp_mail", "__return_true"); // nobody gets mail\n' >"$folder/content/mu-plugins/no-mail.php"
    cat >"$site/wp-config.php" <<PHP
<?php
\$_own = getenv('WORDPRESS_OWN');
define('DB_NAME', 'wordpress'); define('DB_USER', 'wordpress'); define('DB_CHARSET', 'utf8mb4');
define('DB_PASSWORD', getenv('WORDPRESS_DATABASE_PASSWORD'));
define('DB_HOST', '127.0.0.1:' . getenv('WORDPRESS_DATABASE_PORT'));
define('WP_HOME', getenv('WORDPRESS_ADDRESS')); define('WP_SITEURL', getenv('WORDPRESS_ADDRESS'));
define('WP_CONTENT_DIR', \$_own . '/content'); define('WP_CONTENT_URL', WP_HOME . '/wp-content');
define('WP_ENVIRONMENT_TYPE', 'local'); // application passwords without https, on this computer alone
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as \$_name) {
    define(\$_name . '_KEY', getenv('WORDPRESS_DATABASE_PASSWORD')); define(\$_name . '_SALT', \$_name);
}
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
PHP
    cat >"$folder/router.php" <<'PHP'
<?php
// As a web server does it: a file that is there is given, all else is for WordPress.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if (str_starts_with($path, '/wp-content/') && !str_contains($path, '..')) {
    $file = getenv('WORDPRESS_OWN') . '/content/' . substr($path, strlen('/wp-content/'));
    if (is_file($file) && !str_ends_with($file, '.php')) {
        header('Content-Type: ' . mime_content_type($file));
        readfile($file);
        return true;
    }
} elseif ($path !== '/' && is_file($root . $path)) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
chdir($root);
require $root . '/index.php';
PHP
    cat >"$folder/install.php" <<'PHP'
<?php
// Makes the site, a user for magdit with the role of editor, and prints the application password of that user.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_ADDRESS'), PHP_URL_HOST);
$_SERVER['REQUEST_URI'] = '/';
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
ob_start();
wp_install('De Linde', 'beheer', 'beheer@school.example', true, '', wp_generate_password(24));
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
$user = wp_insert_user(['user_login' => getenv('WORDPRESS_USER'), 'user_pass' => wp_generate_password(24), 'role' => 'editor']);
flush_rewrite_rules();
ob_end_clean();
echo WP_Application_Passwords::create_new_application_password($user, ['name' => 'magdit'])[0];
PHP
}

start_site() {
    export WORDPRESS_OWN=$folder WORDPRESS_DATABASE_PASSWORD=$database_password WORDPRESS_DATABASE_PORT=$database_port
    export WORDPRESS_USER=magdit
    WORDPRESS_ADDRESS=http://127.0.0.1:$(free_port)
    export WORDPRESS_ADDRESS
    write_settings
    WORDPRESS_PASSWORD=$(php "$folder/install.php" "$site" 2>"$folder/install.log") ||
        { cat "$folder/install.log" >&2; stop "WordPress klaarzetten lukte niet."; }
    export WORDPRESS_PASSWORD
    PHP_CLI_SERVER_WORKERS=4 setsid php -d memory_limit=256M -d upload_max_filesize=64M -d post_max_size=64M \
        -S "${WORDPRESS_ADDRESS#http://}" -t "$site" "$folder/router.php" >"$folder/web.log" 2>&1 &
    web=$!
    wait_for "$web" php -r 'exit(@file_get_contents($argv[1] . "/?rest_route=/") ? 0 : 1);' "$WORDPRESS_ADDRESS" ||
        { tail -50 "$folder/web.log" >&2; stop "WordPress starten lukte niet."; }
}

[ $# -gt 0 ] || stop "gebruik: scripts/wordpress.sh OPDRACHT ..."
mkdir -p "$home"
has_programs || install_programs
has_programs || stop "PHP (met mysqli en gd) en MariaDB zijn nodig."
[ -f "$site/wp-load.php" ] && [ -d "$site/wp-content/themes/twentytwentythree" ] || unpack
folder=$(mktemp -d "$home/run.XXXXXX")
trap halt EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
start_database
start_site
say "WordPress $(php -r 'require $argv[1]; echo $wp_version;' "$site/wp-includes/version.php") draait zolang op $WORDPRESS_ADDRESS"
"$@"
