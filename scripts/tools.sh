# Sourced by run and verify: finds what is needed, installs it through apt where it may, else says exactly what to install.

say() { echo "$name: $*" >&2; }
give_up() { say "$*"; exit 1; }

# need COMMAND PACKAGE…: remembers the packages when the command is missing.
missing=()
need() {
    local command="$1"
    shift
    command -v "$command" >/dev/null 2>&1 || missing+=("$@")
}

# need_file PATTERN PACKAGE…: the same for a file that must be there.
need_file() {
    local pattern="$1"
    shift
    compgen -G "$pattern" >/dev/null || missing+=("$@")
}

install_missing() {
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    if ! command -v apt-get >/dev/null 2>&1; then
        give_up "please install: ${missing[*]} (these are the names of Debian's packages)"
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=(sudo)
        else
            give_up "please install, as root: apt-get install ${missing[*]}"
        fi
    fi
    say "installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null 2>&1 ||
        { "${as_root[@]}" apt-get update -q >/dev/null && "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null; } ||
        give_up "could not install ${missing[*]}; please install them and try again"
    hash -r
}

java_version() { "$1" -version 2>&1 | sed -nE '1,3s/.* version "([0-9]+).*/\1/p' | head -n 1; }

# Chooses a JDK of 17 or newer: JAVA_HOME, the one on the PATH, or another on this machine.
choose_java() {
    local home version
    for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null || echo /nowhere/bin/javac)")")")" /usr/lib/jvm/*; do
        if [ -n "$home" ] && [ -x "$home/bin/javac" ]; then
            version="$(java_version "$home/bin/java")"
            if [ "${version:-0}" -ge 17 ]; then
                export JAVA_HOME="$home"
                return 0
            fi
            [ "$home" = "${JAVA_HOME:-}" ] && give_up "JAVA_HOME is a Java ${version:-of unknown version}; Tillit needs a JDK 17 or newer"
        elif [ -n "${JAVA_HOME:-}" ] && [ "$home" = "$JAVA_HOME" ]; then
            give_up "JAVA_HOME ($JAVA_HOME) is not a JDK; set it to a JDK 17 or newer, or unset it"
        fi
    done
    return 1
}

need_build_tools() {
    choose_java || missing+=(openjdk-17-jdk-headless)
    need mvn maven
    need node nodejs
    need npm npm
}

# installed_jdk: after installation a JDK must be there.
require_java() {
    choose_java || give_up "no JDK 17 or newer found; please install openjdk-17-jdk-headless"
}
