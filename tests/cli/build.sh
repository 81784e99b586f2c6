#!/bin/sh
# bluebook resolve and bluebook build as their users meet them: what is written, what is said, and
# what the program ends with.
#   build.sh BLUEBOOK PAGE_CHECK FOLDER
set -eu
bluebook=$1
check=$2
work=$(mktemp -d)
unset SOURCE_DATE_EPOCH
trap 'rm -rf "$work"' EXIT
cp -R "$3/small" "$work/small"
cd "$work"
bad=0

fail() {
    echo "FAILED: $*"
    bad=1
}

# expect STATUS COMMAND…: runs it, keeps what it prints in out and err
expect() {
    wanted=$1
    shift
    status=0
    "$@" >out 2>err || status=$?
    if [ "$status" -ne "$wanted" ]; then
        fail "$* ended with $status, not $wanted"
        cat out err
    fi
}

# says FILE TEXT
says() {
    grep -qF -- "$2" "$1" || {
        fail "\"$2\" is not in $1:"
        cat "$1"
    }
}

# The resolved document is printed, with addresses that count from the report's folder.
expect 0 "$bluebook" resolve small/report.xml
says out '<ref to="map">Figure&#160;1</ref>'
says out 'src="chapters/images/the%20map.png"'
says err 'no errors'

# A build says what it wrote. Pictures go beside the page.
expect 0 "$bluebook" build small/report.xml -o made/here
says out 'made/here/report.html'
says out 'made/here/report.pdf'
says out 'made/here/chapters/images/the map.png'
says out '3 files in '
"$check" made/here/report.html || fail "the page has faults"
says made/here/report.html 'src="chapters/images/the%20map.png"'
cmp -s 'small/chapters/images/the map.png' 'made/here/chapters/images/the map.png' ||
    fail "the picture is not the same"

# The same report gives the same bytes, and beside the report nothing needs to be copied.
expect 0 "$bluebook" build --format html small/report.xml
says out '1 file in '
cmp small/report.html made/here/report.html || fail "two builds differ"

# One word more makes a difference.
sed 's|</title>|, again</title>|' small/report.xml >small/changed.xml
expect 0 "$bluebook" build small/changed.xml -o made/changed
for ending in html pdf; do
    ! cmp -s "made/here/report.$ending" "made/changed/changed.$ending" ||
        fail "$ending: another report, the same bytes"
done

# is_dated FOLDER DATE: the PDF is as old as that
is_dated() {
    TZ=UTC pdfinfo -isodates "made/$1/report.pdf" >out
    says out "$2"
}

# The date that is asked for is the one that is written, else that of publication.
is_dated here 2008-01-01T00:00:00Z
SOURCE_DATE_EPOCH=1234567890 expect 0 "$bluebook" build small/report.xml -o made/dated
is_dated dated 2009-02-13T23:31:30Z

# A report with faults writes nothing over what was there, and leaves nothing behind.
echo old >made/here/report.html
sed -i 's/to="map"/to="mapp"/' small/report.xml
expect 1 "$bluebook" build small/report.xml -o made/here
says err 'small/report.xml:12:'
says err '[ref-broken]'
says err 'Nothing was written.'
[ "$(cat made/here/report.html)" = old ] || fail "a failed build wrote over the page"
[ -z "$(find made -name '.*.part')" ] || fail "a failed build left files behind"
expect 1 "$bluebook" resolve small/report.xml
says out '[mapp]'

# A picture that is not there.
sed -i 's/to="mapp"/to="map"/' small/report.xml
rm 'small/chapters/images/the map.png'
expect 1 "$bluebook" build small/report.xml -o made/here
says err '[image-missing]'

# Wrong use, and what can't be read or written.
expect 2 "$bluebook" build
expect 2 "$bluebook" build small/report.xml --format papyrus
says err 'there is no format "papyrus"'
expect 2 "$bluebook" build nowhere.xml
says err 'nowhere.xml'
expect 2 "$bluebook" frobnicate
cp "$3/small/chapters/images/the map.png" small/chapters/images/
: >flat
expect 2 "$bluebook" build small/report.xml -o flat/folder
expect 2 "$bluebook" resolve small
BLUEBOOK_DATA=$work expect 2 "$bluebook" resolve small/report.xml

[ "$bad" -eq 0 ] && echo "all as expected"
exit $bad
