#!/bin/sh
# Every header compiles alone, and stays short enough to be read.
#   headers.sh CC SRC
# A header that a source of its room includes before anything else was compiled alone when that source
# was; a compiler is started for the others only.
set -eu
cc=$1
src=$2
flags=$(pkg-config --cflags glib-2.0 libxml-2.0 libxslt pangocairo pangoft2 cairo-pdf librsvg-2.0 libqpdf)
bad=0

# first_included ROOM: the headers that stand first in a source that is built
first_included() {
    for source in "$1"*.c; do
        grep -qw "$(basename "$source")" "${1}CMakeLists.txt" || continue
        sed -n '/^ *#/{s/^ *# *include "\(.*\)".*/\1/p;q;}' "$source"
    done
}

compiles_alone() {
    # shellcheck disable=SC2086 # the flags are words
    echo "#include \"$1\"" |
        "$cc" -std=gnu17 -Wall -Wextra -Werror -D_GNU_SOURCE -I"$src" $flags -x c -fsyntax-only -
}

for room in "$src"/*/; do
    first=$(first_included "$room")
    for header in "$room"*.h; do
        [ -e "$header" ] || continue
        name=$(basename "$room")/$(basename "$header")
        if ! printf '%s\n' "$first" | grep -qxF "$name" && ! compiles_alone "$name"; then
            echo "$header: does not compile alone"
            bad=1
        fi
        lines=$(wc -l <"$header")
        if [ "$lines" -gt 200 ]; then
            echo "$header: $lines lines; a header of more than 200 is two modules"
            bad=1
        fi
    done
done
exit $bad
