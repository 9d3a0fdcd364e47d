# Shared by the scripts in bin.

# stop CODE MESSAGE: one clear line, then the end.
stop() {
    echo "$(basename "$0"): $2" >&2
    exit "$1"
}

# value NAME [DEFAULT]: from the environment (tillit.db.url as TILLIT_DB_URL), else from the configuration.
value() {
    local name="$1" variable line
    variable="$(printf %s "$name" | tr 'a-z.-' 'A-Z__')"
    if [ -n "${!variable:-}" ]; then printf %s "${!variable}"; return; fi
    line="$(grep -E "^[[:space:]]*${name//./\\.}[[:space:]]*[=:]" "$configuration" | tail -n 1 || true)"
    line="${line#*[=:]}"
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    printf %s "${line:-${2:-}}"
}

require_java() {
    if [ -n "${JAVA_HOME:-}" ]; then JAVA="$JAVA_HOME/bin/java"; else JAVA="$(command -v java || true)"; fi
    [ -n "$JAVA" ] && [ -x "$JAVA" ] || stop 78 "Java 17 or newer is needed; set JAVA_HOME"
    local version
    version="$("$JAVA" -version 2>&1 | sed -nE '1,3s/.* version "([0-9]+).*/\1/p' | head -n 1)"
    [ "${version:-0}" -ge 17 ] || stop 78 "Java 17 or newer is needed; $JAVA is ${version:-not a Java}"
    export JAVA
}
