# shellcheck shell=bash
# Common part of the scripts: sourced, not run. It checks the script's arguments against the comment
# at its head (arguments.sh), reads .env (settings.sh), and offers
#   ROOT              the repository's root, also the working folder from here on
#   TA_HOME           the data folder, absolute
#   ensure_built      builds what a stack needs, if it is missing or older than its sources
#   ensure_built_with M   the same, and the module M
#   ensure_engine     installs the ClickHouse engine if it is missing
#   require_built     ends the script if nothing was built yet
#   keep_programs     gives the stack that is about to start copies of what it runs
#   from_caller F     the file or folder F as the caller's working folder knows it
#   fail SENTENCE     ends the script with exit code 2
#   stack CLASS …     replaces the script by a main class of local-stack
set -euo pipefail

fail() {
  echo "$*" >&2
  exit 2
}

LIB="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$LIB/arguments.sh"
source "$LIB/settings.sh"

# A shell that sources this file has no arguments to check.
[ -z "${BASH_SOURCE[1]:-}" ] || check_arguments "${BASH_SOURCE[1]}" "$@"

ROOT="$(dirname "$(dirname "$LIB")")"
cd "$ROOT"

from_caller() {
  [[ "$1" = /* || "$1" = file:* || "$1" = none ]] && echo "$1" || echo "$OLDPWD/$1"
}

load_env
TA_HOME="${TA_HOME:-.local}"
[[ "$TA_HOME" = /* ]] || TA_HOME="$ROOT/$TA_HOME"
export TA_HOME
JAVA="${JAVA_HOME:+$JAVA_HOME/bin/}java"

require_java() {
  local version
  version="$("$JAVA" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')" || true
  [ "${version:-0}" -ge 17 ] || fail "JDK 17 or newer is needed: install one, or set JAVA_HOME to it."
}

own_clickhouse() {
  [ -z "${CLICKHOUSE_DSN:-}" ] && [ "$(uname -sm)" = "Linux x86_64" ]
}

ensure_engine() {
  local folder=local-stack/clickhouse
  own_clickhouse || return 0
  [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ] || return 0
  command -v npm > /dev/null || fail "Node with npm is needed for the ClickHouse engine: install Node 20 or newer."
  echo "Installing the ClickHouse engine (180 MB to download) …"
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
  touch "$folder/node_modules/.package-lock.json"
}

# What the scripts build, and what of it a running stack uses.
MODULES=(event-model clickhouse-address service-kit log-import local-stack/kafka local-stack/flink local-stack
  audit flink-job ingest-edge query-service)
PROGRAMS=(local-stack/kafka local-stack/flink local-stack flink-job ingest-edge query-service)

# Whether all these modules are built, and no source is newer.
is_built() {
  local module
  [ -f "$BUILT" ] || return 1
  for module in "$@"; do
    [ -n "$(find "$module/target/" -maxdepth 1 \( -name '*.jar' -o -name lib \) -print -quit 2> /dev/null)" ] || return 1
  done
  [ -z "$(find ./*/src/main ./pom.xml ./*/pom.xml local-stack/*/pom.xml -type f -newer "$BUILT" -print -quit)" ]
}

build() {
  command -v mvn > /dev/null || fail "Maven is needed to build: install Maven 3.8 or newer."
  echo "Building (the first time takes some minutes) …"
  touch "$BUILT.started"
  mvn -B -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "$(IFS=,; echo "$*")" package 2>&1 |
    tee target/build.log |
    sed -u -n 's/^\[INFO\] Building \([^ ]*\) .*\(\[[0-9/]*\]\)$/  \2 \1/p; /^\[ERROR\]/p' ||
    fail "The build failed: see target/build.log."
  mv "$BUILT.started" "$BUILT"
}

# Two scripts at once build one after the other.
with_build_lock() {
  mkdir -p target
  if command -v flock > /dev/null; then
    (flock 9 && "$@") 9> target/.build.lock
  else
    "$@"
  fi
}

build_if_needed() {
  is_built "$@" || build "$@"
}

# TA_BUILT says that the caller builds, as ./scripts/test does.
ensure_modules() {
  BUILT="$1"
  require_java
  [ -n "${TA_BUILT:-}" ] || with_build_lock build_if_needed "${@:2}"
}

ensure_built() {
  ensure_modules target/.built "${MODULES[@]}"
}

# What was built with more is built without it too.
ensure_built_with() {
  ensure_modules "target/.built-$1" "${MODULES[@]}" "$1"
  [ target/.built -nt "$BUILT" ] || [ ! -f "$BUILT" ] || cp -p "$BUILT" target/.built
}

require_built() {
  require_java
  [ -f local-stack/target/local-stack.jar ] || fail "Nothing is built yet: ./scripts/up builds and starts it."
}

is_running() {
  local pid
  pid="$(sed -n '/"supervisor"/,/}/s/.*"pid" : \([0-9]*\).*/\1/p' "$TA_HOME/run/state" 2> /dev/null)" || return 1
  [ -n "$pid" ] && kill -0 "$pid" 2> /dev/null
}

copy_programs() {
  local module
  for module in "${PROGRAMS[@]}"; do
    mkdir -p "$1/$module/target"
    find "$module/target/" -maxdepth 1 \( -name lib -o -name "$module.jar" \) -exec cp -RL {} "$1/$module/target" \;
  done
}

# A running stack uses copies, so that a build beside it changes nothing under it. The supervisor
# deletes those of former stacks.
keep_programs() {
  is_running && return 0
  mkdir -p "$TA_HOME/run"
  TA_PROGRAMS="$(mktemp -d "$TA_HOME/run/programs.XXXXXX")"
  export TA_PROGRAMS
  with_build_lock copy_programs "$TA_PROGRAMS"
}

stack() {
  local programs="${TA_PROGRAMS:-.}/local-stack/target"
  exec "$JAVA" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$programs/local-stack.jar:$programs/lib/*" "$@"
}
