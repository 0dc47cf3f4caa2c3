#!/usr/bin/env bash
# The sample reports of reports/: `samples.sh PROGRAM write` makes them, `samples.sh PROGRAM compare` tells whether they are
# what the program writes today. Of the database its text is kept, because its bytes depend on SQLite's version.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=reports
if [ "$2" = compare ]; then out=$(mktemp -d); trap 'rm -rf "$out"' EXIT; fi

# Its tables, indexes and views; the rows are those of the CSV files.
dump='import sqlite3, sys
for name, sql in sqlite3.connect(sys.argv[1]).execute("SELECT name, sql FROM sqlite_master ORDER BY type, name"):
    print(f"-- {name}\n{sql};")'

for case in thai-visa-text thai-visa-html; do
  for format in markdown html text json jsonl csv sqlite graphml gexf dot convokit; do
    "$program" analyze "fixtures/invision/$case/"page.* --format "$format" -o "$out/$case" 2>/dev/null
  done
  python3 -c "$dump" "$out/$case/threads.sqlite" >"$out/$case/threads.sql"
  rm "$out/$case/threads.sqlite"
done
"$program" analyze fixtures/invision/thai-visa-text/page.txt --format html -o "$out/thai-visa-text" 2>/dev/null

[ "$2" = write ] || diff -r -x screenshots "$out" reports
