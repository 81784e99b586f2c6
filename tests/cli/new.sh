#!/bin/sh
# bluebook new: every programme has a first draft, which builds without a fault or a warning, and of
# which bluebook check says what is still to be written and nothing else.
#   new.sh BLUEBOOK DATA_FOLDER
set -eu
bluebook=$1
data=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

fail() {
    echo "FAILED: $*"
    bad=1
}

for profile in "$data"/templates/programmes/*/profile.xml; do
    programme=$(basename "$(dirname "$profile")")
    draft=$work/$programme
    "$bluebook" new "$programme" "$draft" >"$work/out" || fail "$programme: no draft"
    grep -q "bluebook build $draft/report.xml" "$work/out" || fail "$programme: doesn't say how to go on"
    grep -q "programme=\"$programme\"" "$draft/report.xml" || fail "$programme: the draft is of another one"
    grep -rqF '{' "$draft" --include=report.xml && fail "$programme: something is not filled in"
    "$bluebook" build "$draft/report.xml" >"$work/out" 2>"$work/err" || fail "$programme: doesn't build"
    # A sanitizer may speak behind it.
    [ "$(head -n 1 "$work/err")" = "no errors" ] || fail "$programme: $(cat "$work/err")"
    [ -s "$draft/report.pdf" ] || fail "$programme: has no PDF"
    "$bluebook" check "$draft/report.xml" 2>"$work/err" || fail "$programme: has faults"
    grep -q '\[leftover\]' "$work/err" || fail "$programme: nothing is to be written"
    grep -E '(error|warning|note): ' "$work/err" | grep -v '\[leftover\]' && fail "$programme: says more than that"
done

# Nothing is written over anything.
echo mine >"$work/mine"
mkdir "$work/full"
cp "$work/mine" "$work/full/notes.txt"
for folder in full mine; do
    status=0
    "$bluebook" new omi "$work/$folder" 2>"$work/err" || status=$?
    [ "$status" -eq 2 ] || fail "$folder: ended with $status"
    grep -q 'not an empty folder' "$work/err" || fail "$folder: doesn't say why"
done
[ "$(ls "$work/full")" = notes.txt ] || fail "something was put beside what was there"
mkdir "$work/empty"
"$bluebook" new omi "$work/empty" >"$work/out" || fail "an empty folder is refused"

status=0
"$bluebook" new oni "$work/other" 2>"$work/err" || status=$?
[ "$status" -eq 2 ] || fail "an unknown programme ended with $status"
grep -q 'those that exist: annual-report' "$work/err" || fail "the programmes are not listed"
[ ! -e "$work/other" ] || fail "an unknown programme left a folder"
exit $bad
