#!/bin/sh
# Golden tests of what bluebook check says: each folder with a report.xml is a case, and what is said
# of it must be what lies in its expected.diag: standard error, then "exit STATUS".
#   run.sh BLUEBOOK GOLDENS [bless]
# With "bless", each difference is shown, and taken over if you say so.
set -eu
bluebook=$(realpath "$1")
cd "$2"
bless=${3:-}
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
bad=0
count=0

# say CASE: what is said of it
say() (
    cd "$1"
    status=0
    "$bluebook" check report.xml 2>&1 || status=$?
    echo "exit $status"
)

find . -name report.xml -path './diagnostics/*' -exec dirname {} \; | sort >"$new/cases"
while read -r case <&3; do
    count=$((count + 1))
    say "$case" >"$new/said"
    wanted=$case/expected.diag
    old=$wanted
    [ -e "$old" ] || old=/dev/null
    if diff -u "$old" "$new/said"; then
        continue
    fi
    if [ "$bless" = bless ]; then
        printf '%s: take this over? [y/N] ' "$wanted"
        read -r answer
        if [ "$answer" = y ]; then
            cp "$new/said" "$wanted"
            continue
        fi
    fi
    echo "$wanted: differs"
    bad=$((bad + 1))
done 3<"$new/cases"
echo "$count cases, $bad differ"
[ "$count" -gt 0 ] && [ "$bad" -eq 0 ]
