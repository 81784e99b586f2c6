#!/bin/sh
# The words of templates/l10n: each that is asked for is there, and each that is there is asked for.
#   words.sh SOURCE_FOLDER
# A name that is put together, w:text(concat('label-', …)), asks for all that begin so; its
# beginning must be known here, with what may follow it.
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

fail() {
    echo "$*"
    bad=1
}

# family BEGINNING ENDING…: what may follow a beginning. An ending of * is the programme's to name.
family() {
    beginning=$1
    shift
    for ending; do
        echo "$beginning$ending"
    done
}

families() {
    family label- part chapter section criterion appendix strength improvement recommendation \
        table chart figure paragraph
    family ref- part chapter section criterion appendix strength improvement recommendation \
        table chart figure paragraph
    family heading- part chapter section criterion appendix
    family lead- '*'
    family balance- enablers barriers
    family title- foreword acknowledgements contents abbreviations key-facts imprint \
        strength-one strength-many improvement-one improvement-many
    family score- criterion chapter
    family rating- criterion
    family band- '*'
    family conclusion- '*'
    family cover- inspected published
    family cover-isbn- print web
    family quote- open close inner-open inner-close
    family source- report part data picture list
    family month- 01 02 03 04 05 06 07 08 09 10 11 12
}

names() {
    sed -n 's/.*<word name="\([^"]*\)".*/\1/p' "$@" | sort
}

names templates/l10n/en.xml >"$work/base"
names templates/l10n/en.xml templates/programmes/*/l10n/en.xml | sort -u >"$work/all"
uniq -d "$work/base" | grep . && fail "templates/l10n/en.xml: a word stands twice"

# What the stylesheets ask for. Attributes may run over lines, so they are read as one.
find templates -name '*.xsl' -exec cat {} + | tr '\n' ' ' | sed "s/w:\(text\|optional\)( */\n&/g" >"$work/calls"
sed -n "s/^w:text( *'\([^']*\)'.*/\1/p" "$work/calls" | sort -u >"$work/asked"
sed -n "s/^w:optional( *'\([^']*\)'.*/\1/p" "$work/calls" | sort -u >"$work/optional"
sed -n "s/^w:[a-z]*( *concat('\([^']*\)'.*/\1/p" "$work/calls" | sort -u >"$work/beginnings"
families | sort -u >"$work/families"
# The beginnings of date-… come in variables of their own.
printf '%s\n' date-day date-month date-year >>"$work/asked"

while read -r beginning; do
    grep -q "^$beginning" "$work/families" || fail "the names that begin with $beginning are not listed"
done <"$work/beginnings"

grep -v '\*$' "$work/families" | cat - "$work/asked" | sort -u >"$work/needed"
comm -23 "$work/needed" "$work/base" >"$work/missing"
while read -r name; do
    fail "templates/l10n/en.xml: lacks $name"
done <"$work/missing"

sed -n 's/\*$//p' "$work/families" >"$work/open"
comm -23 "$work/all" "$work/needed" | comm -23 - "$work/optional" >"$work/idle"
while read -r name; do
    used=no
    while read -r beginning; do
        case $name in "$beginning"*) used=yes ;; esac
    done <"$work/open"
    [ $used = yes ] || fail "templates: nothing asks for the word $name"
done <"$work/idle"

# Every band of a programme has its words.
for profile in templates/programmes/*/profile.xml; do
    words=$(dirname "$profile")/l10n/en.xml
    sed -n 's/.*<band .*name="\([^"]*\)".*/\1/p' "$profile" >"$work/bands"
    while read -r band; do
        for beginning in band conclusion; do
            grep -q "name=\"$beginning-$band\"" "$words" || fail "$words: lacks $beginning-$band"
        done
    done <"$work/bands"
done

# Another language has the same words, and those of the charts.
for other in templates/l10n/*.xml; do
    [ "$other" != templates/l10n/en.xml ] || continue
    names "$other" | grep -v '^chart-' | comm -3 - "$work/base" | grep . &&
        fail "$other: differs from templates/l10n/en.xml in these"
    sed -n 's/^BB_CHART_WORD([A-Z_]*, *"\([^"]*\)".*/\1/p' src/chart/chart_words.def | sort >"$work/charts"
    names "$other" | grep '^chart-' | comm -3 - "$work/charts" | grep . &&
        fail "$other: differs from src/chart/chart_words.def in these"
done
for other in templates/programmes/*/l10n/*.xml; do
    english=$(dirname "$other")/en.xml
    names "$other" >"$work/own"
    names "$english" | comm -3 - "$work/own" | grep . &&
        fail "$other: differs from $english in these"
done
[ "$bad" -eq 0 ] && echo "$(wc -l <"$work/all") words, all asked for"
exit $bad
