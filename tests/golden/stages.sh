#!/bin/sh
# Golden tests: what a stage makes of a file must be what lies beside it.
#   stages.sh STAGE DATA_FOLDER TOPIC_FOLDER [bless]
# STAGE is the program of that name that is built here. The presence of a file selects a run:
#   <case>.xml             with <case>.resolved.xml and <case>.diagnostics (none: nothing is said)
#   <case>.resolved.xml    with <case>.html, in which the style sheet stands as "…"
# With "bless", each difference is shown, and taken over if you say so.
set -eu
stage=$1
data=$2
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

for input in *.xml; do
    case $input in
    *.resolved.xml)
        name=${input%.resolved.xml}
        [ -e "$name.html" ] || [ "$bless" = bless ] || continue
        run html "$input" || continue
        sed -e '/<style>/,/<\/style>/c\    <style>…</style>' -e "s/sha256-[^']*/sha256-…/" \
            "$new/out" >"$new/page"
        compare "$name.html" "$new/page"
        if [ -s "$new/said" ]; then
            cat "$new/said"
            bad=$((bad + 1))
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
