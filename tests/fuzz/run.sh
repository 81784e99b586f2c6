#!/bin/sh
# Fuzzes a target, after cmake --preset fuzz && cmake --build --preset fuzz.
#   run.sh fo|findings|inspect|package SECONDS [LIBFUZZER_OPTION…]
# New inputs gather below build/fuzz/corpus; what crashes or hangs is written to build/fuzz/found.
set -eu
target=$1
seconds=$2
shift 2
cd "$(dirname "$0")/../.."
here=tests/fuzz
build=build/fuzz
work=$build/corpus/$target
mkdir -p "$work" "$build/found"

# The words of the language, out of the tables that the program itself is made of.
words() {
    case $target in
    fo)
        sed -n 's/^BB_OBJECT([A-Z_]*, "\([^"]*\)".*/<fo:\1 >\n<\/fo:\1>/p' src/fo/fo_objects.def
        sed -n 's/^BB_\(INHERITED\|OWN\)([A-Z_0-9]*, "\([^"]*\)".*/ \2=""/p' src/fo/fo_properties.def
        sed -n 's/^BB_ATTRIBUTE([A-Z_]*, "\([^"]*\)".*/ \1=""/p' src/fo/fo_attributes.def
        sed -n 's/^BB_KEYWORD([A-Z_]*, "\([^"]*\)".*/"\1"/p' src/fo/fo_keywords.def
        ;;
    findings)
        sed -n 's/.*<element name="\([^"]*\)".*/<\1>\n<\/\1>/p' templates/schema/*.rng
        sed -n 's/.*<attribute name="\([^"]*\)".*/ \1=""/p' templates/schema/*.rng
        ;;
    inspect)
        sed -n 's/^    {"\([^"]*\)", "[^"]*", [A-Z]*.*BB_DO_.*/ \1 /p' src/archive/inspect_operator.c
        sed -n 's/.*bb_cos_get([^"]*"\([A-Za-z0-9]*\)").*/\/\1 /p' src/archive/*.c
        ;;
    package)
        printf '%s\n' '<file path=""/>' ' size=""' ' sha256=""' /AF /UF /EF /F /Filter \
            /FlateDecode /Filespec urn:bluebook:sources ../
        ;;
    esac
}
words | sort -u | sed 's/[\\"]/\\&/g; s/.*/"&"/' >"$build/$target.dict"

suppressions=$(pwd)/tests/lsan.supp
LSAN_OPTIONS=suppressions=$suppressions exec "$build/tests/fuzz/fuzz_$target" \
    -dict="$build/$target.dict" -artifact_prefix="$build/found/$target-" -max_total_time="$seconds" \
    -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 "$@" "$work" "$here/corpus/$target"
