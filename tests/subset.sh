#!/bin/sh
# Compares src/fo/SUBSET.md with the tables of the formatter and with the tests that it names.
#   subset.sh ROOT
# Every row of fo_objects.def, fo_properties.def and fo_attributes.def has one line in it, and every
# line is such a row. "not" is said of what fo_ignored.def lists. What works has a test that uses it.
set -eu
root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

complain() {
    echo "$*"
    bad=1
}

# identifiers KIND FILE: "ID name" for each row
rows() {
    sed -n "s/^BB_$1(\([A-Z_0-9]*\), \"\([^\"]*\)\".*/\1 \2/p" "$root/src/fo/$2"
}

# ignored KIND: the identifiers
ignored() {
    sed -n "s/^BB_IGNORED_$1(\([A-Z_0-9]*\))/\1/p" "$root/src/fo/fo_ignored.def"
}

# The lines of a section: "name|state|what is missing|test"
lines() {
    sed -n "/^## $1/,/^## /s/^| \`\([^\`]*\)\` | *\([a-z]*\) *| *\(.*\) | *\([^ |]*\) *|\$/\1|\2|\3|\4/p" \
        "$root/src/fo/SUBSET.md"
}

# compare SECTION: $work/rows has "ID name", $work/ignored the IDs that nothing heeds
compare() {
    lines "$1" >"$work/lines"
    cut -d '|' -f 1 "$work/lines" | sort >"$work/said"
    cut -d ' ' -f 2- "$work/rows" | sort >"$work/there"
    diff "$work/there" "$work/said" >"$work/difference" ||
        complain "SUBSET.md, $1: < is missing, > is too much
$(grep '^[<>]' "$work/difference")"
    awk -F '[ |]' 'NR == FNR { id[$2] = $1; next } FILENAME == ARGV[2] { nobody[$1] = 1; next }
        ($2 == "not") != (id[$1] in nobody) { print "SUBSET.md says \"" $2 "\" of " $1 ", fo_ignored.def the opposite" }' \
        "$work/rows" "$work/ignored" "$work/lines" >"$work/opposite"
    [ ! -s "$work/opposite" ] || complain "$(cat "$work/opposite")"
}

# used NAME TEST: whether that test's file has the object, or the attribute (or its compound)
used() {
    case $2 in
    layout/*) file=$root/tests/$2.xml ;;
    *) file=$root/tests/$2.c ;;
    esac
    [ -f "$file" ] || return 1
    case $1 in
    fo:*) grep -Eq "$1([ />]|\$)" "$file" ;;
    *) grep -Eq "(^|[^A-Za-z:._-])($1|${1%%.*})=" "$file" ;;
    esac
}

# What layout or the PDF looks at is heeded.
check_ignored() {
    ignored PROPERTY | while read -r id; do
        grep -lrE "BB_FO_P_${id}[^A-Z_]" "$root/src/layout" "$root/src/render" |
            sed "s|$root/|fo_ignored.def lists $id, and it is heeded in |"
    done >"$work/heeded"
    [ ! -s "$work/heeded" ] || complain "$(cat "$work/heeded")"
}

check_states() {
    while IFS='|' read -r name state missing test; do
        case $state in
        works)
            [ -n "$test" ] || complain "SUBSET.md: $name works, and no test is named"
            [ -z "$test" ] || used "$name" "$test" || complain "SUBSET.md: $test does not use $name"
            ;;
        partly) [ -n "$missing" ] || complain "SUBSET.md: $name works partly: what is missing?" ;;
        not) ;;
        *) complain "SUBSET.md: $name is in the state \"$state\"" ;;
        esac
    done <"$work/lines"
}

rows OBJECT fo_objects.def | sed 's/ / fo:/' >"$work/rows"
ignored OBJECT >"$work/ignored"
compare Objects
check_states

{
    rows INHERITED fo_properties.def
    rows OWN fo_properties.def
} >"$work/rows"
ignored PROPERTY >"$work/ignored"
compare Properties
check_ignored
check_states

# Whether text attributes are heeded stands in no table.
sed -n 's/^BB_ATTRIBUTE(\([A-Z_]*\), "\([^"]*\)", BB_FOX)/\1 fox:\2/p
    s/^BB_ATTRIBUTE(\([A-Z_]*\), "\([^"]*\)", BB_EXTENSION)/\1 bb:\2/p
    s/^BB_ATTRIBUTE(\([A-Z_]*\), "\([^"]*\)", "")/\1 \2/p' "$root/src/fo/fo_attributes.def" >"$work/rows"
lines Attributes | sed -n 's/|not|.*//p' >"$work/unheeded"
awk 'NR == FNR { not[$1] = 1; next } $2 in not { print $1 }' "$work/unheeded" "$work/rows" >"$work/ignored"
compare Attributes
check_states
exit $bad
