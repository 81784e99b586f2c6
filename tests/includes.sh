#!/bin/sh
# Reads every include below src/ and fails on one that runs against the pipeline.
#   includes.sh SRC
# Each line below is a room and the rooms whose headers it may read (besides its own and base/).
set -eu
src=$1

allowed() {
    case $1 in
    base) echo "" ;;
    findings) echo "base" ;;
    chart) echo "base" ;;
    transform) echo "base" ;;
    fo) echo "base" ;;
    layout) echo "base fo" ;;
    render) echo "base fo layout" ;;
    archive) echo "base render" ;;
    press) echo "base findings chart transform fo layout render archive" ;;
    batch | preview) echo "base press" ;;
    cli) echo "base press batch preview" ;;
    *) return 1 ;;
    esac
}

bad=0
for folder in "$src"/*/; do
    room=$(basename "$folder")
    if ! rooms=$(allowed "$room"); then
        echo "$room: a room that tests/includes.sh does not know"
        bad=1
        continue
    fi
    for file in "$folder"*.[ch] "$folder"*.def; do
        [ -e "$file" ] || continue
        # shellcheck disable=SC2013 # a room's name is one word
        for target in $(sed -n 's|^ *# *include "\([a-z]*\)/.*|\1|p' "$file" | sort -u); do
            case " $room $rooms " in
            *" $target "*) ;;
            *)
                echo "$file: $room/ must not include from $target/"
                bad=1
                ;;
            esac
        done
    done
done
exit $bad
