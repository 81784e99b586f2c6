#!/bin/sh
# bluebook build --embed-source and bluebook regenerate: what a PDF carries, that the same PDF comes
# of it, and that a PDF which was made to do harm does none.
#   regenerate.sh BLUEBOOK FOLDER SAMPLES
set -eu
bluebook=$(realpath "$1")
samples=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$2/small" "$work/small"
cd "$work"
unset SOURCE_DATE_EPOCH
# Whatever is unpacked, is unpacked here, and must be gone afterwards.
TMPDIR=$work/temporary
export TMPDIR
mkdir temporary
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
    [ -z "$(ls -A "$TMPDIR")" ] || fail "$*: left behind: $(find "$TMPDIR")"
}

# says FILE TEXT
says() {
    grep -qF -- "$2" "$1" || {
        fail "\"$2\" is not in $1:"
        cat "$1"
    }
}

# --- what the PDF carries ---

expect 0 "$bluebook" build --embed-source small/report.xml -o old
expect 0 "$bluebook" inspect old/report.pdf
expect 0 qpdf --check old/report.pdf
expect 0 pdfdetach -list old/report.pdf
cat >wanted <<END
4 embedded files
1: bluebook-sources.xml
2: chapters/area.xml
3: chapters/images/the map.png
4: report.xml
END
cmp -s out wanted || fail "other files are attached: $(cat out)"
pdfdetach -save 4 -o detached.xml old/report.pdf
cmp -s detached.xml small/report.xml || fail "the attached report is another one"
pdfdetach -save 3 -o detached.png old/report.pdf
cmp -s detached.png 'small/chapters/images/the map.png' || fail "the attached picture is another one"
pdfdetach -save 1 -o detached.xml old/report.pdf
sum=$(sha256sum small/report.xml | cut -d ' ' -f 1)
says detached.xml "<file path=\"report.xml\" size=\"582\" sha256=\"$sum\"/>"
says detached.xml 'report="report.xml" formats="html,pdf" date="2008-01-01T00:00:00Z"'
xmllint --noout detached.xml || fail "the manifest is not well-formed"
expect 0 "$bluebook" build --embed-source small/report.xml -o again
cmp old/report.pdf again/report.pdf || fail "two builds differ"
# Without the option nothing is attached, and the PDF is the archivable one that it always was.
expect 0 "$bluebook" build small/report.xml -o plain
expect 0 pdfdetach -list plain/report.pdf
says out '0 embedded files'
expect 1 "$bluebook" regenerate plain/report.pdf -o nothing
says err 'plain/report.pdf: error: '
says err '[source-none]'
[ ! -e nothing ] || fail "a PDF without sources gave files"

# --- the same again ---

expect 0 "$bluebook" regenerate old/report.pdf -o new
says out 'new/report.pdf'
says out 'new/report.html'
says out 'The PDF is byte for byte the old one.'
cmp old/report.pdf new/report.pdf || fail "the PDF is another one"
cmp old/report.html new/report.html || fail "the page is another one"
cmp 'old/chapters/images/the map.png' 'new/chapters/images/the map.png' || fail "no picture"

# From its own folder, by its bare name, with nothing around.
mkdir bare
cp old/report.pdf bare/kept.pdf
cd bare
expect 0 "$bluebook" regenerate kept.pdf
cd ..
cmp bare/kept.pdf bare/report.pdf || fail "beside the old one stands another one"

# The options are those of the first build.
expect 0 env SOURCE_DATE_EPOCH=1234567890 "$bluebook" build --embed-source -f pdf small/report.xml -o dated
expect 0 "$bluebook" regenerate dated/report.pdf -o redated
cmp dated/report.pdf redated/report.pdf || fail "the date is another one"
[ ! -e redated/report.html ] || fail "a page was made that wasn't asked for"

# Whole publications; one of them is the edition of another, whose chapters are read too.
for sample in omi-devon-cornwall/report esi-follow-up-hampshire/report.cy; do
    name=$(basename $sample)
    rm -rf sample resample
    expect 0 "$bluebook" build --embed-source "$samples/$sample.xml" -o sample
    expect 0 "$bluebook" inspect "sample/$name.pdf"
    expect 0 "$bluebook" regenerate "sample/$name.pdf" -o resample
    for ending in pdf html; do
        cmp "sample/$name.$ending" "resample/$name.$ending" || fail "$sample.$ending is another one"
    done
    expect 0 pdfdetach -list "sample/$name.pdf"
    says out ': cases.csv'
    says out ": $name.xml"
    if grep -q README out; then
        fail "a file is attached that the report is not made from"
    fi
done
says out ': chapters/summary.xml'
says out ': cy/summary.xml'

# Names beyond ASCII, and one that would not be unpacked again.
mkdir odd
cp -R small/. odd
mv 'odd/chapters/images/the map.png' 'odd/chapters/images/map ŵyr.png'
sed -i 's/the%20map.png/map%20ŵyr.png/' odd/chapters/area.xml
expect 0 "$bluebook" build --embed-source odd/report.xml -o odd-old
expect 0 "$bluebook" inspect odd-old/report.pdf
expect 0 "$bluebook" regenerate odd-old/report.pdf -o odd-new
cmp odd-old/report.pdf odd-new/report.pdf || fail "odd names give another PDF"
mv 'odd/chapters/images/map ŵyr.png' 'odd/chapters/images/map\.png'
sed -i 's/map%20ŵyr.png/map%5C.png/' odd/chapters/area.xml
expect 0 "$bluebook" build odd/report.xml -o odd-plain
expect 1 "$bluebook" build --embed-source odd/report.xml -o odd-none
says err '[embed-path]'
[ ! -e odd-none/report.pdf ] || fail "a PDF was made with a name in it that can't be unpacked"

# Another edition that is not in order: what there is of it goes along, and the report is not at fault.
mkdir editions
cp -R small/. editions
sed -i '2s/programme/edition-of="report.cy.xml" programme/' editions/report.xml
sed 's/lang="en"/lang="cy"/; s|chapters/area.xml|chapters/ardal.xml|' small/report.xml >editions/report.cy.xml
expect 0 "$bluebook" build --embed-source editions/report.xml -o editions-old
says err '[edition-faulty]'
expect 0 pdfdetach -list editions-old/report.pdf
says out ': report.cy.xml'
expect 0 "$bluebook" regenerate editions-old/report.pdf -o editions-new
cmp editions-old/report.pdf editions-new/report.pdf || fail "the edition makes a difference"

# As many files as can be attached, and one more.
mkdir -p many/parts
seq 999 | while read -r part; do
    echo "<p xmlns='urn:bluebook:findings'>$part</p>" >"many/parts/$part.xml"
done
# write_many COUNT: a report that includes so many of them
write_many() {
    sed '/<chapter/,$d' small/report.xml
    echo '<chapter id="a"><title>A</title>'
    seq "$1" | sed 's|.*|<xi:include href="parts/&.xml"/>|'
    echo '</chapter></body></report>'
}
write_many 999 >many/report.xml
expect 0 "$bluebook" build --embed-source many/report.xml -f pdf -o many-old
expect 0 "$bluebook" regenerate many-old/report.pdf -o many-new
echo "<p xmlns='urn:bluebook:findings'>1000</p>" >many/parts/1000.xml
write_many 1000 >many/report.xml
expect 1 "$bluebook" build --embed-source many/report.xml -f pdf -o many-none
says err '[embed-many]'
[ ! -e many-none/report.pdf ] || fail "too many files were attached"

# Nothing from outside the folder gets in, wherever links lead.
mkdir linked
cp -R small/. linked
cp 'small/chapters/images/the map.png' outside.png
ln -sf ../../../outside.png 'linked/chapters/images/the map.png'
expect 1 "$bluebook" build --embed-source linked/report.xml -o linked-out
says err '[image-outside]'
[ ! -e linked-out/report.pdf ] || fail "a picture from outside got in"

# --- what is there already ---

# Beside the old PDF nothing is replaced by anything else, anywhere not the old PDF itself.
mkdir beside
cp old/report.pdf beside
echo mine >beside/report.html
expect 1 "$bluebook" regenerate beside/report.pdf
says err 'beside/report.html is there already'
[ "$(cat beside/report.html)" = mine ] || fail "a page was written over"
expect 0 "$bluebook" regenerate beside/report.pdf -o beside
cmp -s beside/report.html old/report.html || fail "-o doesn't replace a page"

# qdf: the PDF as text that can be changed, in changed.pdf; fixes its tables afterwards.
qdf() {
    qpdf --qdf --object-streams=disable "$1" plain.qdf
    LC_ALL=C sed "$2" plain.qdf >changed.qdf
    if cmp -s plain.qdf changed.qdf; then
        fail "nothing to change: $2"
    fi
    fix-qdf changed.qdf >changed.pdf
}

# A PDF with the same sources and other bytes.
qdf old/report.pdf 's|Source of this report|source of this report|'
expect 1 "$bluebook" regenerate changed.pdf -o differs
says err '[source-differs]'
says out 'The PDF is not the old one.'
cmp -s differs/report.pdf old/report.pdf || fail "it is not what the sources make"
cp changed.pdf report.pdf
expect 1 "$bluebook" regenerate report.pdf -o .
says err 'report.pdf is there already'
cmp -s report.pdf changed.pdf || fail "the old PDF was written over"
rm report.pdf

# Made by another version.
qdf old/report.pdf 's|bluebook="[0-9.]*" report|bluebook="0.0.0" report|'
expect 1 "$bluebook" regenerate changed.pdf -o version
says err 'made by Bluebook 0.0.0;'
says err '[source-version]'

# --- made to do harm ---

# hostile NAME EXPRESSION TEXT…: a PDF changed so is refused with these words, and nothing is written.
hostile() {
    name=$1
    qdf old/report.pdf "$2"
    shift 2
    rm -rf harm
    expect 1 "$bluebook" regenerate changed.pdf -o harm
    for text; do
        says err "$text"
    done
    says err 'Nothing was written.'
    [ "$(wc -l <err)" -eq 3 ] || fail "$name: more than one message: $(head -n 5 err)"
    [ ! -e harm ] || fail "$name: $(find harm)"
}

# Where an escape would lead to.
escaped="$work/escaped.xml"
hostile 'up and out' 's|chapters/area.xml|../../escaped.xml|' '[source-path]' '"../../escaped.xml"'
hostile 'up from below' 's|chapters/area.xml|chapters/../../../escaped.xml|' '[source-path]'
hostile 'from the root' "s|chapters/area.xml|$escaped|" '[source-path]' 'begins at the root'
hostile 'an empty step' 's|chapters/area.xml|chapters//area.xml|' '[source-path]'
hostile 'another line' 's|path="chapters/area.xml|path="chapters/\&#10;area.xml|' '[source-path]' 'control'
hostile 'a NUL' 's|/UF (chapters/area.xml)|/UF (chapters/area.xml\\000.png)|' '[source-path]' 'NUL'
hostile 'a file and a folder' 's|chapters/area.xml|report.xml/area.xml|' '[source-path]' 'at once'
hostile 'the same twice' 's|chapters/area.xml|report.xml|' '[source-path]' 'twice'
hostile 'other content' 's|The map is|The map was|' '[source-damaged]' 'report.xml'
hostile 'content as long' 's|The map is|The map iz|' '[source-damaged]' 'checksum'
hostile 'another checksum' 's|sha256="[0-9a-f]*|sha256="00|' '[source-manifest]'
hostile 'one too few' 's|(chapters/area.xml)|(chapters/arena.xml)|' '[source-missing]' 'chapters/area.xml'
hostile 'no list' 's|(bluebook-sources.xml)|(bluebook-sauces.xml)|' '[source-none]'
hostile 'another format' 's|sources" version="1"|sources" version="2"|' '[source-manifest]'
hostile 'no XML' 's|</sources>|</sauces>|' '[source-manifest]'
hostile 'entities' 's|^<sources|<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sources|' \
    '[source-manifest]'
hostile 'another report' 's|report="report.xml"|report="nowhere.xml"|' '[source-manifest]'
hostile 'too large' 's|size="582"|size="99999999999"|' '[source-large]'
many=$(yes '3 0 R' | head -n 1002 | tr '\n' ' ')
hostile 'too many' "s|/AF \[|/AF [ $many|" '[source-many]'
grows=$(seq 1002 | sed "s|.*|<file path=\"&\" size=\"1\" sha256=\"$sum\"/>|" | tr -d '\n')
hostile 'a list too long' "s|</sources>|$grows</sources>|" '[source-many]'
[ ! -e "$escaped" ] || fail "a file got out"

# What is attached by somebody else is left out.
qdf old/report.pdf 's|/AF \[|/AF [ << /UF (evil.sh) /EF << /F 3 0 R >> >>|'
expect 1 "$bluebook" regenerate changed.pdf -o loose
says err 'evil.sh is attached to the PDF but is none of its sources'
[ ! -e loose/evil.sh ] || fail "a loose attachment was unpacked"

# A report with faults is said to be one, with places in the PDF.
sed 's|to="map"|to="mop"|' small/report.xml >mop.xml
new=$(sha256sum mop.xml | cut -d ' ' -f 1)
qdf old/report.pdf "s|to=\"map\"|to=\"mop\"|;s|$sum|$new|"
expect 1 "$bluebook" regenerate changed.pdf -o mop
says err 'changed.pdf/report.xml:12:'
says err '[ref-broken]'
[ ! -e mop ] || [ -z "$(find mop -type f)" ] || fail "a report with faults was written"

# Damaged, empty, none at all, not there.
head -c 20000 old/report.pdf >half.pdf
expect 1 "$bluebook" regenerate half.pdf -o half
says err 'half.pdf: error: '
: >empty.pdf
expect 1 "$bluebook" regenerate empty.pdf -o half
says err '[source-pdf]'
echo 'no PDF' >text.pdf
expect 1 "$bluebook" regenerate text.pdf -o half
says err '[source-pdf]'
expect 2 "$bluebook" regenerate nowhere.pdf -o half
expect 2 "$bluebook" regenerate
expect 2 "$bluebook" build --embed-source --format html small/report.xml -o half
says err '--embed-source is for the PDF'
[ ! -e half ] || fail "a damaged PDF gave files"

[ "$bad" -eq 0 ] && echo "all as expected"
exit $bad
