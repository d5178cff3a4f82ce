# shellcheck shell=bash
# Checks the arguments of a script against the comment at its head. Sourced by stack.sh.
#
# The head comment is the script's help. Its lines that begin with the script's name, such as
#   up [--detach] [--from SAVEPOINT|none]     after three blanks an explanation may follow
# name everything that the script takes: options, options with a value, and operands. What stands in
# brackets may be absent, an operand that ends in … may be repeated, and one in lower case is meant
# literally.

head_comment() {
  sed -n '2,${/^#/!q; s/^# \{0,1\}//p;}' "$1"
}

usage_lines() {
  local name="${1##*/}"
  head_comment "$1" | sed -n "s/^  \($name\)/\1/p" | sed 's/   .*//' | grep -E "^$name( |\$)" || true
}

refuse_argument() {
  fail "$1 Usage: ./scripts/${USAGE//$'\n'/ or ./scripts/}"
}

# Sets FLAGS, VALUED and LITERAL (each word between blanks), and LEAST and MOST (operands).
read_usage() {
  local line word option least most words
  FLAGS=' ' VALUED=' ' LITERAL=' ' LEAST=999 MOST=0
  while read -r _ line; do
    least=0 most=0 option=''
    read -ra words <<< "$line"
    for word in ${words[@]+"${words[@]}"} '|'; do
      if [[ "$word" = --* || "$word" = '[--'* || "$word" = '|' ]]; then
        FLAGS+="${option:+$option }"
        option="${word#[}"
        [[ "$option" != *']' && "$option" != '|' ]] || { FLAGS+="${option%]} " && option=''; }
      elif [ -n "$option" ]; then
        VALUED+="$option " option=''
      else
        [[ "$word" = '['* ]] || least=$((least + 1))
        [[ "$word" = *…* ]] && most=999 || most=$((most + 1))
        [[ "$word" = *[^a-z\|-]* ]] || LITERAL+="${word//|/ } "
      fi
    done
    [ "$least" -ge "$LEAST" ] || LEAST="$least"
    [ "$most" -le "$MOST" ] || MOST="$most"
  done <<< "$USAGE"
}

# Prints the head comment if asked for help; ends the script for an argument that it does not take.
check_arguments() {
  local script="$1" word operands=0
  shift
  for word in "$@"; do
    [[ "$word" != --help && "$word" != -h ]] || { head_comment "$script" && exit 0; }
  done
  USAGE="$(usage_lines "$script")"
  read_usage
  while [ $# -gt 0 ]; do
    if [[ "$VALUED" = *" $1 "* ]]; then
      [ $# -gt 1 ] || refuse_argument "$1 needs a value."
      shift
    elif [[ "$1" = -?* ]]; then
      [[ "$FLAGS" = *" $1 "* ]] || refuse_argument "There is no option $1."
    else
      operands=$((operands + 1))
      [[ "$LITERAL" = ' ' || "$LITERAL" = *" $1 "* ]] || refuse_argument "There is no \"$1\"."
      [ "$operands" -le "$MOST" ] || refuse_argument "\"$1\" is one argument too many."
    fi
    shift
  done
  [ "$operands" -ge "$LEAST" ] || refuse_argument "An argument is missing."
}
