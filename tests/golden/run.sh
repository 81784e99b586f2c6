#!/bin/sh
# Runs every golden case and shows the differences from what was blessed.
#   run.sh BLUEBOOK GOLDENS
set -eu
bluebook=$(realpath "$1")
goldens=$(realpath "$2")
. "$goldens/actual.sh"

bad=0
count=0
for case in $(cases); do
    count=$((count + 1))
    if [ ! -e "$case/expected.diag" ]; then
        echo "$case: has no expected.diag; look at it with tests/golden/bless.sh"
        bad=1
    elif ! actual_diag "$case" | diff -u "$case/expected.diag" -; then
        echo "$case: differs"
        bad=1
    fi
done
if [ "$count" -eq 0 ]; then
    echo "$goldens: no cases"
    bad=1
fi
exit $bad
