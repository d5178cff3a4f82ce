# shellcheck shell=bash
# Reads and checks settings. Sourced by stack.sh.
#
# The file .env (or the one that TA_ENV_FILE names) is read as a shell would read it, but runs
# nothing:
#   NAME=value               also with "export" before it, and with blanks around the "="
#   NAME=value # comment     a comment begins with " #"; blanks at the end are no part of a value
#   NAME='a # b'             single quotes keep everything as it is
#   NAME="say \"a\""         double quotes too, except that \" \\ \$ and \` lose their backslash
#   NAME=~/folder            a ~ that is alone or before a / is the home folder, if not in quotes
# A $ is a $: variables are not replaced. A value may not span lines. The last line of a name wins,
# and the environment wins over the file.

# Sets VALUE to the text without the blanks around it.
trim() {
  VALUE="${1#"${1%%[![:space:]]*}"}"
  VALUE="${VALUE%"${VALUE##*[![:space:]]}"}"
}

# Removes the backslashes that double quotes allow; sets VALUE.
unescape() {
  local rest="$1"
  VALUE=''
  while [[ "$rest" =~ ^([^\\]*)\\(.)(.*)$ ]]; do
    VALUE+="${BASH_REMATCH[1]}"
    [[ "${BASH_REMATCH[2]}" = [\"\\\$\`] ]] || VALUE+=\\
    VALUE+="${BASH_REMATCH[2]}"
    rest="${BASH_REMATCH[3]}"
  done
  VALUE+="$rest"
}

# Sets VALUE to what the text behind a "=" says.
read_value() {
  local text="$1" place="$2" end='[[:space:]]*([[:space:]]#.*)?$'
  local single="^[[:space:]]*'([^']*)'$end" double='^[[:space:]]*"(([^"\]|\\.)*)"'"$end"
  if [[ "$text" =~ $single ]]; then
    VALUE="${BASH_REMATCH[1]}"
  elif [[ "$text" =~ $double ]]; then
    unescape "${BASH_REMATCH[1]}"
  elif [[ "$text" =~ ^[[:space:]]*[\'\"] ]]; then
    fail "$place: close the quote, and put nothing but a comment behind it."
  else
    trim "${text%%[[:space:]]#*}"
    # shellcheck disable=SC2088 # it is the text of the file that holds the ~
    [[ "$VALUE" != '~' && "$VALUE" != '~/'* ]] || VALUE="$HOME${VALUE#\~}"
  fi
}

load_env() {
  local file="${TA_ENV_FILE:-.env}" line number=0 name text own=' '
  local assignment='^(export[[:space:]]+)?([A-Za-z_][A-Za-z0-9_]*)[[:space:]]*=(.*)$'
  [ -n "${TA_ENV_FILE:-}" ] || [ -e "$file" ] || return 0
  { [ ! -d "$file" ] && [ -r "$file" ]; } || fail "$file cannot be read: name a file of settings in TA_ENV_FILE."
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    trim "${line#$'\xef\xbb\xbf'}"
    line="$VALUE"
    [[ -n "$line" && "$line" != '#'* ]] || continue
    [[ "$line" =~ $assignment ]] || fail "$file, line $number: write NAME=value, or # before a comment."
    name="${BASH_REMATCH[2]}" text="${BASH_REMATCH[3]}"
    read_value "$text" "$file, line $number"
    [[ -z "${!name+set}" || "$own" = *" $name "* ]] || continue
    export "$name=$VALUE"
    own+="$name "
  done < "$file"
}

# Ends the script unless the variable is empty or a whole number in the range, which is then decimal
# whatever zeros it begins with.
check_number() {
  local name="$1" lowest="$2" highest="$3"
  trim "${!1:-}"
  [ -n "$VALUE" ] || return 0
  if ! [[ "$VALUE" =~ ^0*([0-9]{1,9})$ ]] ||
    [ "${BASH_REMATCH[1]}" -lt "$lowest" ] || [ "${BASH_REMATCH[1]}" -gt "$highest" ]; then
    fail "$name must be a number from $lowest to $highest, not \"$VALUE\"."
  fi
  printf -v "$name" %s "${BASH_REMATCH[1]}"
}

# The port whose variable is $1_PORT and whose usual number is $2.
stack_port() {
  local variable="$1_PORT" port
  check_number TA_PORT_OFFSET 0 65535
  check_number "$variable" 1 65535
  port="${!variable:-}"
  port="${port:-$(($2 + ${TA_PORT_OFFSET:-0}))}"
  [ "$port" -le 65535 ] || fail "TA_PORT_OFFSET=$TA_PORT_OFFSET moves $variable past 65535: choose a smaller one."
  echo "$port"
}
