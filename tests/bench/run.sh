#!/bin/sh
# run.sh - measures bluebook format beside other programs that make the same report a PDF.
#
#   tests/bench/run.sh [--document DIR] [--rounds N] [--build DIR] [--work DIR] [--only PART]
#
# DIR of --document holds document.fo, and for the others document.html and document.typ, each with
# what it refers to; without it the report is invented (report.awk). PART is peers, growth or
# sample. Each program runs as a cold process, N times (7), in turn with bluebook: A B A B …
# Programs that are not here are named, and left out.
set -eu
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
rounds=7
build=$root/build/release
document=
work=
only=all

die() {
    printf 'run.sh: %s\n' "$*" >&2
    exit 2
}

while [ $# -gt 0 ]; do
    [ $# -gt 1 ] || die "$1 needs a value"
    case $1 in
    --document) document=$(cd "$2" && pwd) ;;
    --rounds) rounds=$2 ;;
    --build) build=$(cd "$2" && pwd) ;;
    --work) work=$2 ;;
    --only) only=$2 ;;
    *) die "there is no option $1" ;;
    esac
    shift 2
done

bluebook=$build/bin/bluebook
[ -x "$bluebook" ] || die "$bluebook is missing: ./bootstrap bench builds it"
for tool in xsltproc pdfinfo awk; do
    command -v $tool >/dev/null || die "$tool is not installed"
done
[ -x /usr/bin/time ] || die "GNU time is not installed"
work=${work:-$root/build/bench}
mkdir -p "$work"
work=$(cd "$work" && pwd)

# --- documents ---

# invent NAME CHAPTERS
invent() {
    mkdir -p "$work/$1/charts"
    awk -f "$here/report.awk" -v chapters="$2" -v charts="$work/$1/charts" >"$work/$1/document.xml"
    xsltproc -o "$work/$1/document.fo" "$here/to_fo.xsl" "$work/$1/document.xml"
}

invent_for_others() {
    xsltproc -o "$work/$1/document.html" "$here/to_html.xsl" "$work/$1/document.xml"
    xsltproc -o "$work/$1/document.typ" "$here/to_typst.xsl" "$work/$1/document.xml"
    cp "$here/print.css" "$here/report.typ" "$work/$1/"
}

# How many times as long as bluebook it should take.
wanted_of() {
    case $1 in
    fop) echo "> 15" ;;
    typst) echo "> 2" ;;
    esac
}

# --- measuring ---

# timed NAME COMMAND…: appends "microseconds KiB" to $work/NAME.times.
timed() {
    name=$1
    shift
    began=$(date +%s%N)
    /usr/bin/time -o "$work/peak" -f %M "$@" >"$work/log" 2>&1 || die "$1 failed: $(cat "$work/log")"
    ended=$(date +%s%N)
    echo "$(((ended - began) / 1000)) $(tail -n 1 "$work/peak")" >>"$work/$name.times"
}

# median NAME COLUMN
median() {
    awk -v column="$2" '{ print $column }' "$work/$1.times" | sort -n |
        awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

milliseconds() {
    median "$1" 1 | awk '{ printf "%.0f", $1 / 1000 }'
}

mebibytes() {
    median "$1" 2 | awk '{ printf "%.0f", $1 / 1024 }'
}

# ratio A B: of medians of wall time
ratio() {
    echo "$(median "$1" 1) $(median "$2" 1)" | awk '{ printf "%.2f", $1 / $2 }'
}

pages_of() {
    pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p'
}

# --- the programs: run_NAME TIMES-NAME DIR makes $work/NAME.pdf ---

run_bluebook() {
    timed "$1" "$bluebook" format --font-config "$here/fonts.conf" "$2/document.fo" "$work/bluebook.pdf"
}

run_fop() {
    config=$here/fop.xconf
    [ ! -f "$2/fop.xconf" ] || config=$2/fop.xconf
    timed "$1" fop -q -c "$config" "$2/document.fo" "$work/fop.pdf"
}

run_typst() {
    if command -v typst >/dev/null; then
        timed "$1" typst compile --font-path "$fonts" "$2/document.typ" "$work/typst.pdf"
    else
        timed "$1" env NODE_PATH="$work/node_modules" node "$here/typst.cjs" "$2/document.typ" \
            "$work/typst.pdf" "$fonts"
    fi
}

run_weasyprint() {
    timed "$1" weasyprint -q "$2/document.html" "$work/weasyprint.pdf"
}

run_chromium() {
    sandbox=
    [ "$(id -u)" -ne 0 ] || sandbox=--no-sandbox
    # shellcheck disable=SC2086 # nothing, or one word
    timed "$1" chromium --headless --disable-gpu $sandbox --user-data-dir="$work/chromium" \
        --no-pdf-header-footer --print-to-pdf="$work/chromium.pdf" "file://$2/document.html"
}

fonts=/usr/share/fonts/truetype/liberation

is_here() {
    case $1 in
    typst)
        command -v typst >/dev/null ||
            { command -v node >/dev/null && [ -d "$work/node_modules/@myriaddreamin" ]; }
        ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

source_of() {
    case $1 in
    bluebook | fop) echo document.fo ;;
    typst) echo document.typ ;;
    *) echo document.html ;;
    esac
}

version_of() {
    case $1 in
    fop) fop -version 2>/dev/null | sed -n 's/^FOP Version //p' ;;
    typst) pdfinfo "$work/typst.pdf" 2>/dev/null | sed -n 's/^Creator: *Typst //p' ;;
    weasyprint) weasyprint --version | sed 's/.* //' ;;
    chromium) chromium --version 2>/dev/null | awk '{ print $2; exit }' ;;
    esac
}

# --- the parts ---

# beside PROGRAM DIR: PROGRAM and bluebook in turn, and a row of the table.
beside() {
    if ! is_here "$1"; then
        printf '%-12s %s\n' "$1" "not installed"
        return
    fi
    if [ ! -f "$2/$(source_of "$1")" ]; then
        printf '%-12s %s\n' "$1" "has no $(source_of "$1") there"
        return
    fi
    "run_$1" first "$2" # its files are in the disk's cache from here on
    rm -f "$work/$1.times" "$work/beside-$1.times"
    for _ in $(seq "$rounds"); do
        run_bluebook "beside-$1" "$2"
        "run_$1" "$1" "$2"
    done
    printf '%-12s %-14s %5s %9s %9s %11s %9s %8s\n' "$1" "$(version_of "$1")" \
        "$(pages_of "$work/$1.pdf")" "$(milliseconds "$1")" "$(mebibytes "$1")" \
        "$(milliseconds "beside-$1")" "$(ratio "$1" "beside-$1")" "$(wanted_of "$1")"
}

peers() {
    if [ -z "$document" ]; then
        invent report 8
        invent_for_others report
        document=$work/report
    fi
    run_bluebook first "$document"
    rm -f "$work/alone.times"
    for _ in $(seq "$rounds"); do
        run_bluebook alone "$document"
    done
    printf '\nOne document, medians of %s cold runs\n\n' "$rounds"
    printf '%-12s %-14s %5s %9s %9s %11s %9s %8s\n' "" "version" "pages" "ms" "peak MiB" "bluebook ms" "ratio" "wanted"
    printf '%-12s %-14s %5s %9s %9s\n' bluebook "$("$bluebook" --version | sed 's/.* //')" \
        "$(pages_of "$work/bluebook.pdf")" "$(milliseconds alone)" "$(mebibytes alone)"
    for program in fop typst weasyprint chromium; do
        beside "$program" "$document"
    done
}

growth() {
    for size in 1 8 83 275; do
        invent "report-$size" "$size"
        rm -f "$work/growth-$size.times"
    done
    for _ in $(seq "$rounds"); do
        for size in 1 8 83 275; do
            run_bluebook "growth-$size" "$work/report-$size"
        done
    done
    printf '\nThe same kind of document, short and long (bluebook alone)\n\n'
    printf '%8s %9s %12s %9s %9s   %s\n' "pages" "ms" "ms a page" "peak MiB" "ratio" "(wanted: the third under 11)"
    for size in 1 8 83 275; do
        run_bluebook last "$work/report-$size"
        pages=$(pages_of "$work/bluebook.pdf")
        printf '%8s %9s %12s %9s %9s\n' "$pages" "$(milliseconds "growth-$size")" \
            "$(echo "$(median "growth-$size" 1) $pages" | awk '{ printf "%.2f", $1 / $2 / 1000 }')" \
            "$(mebibytes "growth-$size")" "$(ratio "growth-$size" growth-8)"
    done
}

sample() {
    rm -f "$work/sample.times"
    for _ in first $(seq "$rounds"); do
        timed sample "$bluebook" build "$root/samples/omi-devon-cornwall/report.xml" -o "$work/sample"
    done
    printf '\nThe sample omi-devon-cornwall, page and PDF, from its sources: %s ms, %s MiB, %s pages\n' \
        "$(milliseconds sample)" "$(mebibytes sample)" "$(pages_of "$work/sample/report.pdf")"
}

printf '%s, %s, %s processors\n' "$(date +%F)" \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)"
case $only in
all)
    peers
    growth
    sample
    ;;
peers | growth | sample) "$only" ;;
*) die "there is no part $only" ;;
esac
