#!/bin/sh
# Builds a report as its writer would, and takes what was made apart for the tests.
#   build.sh BLUEBOOK REPORT.xml FOLDER
# Leaves in FOLDER: report.html, report.pdf, report.fo; resolved.xml; areas.xml, the areas that the PDF
# was drawn from; words.xhtml, the words that pdftotext finds in the PDF, with their places;
# structure.txt, what Bluebook reads aloud following the tags; poppler.txt, what poppler reads. Fails when the report has faults, or when
# anything but a note is said.
set -eu
bluebook=$1
report=$2
folder=$3
unset SOURCE_DATE_EPOCH
rm -rf "$folder"
mkdir -p "$folder"

"$bluebook" build "$report" -o "$folder" --format html,pdf,fo 2>"$folder/said"
cat "$folder/said"
# An edition, report.cy.xml, has its language in its name.
stem=$(basename "$report" .xml)
if [ "$stem" != report ]; then
    for ending in html pdf fo; do
        mv "$folder/$stem.$ending" "$folder/report.$ending"
    done
fi
if grep -q ': warning: \|: error: ' "$folder/said"; then
    echo "$report: there are warnings"
    exit 1
fi
"$bluebook" resolve "$report" >"$folder/resolved.xml" 2>/dev/null
"$bluebook" format --dump areas "$folder/report.fo" >"$folder/areas.xml" 2>"$folder/said-of-fo"
"$bluebook" inspect --read "$folder/report.pdf" >"$folder/structure.txt"
pdfinfo -struct-text "$folder/report.pdf" >"$folder/poppler.txt"
pdftotext -raw -bbox "$folder/report.pdf" "$folder/words.xhtml"
qpdf --check "$folder/report.pdf"
