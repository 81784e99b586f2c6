#!/bin/sh
# Every rule of bluebook check is explained, and every rule has been seen to speak.
#   explain.sh BLUEBOOK SOURCE_FOLDER
set -eu
bluebook=$1
cd "$2"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

fail() {
    echo "FAILED: $*"
    bad=1
}

sed -n 's/^BB_MESSAGE([A-Z_]*, "\([a-z-]*\)".*/\1/p' src/base/diag_messages_check.def >"$work/codes"
[ "$(wc -l <"$work/codes")" -gt 20 ] || fail "the codes can't be read"
while read -r code; do
    "$bluebook" check --explain "$code" >"$work/out" 2>&1 || fail "$code: --explain fails"
    for part in '^Why: ' '^Wrong:' '^Right:'; do
        grep -q "$part" "$work/out" || fail "$code: nothing says $part"
    done
    grep -qE "(warning|note): .*\[$code\]|error: .*\[$code\]" tests/golden/diagnostics/*/expected.diag ||
        fail "$code: no case of tests/golden/diagnostics has it"
done <"$work/codes"

# Whatever is explained is said by somebody.
sed -n 's/.*<rule code="\([^"]*\)".*/\1/p' templates/check/explain.xml >"$work/rules"
[ -s "$work/rules" ] || fail "the rules can't be read"
while read -r code; do
    "$bluebook" check --explain "$code" >/dev/null 2>&1 || fail "$code is explained, but there is no such message"
done <"$work/rules"

"$bluebook" check --explain percent-points | grep -qF '<accept code="percent-points"' ||
    fail "nothing says how a case is accepted"
status=0
"$bluebook" check --explain no-such-code 2>"$work/err" || status=$?
[ "$status" -eq 2 ] || fail "a code that doesn't exist ends with $status"
grep -q 'no message with the code' "$work/err" || fail "a code that doesn't exist is not named"
exit $bad
