#!/bin/sh
# The FO file that a build writes is what its PDF was made of: printed by itself, it gives the same
# words, spaces and lines.
#   fo.sh BLUEBOOK FOLDER
set -eu
bluebook=$1
cd "$2"
"$bluebook" format report.fo from-fo.pdf
pdftotext -raw report.pdf text.txt
pdftotext -raw from-fo.pdf text-from-fo.txt
diff -u text.txt text-from-fo.txt
