#!/bin/sh
# Nothing is written over an earlier output unless the whole build succeeded; and what is there is
# never half a file. Reports with faults, folders that can't be written, full disks, and builds that
# are killed, at every call that changes the folder and at five moments more.
#   outputs.sh BLUEBOOK TROUBLE.so SMALL_REPORT_FOLDER FAULTY_REPORT_FOLDER
# shellcheck disable=SC2317 # each calls its functions by name
set -eu
bluebook=$(realpath "$1")
trouble=$(realpath "$2")
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cp -R "$3" "$work/small"
cp -R "$4" "$work/faulty"
# With a sanitizer the program would rather load that first; a killed one can't look for leaks.
export ASAN_OPTIONS=verify_asan_link_order=0
cd "$work"
bad=0

fail() {
    echo "FAILED: $*"
    bad=1
}

# each COMMAND…: for every file, with its name behind
each() {
    for each_file in report.html report.pdf 'chapters/images/the map.png'; do
        "$@" "$each_file"
    done
}

put_old() {
    mkdir -p "$(dirname "old/$1")"
    echo "old $1" >"old/$1"
    touch -d '2001-02-03 04:05:06' "old/$1"
}
each put_old
old_time=$(stat -c %Y old/report.html)

# An earlier output of every file, and nothing else.
begin() {
    rm -rf out
    cp -Rp old out
}

is_old() {
    cmp -s "out/$1" "old/$1" && [ "$(stat -c %Y "out/$1")" -eq "$old_time" ]
}

is_new() {
    cmp -s "out/$1" "good/$1"
}

must_be_old() {
    is_old "$1" || fail "$what: $1 was touched"
}

must_be_new() {
    is_new "$1" || fail "$what: $1 is not what was built"
}

must_be_whole() {
    is_old "$1" || is_new "$1" || fail "$what: $1 is half a file"
}

# Only the outputs themselves are there, and what may match $1.
nothing_else() {
    find out -type f ! -name report.html ! -name report.pdf ! -name 'the map.png' ! -name "$1" \
        >others
    [ ! -s others ] || fail "$what: left behind: $(cat others)"
}

# build STATUS VARIABLE=VALUE…
build() {
    wanted=$1
    shift
    status=0
    env "$@" "$bluebook" build small/report.xml -o out >said 2>&1 || status=$?
    [ "$status" -eq "$wanted" ] || {
        fail "$what: the build ended with $status, not $wanted"
        cat said
    }
}

# What a good build makes.
begin
what='a good build'
build 0 A=b
nothing_else ''
cp -R out good

# --- the report is at fault ---

begin
what='twelve faults'

status=0
"$bluebook" build faulty/report.xml -o out >said 2>&1 || status=$?
[ "$status" -eq 1 ] || fail "$what: the build ended with $status"
grep -q 'Nothing was written' said || fail "$what: doesn't say that nothing was written"
each must_be_old
nothing_else ''

# --- the folder is ---

begin
what='a folder in the way of the PDF'
rm out/report.pdf
mkdir out/report.pdf
build 2 A=b
is_old report.html || fail "$what: report.html was touched"
nothing_else ''

# as_nobody COMMAND…: root may write everywhere, so it is somebody else then
as_nobody() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}

begin
what='a folder that must not be written'
chmod 755 "$work"
chmod -R a+rX,a-w out
# Somebody else may not even read where the project lies.
mkdir -p installed/bin
cp "$bluebook" installed/bin
cp -R "$(dirname "$bluebook")/../share" installed
status=0
as_nobody "$work/installed/bin/bluebook" build small/report.xml -o out >said 2>&1 || status=$?
[ "$status" -eq 2 ] || fail "$what: the build ended with $status"
grep -q 'out/report.html' said || fail "$what: doesn't name the file: $(cat said)"
each must_be_old
nothing_else ''
chmod -R u+w out

# --- the disk is ---

begin
what='a full disk'
cat >on-full-disk <<END
set -eu
mount -t tmpfs -o size=16k tmpfs full
cp -Rp out/. full
status=0
"$bluebook" build small/report.xml -o full >said 2>&1 || status=\$?
echo \$status >status
rm -rf out
cp -Rp full out
END
mkdir full
if [ "$(id -u)" -eq 0 ] && unshare -m sh -c 'mount -t tmpfs tmpfs full' 2>/dev/null; then
    unshare -m sh on-full-disk
    [ "$(cat status)" -eq 2 ] || fail "$what: the build ended with $(cat status)"
    grep -q 'No space left on device' said || fail "$what: isn't named: $(cat said)"
    each must_be_old
    nothing_else ''
else
    echo "skipped: $what (only root may mount one)"
fi

# at_every_call KIND STATUS: KIND of trouble at the first call that changes the folder, the second …
# until the build comes through
at_every_call() {
    moment=1
    while :; do
        begin
        what="$1 at call $moment"
        status=0
        env LD_PRELOAD="$trouble" TROUBLE="$1" TROUBLE_AT=$moment TROUBLE_FOLDER=out \
            "$bluebook" build small/report.xml -o out >said 2>&1 || status=$?
        [ "$status" -ne 0 ] || break
        [ "$status" -eq "$2" ] || fail "$what: the build ended with $status: $(cat said)"
        after_trouble
        moment=$((moment + 1))
        [ "$moment" -lt 100 ] || { fail "$1: there is no end of calls"; break; }
    done
    each must_be_new
    nothing_else ''
    [ "$moment" -gt 8 ] || fail "$1: only $moment calls change the folder"
    echo "$1: tried at $((moment - 1)) calls"
}

untouched() {
    each must_be_old
    nothing_else ''
}

after_trouble() { untouched; }
at_every_call full 2
at_every_call refuse 2

# --- the program is killed ---

# Every file is whole; what else was left, the next build clears away.
cleared() {
    each must_be_whole
    nothing_else '.*.part'
    build 0 A=b
    each must_be_new
    nothing_else ''
}

after_trouble() { cleared; }
at_every_call kill 137

# Five moments of the time that a build takes: for what is done before the folder changes.
began=$(date +%s%N)
begin
what='a build'
build 0 A=b
took=$(($(date +%s%N) - began))
for part in 1 2 3 4 5; do
    begin
    what="killed at $part of 5"
    moment=$((took * part / 5))
    timeout -s KILL "$((moment / 1000000000)).$(printf '%09d' $((moment % 1000000000)))" \
        "$bluebook" build small/report.xml -o out >said 2>&1 || true
    cleared
done

[ "$bad" -eq 0 ] && echo "all as expected"
exit $bad
