#!/bin/sh
# Shows how each golden case differs from what was blessed, and asks before it replaces it.
#   bless.sh BLUEBOOK [GOLDENS]
set -eu
bluebook=$(realpath "$1")
goldens=$(realpath "${2:-$(dirname "$0")}")
. "$goldens/actual.sh"

actual=$(mktemp)
trap 'rm -f "$actual"' EXIT
for case in $(cases); do
    expected=$case/expected.diag
    actual_diag "$case" >"$actual"
    old=$expected
    [ -e "$old" ] || old=/dev/null
    if diff -u "$old" "$actual"; then
        continue
    fi
    printf '%s: is this right? [y/N] ' "$expected"
    read -r answer || answer=n
    case $answer in
    [yY]*) cp "$actual" "$expected" ;;
    *) echo "left as it was" ;;
    esac
done
