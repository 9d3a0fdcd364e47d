#!/bin/sh
# assemble.sh KEYCLOAK THEMES: puts the theme in place and lets Keycloak assemble itself, unless that is done already.
set -eu
keycloak="$1"
themes="$2"
mkdir -p "$keycloak/themes"
cp -R "$themes/." "$keycloak/themes/"
if [ ! -e "$keycloak/.assembled" ]; then
    sh "$keycloak/bin/kc.sh" build --db=dev-file --cache=local > "$keycloak/assemble.log" 2>&1 || { cat "$keycloak/assemble.log" >&2; exit 1; }
    touch "$keycloak/.assembled"
fi
