#!/bin/sh
# The same report gives the same bytes: on another day, in another time zone, from another folder, for
# another user. Another report doesn't.
#   again.sh BLUEBOOK CLOCK.so SAMPLE_FOLDER MADE
# CLOCK.so, preloaded, makes it another day. MADE is the folder of what was built first, by build.sh.
# All is other at once; what makes the difference is looked for where there is one.
set -eu
bluebook=$(realpath "$1")
clock=$(realpath "$2")
sample=$(realpath "$3")
made=$(realpath "$4")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH

# build NAME REPORT.xml [VARIABLE=VALUE …]: into $work/NAME
build() {
    name=$1
    report=$2
    shift 2
    env "$@" "$bluebook" build "$report" -o "$work/$name" >"$work/said" 2>&1 || {
        cat "$work/said"
        exit 1
    }
}

# same NAME: what was built is what was built first
same() {
    cmp "$made/report.html" "$work/$1/report.html" && cmp "$made/report.pdf" "$work/$1/report.pdf"
}

[ "$(LD_PRELOAD=$clock date +%Y)" != "$(date +%Y)" ] || {
    echo "the clock can't be changed"
    exit 1
}
# With a sanitizer the program would rather load the sanitizer first.
later="LD_PRELOAD=$clock ASAN_OPTIONS=verify_asan_link_order=0"
elsewhere="TZ=NZST-12 LC_ALL=C LANG=C"
stranger="HOME=$work XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work FONTCONFIG_FILE=/nowhere USER=somebody"

# A copy of the report, from within its folder.
cp -RL "$sample" "$work/copy"
cd "$work/copy"
# shellcheck disable=SC2086 # the variables are words
build other report.xml $later $elsewhere $stranger
if same other; then
    echo "the same bytes"
    exit 0
fi

# differs WHAT REPORT.xml [VARIABLE=VALUE …]
differs() {
    what=$1
    shift
    build alone "$@"
    same alone || echo "… $what"
}

echo "other bytes:"
differs 'when it is built again' "$sample/report.xml"
# shellcheck disable=SC2086
{
    differs 'on another day' "$sample/report.xml" $later
    differs 'in another time zone, in another language' "$sample/report.xml" $elsewhere
    differs 'for another user' "$sample/report.xml" $stranger
}
differs 'from another folder' report.xml
exit 1
