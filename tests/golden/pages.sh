#!/bin/sh
# Makes the page of every resolved document of a topic, and checks them all.
#   pages.sh STAGE PAGE_CHECK DATA_FOLDER TOPIC_FOLDER
set -eu
stage=$1
check=$2
data=$3
cd "$4"
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
for input in *.resolved.xml; do
    "$stage" "$data" page "$input" "$pages/${input%.resolved.xml}.html" "$pages/said"
done
"$check" "$pages"/*.html
