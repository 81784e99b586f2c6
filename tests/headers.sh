#!/bin/sh
# Every header compiles alone, and stays short enough to be read.
#   headers.sh CC SRC
set -eu
cc=$1
src=$2
flags=$(pkg-config --cflags glib-2.0 libxml-2.0 libxslt pangocairo pangoft2 cairo-pdf librsvg-2.0 libqpdf)
bad=0
for header in "$src"/*/*.h; do
    # shellcheck disable=SC2086 # the flags are words
    if ! echo "#include \"$header\"" |
        "$cc" -std=gnu17 -Wall -Wextra -Werror -D_GNU_SOURCE -I"$src" $flags -x c -fsyntax-only -; then
        echo "$header: does not compile alone"
        bad=1
    fi
    lines=$(wc -l <"$header")
    if [ "$lines" -gt 200 ]; then
        echo "$header: $lines lines; a header of more than 200 is two modules"
        bad=1
    fi
done
exit $bad
