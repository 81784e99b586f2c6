#!/bin/sh
# The same report gives the same bytes: on another day, in another time zone, from another folder, for
# another user. Another report doesn't.
#   again.sh BLUEBOOK CLOCK.so SAMPLE_FOLDER
# CLOCK.so, preloaded, makes it another day.
set -eu
bluebook=$(realpath "$1")
clock=$(realpath "$2")
sample=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH
bad=0

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
    for file in report.html report.pdf; do
        cmp "$work/first/$file" "$work/$1/$file" || bad=1
    done
}

build first "$sample/report.xml"

[ "$(LD_PRELOAD=$clock date +%Y)" != "$(date +%Y)" ] || {
    echo "the clock can't be changed"
    exit 1
}
# With a sanitizer the program would rather load that first.
build later "$sample/report.xml" LD_PRELOAD="$clock" ASAN_OPTIONS=verify_asan_link_order=0
same later

build elsewhere "$sample/report.xml" TZ=NZST-12 LC_ALL=C LANG=C
same elsewhere

build stranger "$sample/report.xml" HOME="$work" XDG_CACHE_HOME="$work/cache" XDG_DATA_HOME="$work" \
    FONTCONFIG_FILE=/nowhere USER=somebody
same stranger

# A copy of the report, and from within its folder.
cp -RL "$sample" "$work/copy"
cd "$work/copy"
build copied report.xml
same copied

# One word more makes a difference.
sed -i 's|</title>|, again</title>|' report.xml
build changed report.xml
for file in report.html report.pdf; do
    if cmp -s "$work/first/$file" "$work/changed/$file"; then
        echo "$file: another report, the same bytes"
        bad=1
    fi
done

# The date that is asked for is the one that is written.
build dated "$sample/report.xml" SOURCE_DATE_EPOCH=1234567890
TZ=UTC pdfinfo -isodates "$work/dated/report.pdf" | grep -q '^CreationDate: *2009-02-13T23:31:30Z' || {
    echo "SOURCE_DATE_EPOCH isn't followed"
    bad=1
}
[ "$bad" -eq 0 ] && echo "the same bytes each time"
exit $bad
