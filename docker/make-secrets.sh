#!/bin/sh
# Makes once what the containers share in secret, each file for the one user who needs it. Doing it again changes nothing.
set -eu
folder=$1
umask 077
random() { head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }

[ ! -e "$folder/made" ] || exit 0
rm -rf "$folder/snug" "$folder/postgres"
mkdir "$folder/snug" "$folder/postgres"
password=$(random)
printf '%s' "$password" > "$folder/postgres/password"
printf 'postgres://snug:%s@postgres:5432/snug' "$password" > "$folder/snug/database-url"
random > "$folder/snug/secret-key"
chown -R "${POSTGRES_OWNER:-postgres}" "$folder/postgres"
chown -R "${SNUG_OWNER:-1000}" "$folder/snug"
sync
touch "$folder/made"
