# Common part of the scripts: sourced, not run. Offers
#   ROOT            the repository's root, also the working folder from here on
#   TA_HOME         the data folder, absolute
#   stack_port N D  the port whose variable is N_PORT and whose usual number is D
#   ensure_built    builds what is missing or older than its sources
#   ensure_job_built  builds the job's jar alone, also beside a running stack
#   require_built [M]  ends the script if the module M (local-stack) was not built yet
#   from_caller F   the file or folder F as the caller's working folder knows it
#   stack CLASS …   replaces the script by a main class of local-stack
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$ROOT"

from_caller() {
  [[ "$1" = /* || "$1" = file:* || "$1" = none ]] && echo "$1" || echo "$OLDPWD/$1"
}

fail() {
  echo "$*" >&2
  exit 2
}

# Settings of the file .env, except those that the environment has already.
load_env() {
  local line name
  [ -f .env ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    [[ "$line" =~ ^[[:space:]]*([A-Z_][A-Z0-9_]*)=(.*)$ ]] || continue
    name="${BASH_REMATCH[1]}"
    [ -n "${!name+set}" ] || export "$name=${BASH_REMATCH[2]}"
  done < .env
}

load_env
TA_HOME="${TA_HOME:-.local}"
[[ "$TA_HOME" = /* ]] || TA_HOME="$ROOT/$TA_HOME"
export TA_HOME
JAVA="${JAVA_HOME:+$JAVA_HOME/bin/}java"

stack_port() {
  local variable="$1_PORT"
  echo "${!variable:-$(($2 + ${TA_PORT_OFFSET:-0}))}"
}

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

BUILT=target/.built
JOB_BUILT=target/.job-built
MODULES=event-model,clickhouse-address,service-kit,log-import,local-stack/kafka,local-stack/flink,local-stack,audit,flink-job,ingest-edge,query-service

# Whether there is the marker, and nothing below the other paths is newer.
is_current() {
  [ -f "$1" ] && [ -z "$(find "${@:2}" -type f -newer "$1" -print -quit)" ]
}

is_built() {
  local jar
  for jar in log-import local-stack audit flink-job ingest-edge query-service; do
    [ -f "$jar/target/$jar.jar" ] || return 1
  done
  is_current "$BUILT" ./*/src/main ./pom.xml ./*/pom.xml local-stack/*/pom.xml
}

is_job_built() {
  [ -f flink-job/target/flink-job.jar ] &&
    is_current "$JOB_BUILT" {event-model,clickhouse-address,flink-job}/{src/main,pom.xml} pom.xml
}

package() {
  command -v mvn > /dev/null || fail "Maven is needed to build: install Maven 3.8 or newer."
  mvn -B -Dstyle.color=never -DskipTests -Dspotless.check.skip=true "$@" package 2>&1 |
    tee target/build.log |
    sed -u -n 's/^\[INFO\] Building \([^ ]*\) .*\(\[[0-9/]*\]\)$/  \2 \1/p; /^\[ERROR\]/p' ||
    fail "The build failed: see target/build.log."
}

ensure_jars() {
  is_built && return 0
  echo "Building (the first time takes some minutes) …"
  mkdir -p target
  touch "$BUILT.started" "$JOB_BUILT.started"
  package -pl "$MODULES"
  mv "$BUILT.started" "$BUILT"
  mv "$JOB_BUILT.started" "$JOB_BUILT"
}

ensure_job_built() {
  is_job_built && return 0
  echo "Building the job …"
  mkdir -p target
  touch "$JOB_BUILT.started"
  package -DjobOnly -Dmaven.test.skip=true -pl event-model,clickhouse-address,flink-job
  mv "$JOB_BUILT.started" "$JOB_BUILT"
}

# A running stack keeps the jars that it was started with.
is_running() {
  local pid
  pid="$(sed -n '/"supervisor"/,/}/s/.*"pid" : \([0-9]*\).*/\1/p' "$TA_HOME/run/state" 2> /dev/null)" || return 1
  [ -n "$pid" ] && kill -0 "$pid" 2> /dev/null
}

ensure_built() {
  require_java
  is_running && return 0
  ensure_engine
  ensure_jars
}

require_built() {
  local module="${1:-local-stack}"
  require_java
  [ -f "$module/target/$module.jar" ] || fail "Nothing is built yet: ./scripts/up builds and starts it."
}

stack() {
  exec "$JAVA" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "local-stack/target/local-stack.jar:local-stack/target/lib/*" "$@"
}
