#!/bin/sh
# Shows how what bluebook check says differs from what was blessed, and asks before it takes it over.
#   bless.sh BLUEBOOK
set -eu
here=$(dirname "$0")
exec "$here/run.sh" "$1" "$here" bless
