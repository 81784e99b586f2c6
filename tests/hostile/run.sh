#!/bin/sh
# Reports that were made to hurt: each gets a clear message and exit status 1, and none a crash, a
# hang (CTest's time limit) or a look at a file that isn't the report's.
#   run.sh BLUEBOOK
set -eu
bluebook=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bad=0

# The beginning and the end of a report that is otherwise sound.
head='<report xmlns="urn:bluebook:findings" xmlns:xi="http://www.w3.org/2001/XInclude" programme="omi" lang="en">
<publication><title>Hostile</title><lead-body>HMI Probation</lead-body><published date="2008"/></publication>'
chapter='<chapter><title>One</title><p>Words.</p></chapter>'
tail='</report>'

# repeat COUNT TEXT
repeat() {
    yes "$2" | head -n "$1" | tr -d '\n' || true
}

# expect NAME STATUS WORD…: checks $folder/NAME/report.xml; every word must be said.
expect() {
    name=$1
    wanted=$2
    shift 2
    status=0
    (cd "$folder/$name" && "$bluebook" check report.xml) >"$folder/out" 2>&1 || status=$?
    if [ "$status" -ne "$wanted" ]; then
        echo "$name: exit status $status, not $wanted"
        tail -n 5 "$folder/out" | cut -c 1-300
        bad=1
    fi
    for word in "$@"; do
        grep -qF -- "$word" "$folder/out" || {
            echo "$name: does not say $word"
            head -n 5 "$folder/out" | cut -c 1-300
            bad=1
        }
    done
    # No message may be longer than a screen, whatever it quotes.
    if awk 'length($0) > 1000 { found = 1 } END { exit !found }' "$folder/out"; then
        echo "$name: a message of more than 1,000 characters"
        bad=1
    fi
    if grep -q "root:" "$folder/out"; then
        echo "$name: shows a file from outside"
        bad=1
    fi
}

# begin NAME: the folder of a case; what follows writes its report.xml.
begin() {
    mkdir -p "$folder/$1"
    cd "$folder/$1"
}

begin billion-laughs
{
    echo '<!DOCTYPE report [<!ENTITY a0 "ha">'
    previous=a0
    for i in 1 2 3 4 5 6 7 8 9; do
        echo "<!ENTITY a$i \"$(repeat 10 "&$previous;")\">"
        previous=a$i
    done
    echo ']>'
    echo "$head<body><chapter><title>&a9;</title></chapter></body>$tail"
} >report.xml
expect billion-laughs 1 'xml-syntax' 'without bound'

begin billion-attributes
{
    echo "<!DOCTYPE report [<!ENTITY a0 \"$(repeat 1000 ha)\">"
    echo "<!ENTITY a1 \"$(repeat 1000 '&a0;')\"><!ENTITY a2 \"$(repeat 1000 '&a1;')\">]>"
    echo "$head<body><chapter id=\"&a2;\"><title>One</title></chapter></body>$tail"
} >report.xml
expect billion-attributes 1 'xml-syntax'

begin element-bomb
{
    echo "<!DOCTYPE report [<!ENTITY a \"$(repeat 2000 '<wrong/>')\">]>"
    echo "$head<body><chapter><title>One</title>$(repeat 40 '&a;')</chapter></body>$tail"
} >report.xml
expect element-bomb 1 '<wrong> is not an element'

begin external-entity
cat >report.xml <<END
<!DOCTYPE report [<!ENTITY passwd SYSTEM "file:///etc/passwd">]>
$head<body><chapter><title>One</title><p>&passwd;</p></chapter></body>$tail
END
expect external-entity 1 'xml-external' 'file:///etc/passwd'

begin external-parameter-entity
cat >report.xml <<END
<!DOCTYPE report [<!ENTITY % far SYSTEM "http://127.0.0.1:9/far.dtd"> %far;]>
$head<body>$chapter</body>$tail
END
expect external-parameter-entity 1 'xml-external'

begin external-dtd
echo '<!ENTITY hello "hello">' >local.dtd
cat >report.xml <<END
<!DOCTYPE report SYSTEM "local.dtd">
$head<body><chapter><title>One</title><p>&hello;</p></chapter></body>$tail
END
expect external-dtd 1 'xml-external' 'local.dtd' 'report.xml:1:'

begin include-loop
for n in 1 2; do
    echo "<chapter xmlns='urn:bluebook:findings' xmlns:xi='http://www.w3.org/2001/XInclude'><title>$n</title><xi:include href='$((3 - n)).xml'/></chapter>" >$n.xml
done
echo "$head<body><xi:include href='1.xml'/></body>$tail" >report.xml
expect include-loop 1 'include-loop' '2.xml:1:'

# Each file includes the next twice: 2 to the 30th if nobody stops it.
begin include-bomb
for n in $(seq 1 30); do
    echo "<section xmlns='urn:bluebook:findings' xmlns:xi='http://www.w3.org/2001/XInclude'><title>$n</title><xi:include href='$((n + 1)).xml'/><xi:include href='$((n + 1)).xml'/></section>" >"$n.xml"
done
echo "$head<body><chapter><title>One</title><xi:include href='1.xml'/></chapter></body>$tail" >report.xml
expect include-bomb 1 'include-deep'

begin include-symlink
ln -s /etc/passwd passwd.xml
ln -s / everything
echo "$head<body>$chapter<xi:include href='passwd.xml'/><xi:include href='everything/etc/passwd'/><xi:include href='%2e%2e/%2e%2e/etc/passwd'/></body>$tail" >report.xml
expect include-symlink 1 'passwd.xml lies outside' 'everything/etc/passwd lies outside'

# A folder whose name only begins like the report's own.
mkdir -p "$folder/include-beside-old"
echo "<chapter xmlns='urn:bluebook:findings'><title>Old</title></chapter>" >"$folder/include-beside-old/1.xml"
begin include-beside
mkdir old
cp ../include-beside-old/1.xml old/1.xml
echo "$head<body>$chapter<xi:include href='../include-beside-old/1.xml'/></body>$tail" >report.xml
expect include-beside 1 'include-outside'

begin data-symlink
ln -s /etc/passwd cases.csv
ln -s /etc/passwd map.png
echo "$head<data><dataset id='d' href='cases.csv' key='k'>d</dataset></data><body><chapter><title>One</title><figure><img src='map.png' alt='a'/><figcaption>a</figcaption></figure></chapter></body>$tail" >report.xml
expect data-symlink 1 'data-outside' 'image-outside'

begin include-pipe
mkfifo chapter.xml
echo "$head<body>$chapter<xi:include href='chapter.xml'/></body>$tail" >report.xml
expect include-pipe 1 'include-missing'

begin deep
{ echo "$head<body>"; repeat 100000 '<section>'; } >report.xml
expect deep 1 'too deep'

begin deep-by-includes
{
    echo "<section xmlns='urn:bluebook:findings' xmlns:xi='http://www.w3.org/2001/XInclude'>"
    repeat 200 '<section><title>a</title>'
    repeat 200 '</section>'
    echo '</section>'
} >deep.xml
{
    echo "$head<body><chapter><title>One</title>"
    repeat 200 '<section><title>a</title>'
    echo "<xi:include href='deep.xml'/>"
    repeat 200 '</section>'
    echo "</chapter></body>$tail"
} >report.xml
expect deep-by-includes 1 'include-deep'

begin nul
{ printf '%s<body><chapter><title>A\000B</title></chapter></body>%s' "$head" "$tail"; } >report.xml
expect nul 1 'text-encoding' 'byte 00'

begin not-utf8
{ printf '%s<body><chapter><title>A\377\376B \303</title></chapter></body>%s' "$head" "$tail"; } >report.xml
expect not-utf8 1 'text-encoding' 'byte FF'

begin noise
head -c 200000 /dev/urandom >report.xml
expect noise 1 'error:'

begin zeros
head -c 1000000 /dev/zero >report.xml
expect zeros 1 'text-encoding'

begin huge-attribute
{
    printf '%s<body><chapter id="' "$head"
    head -c 9000000 /dev/zero | tr '\0' 'x'
    printf ' "><title>One</title><p><ref to="'
    head -c 11000000 /dev/zero | tr '\0' 'y'
    printf '"/></p></chapter></body>%s' "$tail"
} >report.xml
expect huge-attribute 1 'error:'

begin huge-attributes
{
    printf '%s<body><chapter id="' "$head"
    head -c 9000000 /dev/zero | tr '\0' 'x'
    printf '" lang="'
    head -c 9000000 /dev/zero | tr '\0' 'x'
    printf '"><title>One</title></chapter></body>%s' "$tail"
} >report.xml
expect huge-attributes 1 'too much stands in one tag'

begin long-id
{
    printf '%s<body><chapter id="' "$head"
    head -c 4000000 /dev/zero | tr '\0' 'x'
    printf '"><title>One</title><p><ref to="'
    head -c 4000000 /dev/zero | tr '\0' 'y'
    printf '"/></p></chapter></body>%s' "$tail"
} >report.xml
expect long-id 1 'ref-broken'

# A hundred thousand elements on one line, none of them known.
begin many
{ printf '%s<body><chapter><title>One</title>' "$head"; repeat 100000 '<x/>'; printf '</chapter></body>%s' "$tail"; } >report.xml
expect many 1 '<x> is not an element' '100000 errors'

begin many-doubled-attributes
{ printf '%s<body><chapter><title>One</title>' "$head"; repeat 100000 '<p id="a" id="a"/>'; printf '</chapter></body>%s' "$tail"; } >report.xml
expect many-doubled-attributes 1 'given twice'

begin many-misplaced
{ printf '%s<body><chapter><title>One</title>' "$head"; repeat 100000 '<p>a</p><title>b</title>'; printf '</chapter></body>%s' "$tail"; } >report.xml
expect many-misplaced 1 'more than one <title>'

begin many-broken
{ printf '%s<body><chapter><title>One</title>' "$head"
  for i in $(seq 1 20000); do printf '<p id="p%d"><ref to="q%d"/></p>' "$i" "$i"; done
  printf '</chapter></body>%s' "$tail"; } >report.xml
expect many-broken 1 'ref-broken' '20000 errors'

begin spans
cat >report.xml <<END
$head<body><chapter><title>One</title><table><caption>c</caption><tbody>
<tr><th scope="row" colspan="4294967297" rowspan="4294967297">a</th></tr><tr><td colspan="0">b</td></tr>
</tbody></table></chapter></body>$tail
END
expect spans 1 'error:'

# Cells that print each other ten times over: 10 to the 40th characters if nobody stops them.
begin cell-bomb
{
    echo "$head<body><chapter><title>One</title><table><caption>c</caption><tbody>"
    for i in $(seq 1 40); do
        echo "<tr><th scope='row'>$i</th><td id='c$i'>$(repeat 10 "<value of='c$((i + 1))'/>")</td></tr>"
    done
    echo "<tr><th scope='row'>end</th><td id='c41'>ha</td></tr></tbody></table></chapter></body>$tail"
} >report.xml
expect cell-bomb 1 'value-none'

begin csv-wide
{ repeat 2000000 'a,'; echo; } >cases.csv
echo "$head<data><dataset id='d' href='cases.csv' key='a'>d</dataset></data><body>$chapter</body>$tail" >report.xml
expect csv-wide 1 'csv-wide'

begin csv-long-row
{ echo 'case,q'; repeat 2000000 'a,'; echo; printf 'b,"'; head -c 3000000 /dev/zero | tr '\0' '"'; } >cases.csv
echo "$head<data><dataset id='d' href='cases.csv' key='case'>d</dataset></data><body>$chapter</body>$tail" >report.xml
expect csv-long-row 1 'csv-row-long' 'csv-quote-open'

begin csv-large
truncate -s 4G cases.csv
echo "$head<data><dataset id='d' href='cases.csv' key='case'>d</dataset></data><body>$chapter</body>$tail" >report.xml
expect csv-large 1 'file-large'

begin large
truncate -s 4G report.xml
expect large 1 'file-large'

begin programme
echo "$head<body>$chapter</body>$tail" | sed 's|programme="omi"|programme="../../../etc"|' >report.xml
expect programme 1 'programme-unknown'

begin folder
mkdir report.xml
expect folder 2 'is not a file'

mkdir -p "$folder/absent"
expect absent 2 'report.xml'

exit $bad
