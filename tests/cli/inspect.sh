#!/bin/sh
# bluebook inspect: what it prints and what it ends with.
#   inspect.sh BLUEBOOK WRITE_SAMPLE
set -eu
bluebook=$1
write_sample=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "$*"
    cat "$work/said"
    exit 1
}

# ends STATUS FILE…: inspects the files and expects this exit status; what was said is in said.
ends() {
    expected=$1
    shift
    status=0
    (cd "$work" && "$bluebook" inspect "$@" >out 2>said) || status=$?
    [ "$status" -eq "$expected" ] || fail "inspect $*: ends with $status, not $expected"
    [ ! -s "$work/out" ] || fail "inspect $*: prints on standard output"
}

"$write_sample" "$work/good.pdf"
"$write_sample" "$work/untitled.pdf" "/DisplayDocTitle true" ""
printf 'no PDF\n' >"$work/text.pdf"

ends 0 good.pdf
grep -q '^no errors$' "$work/said" || fail "good.pdf: not said to be good"
ends 1 untitled.pdf
grep -q '^untitled.pdf: error: .*; UA 7.1 \[pdf-display-title\]$' "$work/said" ||
    fail "untitled.pdf: the finding is not said"
ends 1 good.pdf untitled.pdf
grep -q '^good.pdf' "$work/said" && fail "good.pdf: has a finding beside untitled.pdf"

# A file that can't be read doesn't keep the others from being inspected.
ends 2 text.pdf
grep -q 'errors' "$work/said" && fail "text.pdf: counted as inspected"
ends 2 missing.pdf untitled.pdf
grep -q 'pdf-display-title' "$work/said" || fail "untitled.pdf: not inspected beside a missing file"
ends 2

# Read aloud: what is heard is on standard output, and nothing else.
(cd "$work" && "$bluebook" inspect --read good.pdf >out 2>said) || fail "inspect --read: fails"
[ ! -s "$work/said" ] || fail "inspect --read: says more than what is heard"
grep -q '^  H1$' "$work/out" || fail "inspect --read: no heading is heard"
status=0
(cd "$work" && "$bluebook" inspect --read text.pdf good.pdf >again 2>said) || status=$?
[ "$status" -eq 2 ] || fail "inspect --read text.pdf: ends with $status, not 2"
cmp "$work/out" "$work/again" || fail "inspect --read: a file that can't be read silences the next"
