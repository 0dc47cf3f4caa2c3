#!/usr/bin/env bash
# The sample reports of reports/: `samples.sh PROGRAM write` makes them, `samples.sh PROGRAM compare` tells whether they are
# what the program writes today.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=reports
if [ "$2" = compare ]; then out=$(mktemp -d); trap 'rm -rf "$out"' EXIT; fi

for case in thai-visa-text thai-visa-html; do
  for format in markdown json; do
    "$program" analyze "fixtures/invision/$case/"page.* --format "$format" -o "$out/$case" 2>/dev/null
  done
done
"$program" analyze fixtures/invision/thai-visa-text/page.txt --format html -o "$out/thai-visa-text" 2>/dev/null

[ "$2" = write ] || diff -r "$out" reports
