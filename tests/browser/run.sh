#!/usr/bin/env bash
# Opens the HTML report and the site in a real browser: `run.sh PROGRAM [TEST.mjs…]`. Needs chromium, node and npm; the
# packages that drive the browser are put beside the build.
set -euo pipefail
program=$(realpath "$1"); shift
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
work=$here/../../build/browser
mkdir -p "$work"
if ! cmp -s "$here/package.json" "$work/package.json"; then
  cp "$here/package.json" "$work/"
  (cd "$work" && npm install --no-audit --no-fund --no-package-lock --silent)
fi
cp "$here"/*.mjs "$work/"
cd "$work"
[ $# -gt 0 ] || set -- *.test.mjs
REJOINDER=$program REJOINDER_ROOT=$here/../.. node --test --test-concurrency=1 "$@"
