#!/bin/sh
# Golden tests: what a stage makes of a file must be what lies beside it.
#   stages.sh STAGE DATA_FOLDER TOPIC_FOLDER [bless]
# STAGE is the program of that name that is built here. The presence of a file selects a run:
#   <case>.xml             with <case>.resolved.xml and <case>.diagnostics (none: nothing is said)
#   <case>.resolved.xml    with <case>.html, in which the style sheet stands as "…"
#                          with <case>.fo, in which heads and feet stand once, and then as "…"
#                          with <case>.areas, what is laid out of that FO
# With "bless", each difference is shown, and taken over if you say so.
set -eu
stage=$(realpath "$1")
data=$(realpath "$2")
cd "$3"
bless=${4:-}
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
bad=0
count=0

# compare WANTED GOT
compare() {
    count=$((count + 1))
    if diff -u "$1" "$2" >"$new/diff" 2>&1; then
        return
    fi
    if [ ! -e "$1" ]; then
        echo "$1: is missing; what was made:" >"$new/diff"
        cat "$2" >>"$new/diff"
    fi
    cat "$new/diff"
    if [ "$bless" = bless ]; then
        printf '%s: take this over? [y/N] ' "$1"
        read -r answer
        if [ "$answer" = y ]; then
            cp "$2" "$1"
            return
        fi
    fi
    bad=$((bad + 1))
}

# said CASE: what must be said, empty when there is no such file
said() {
    if [ -e "$1.diagnostics" ] || [ -s "$new/said" ]; then
        compare "$1.diagnostics" "$new/said"
    fi
}

run() {
    if ! "$stage" "$data" "$1" "$2" "$new/out" "$new/said"; then
        echo "$2: $1 failed"
        bad=$((bad + 1))
        return 1
    fi
}

# silent: the run before must have said nothing
silent() {
    if [ -s "$new/said" ]; then
        cat "$new/said"
        bad=$((bad + 1))
    fi
}

html() {
    run html "$1.resolved.xml" || return 0
    sed -e '/<style>/,/<\/style>/c\    <style>…</style>' -e "s/sha256-[^']*/sha256-…/" \
        "$new/out" >"$new/page"
    compare "$1.html" "$new/page"
    silent
}

fo() {
    run fo "$1.resolved.xml" || return 0
    cp "$new/out" "$new/$1.fo"
    awk '/<fo:static-content /   { again = seen[$0]++; if (again) print $0 "…" }
         !again                  { print }
         /<\/fo:static-content>/ { again = 0 }' "$new/out" >"$new/short"
    [ ! -e "$1.fo" ] || compare "$1.fo" "$new/short"
    silent
    [ -e "$1.areas" ] || return 0
    run areas "$new/$1.fo" || return 0
    compare "$1.areas" "$new/out"
    silent
}

for input in *.xml; do
    case $input in
    *.resolved.xml)
        name=${input%.resolved.xml}
        if [ -e "$name.html" ] || [ "$bless" = bless ]; then
            html "$name"
        fi
        if [ -e "$name.fo" ] || [ -e "$name.areas" ]; then
            fo "$name"
        fi
        ;;
    *)
        name=${input%.xml}
        run resolve "$input" || continue
        compare "$name.resolved.xml" "$new/out"
        said "$name"
        ;;
    esac
done
echo "$count files compared, $bad differ"
[ "$count" -gt 0 ] && [ "$bad" -eq 0 ]
