#!/usr/bin/env bash
# An installed Rejoinder finds its configuration beside itself, and brings its manual and completions: `install.sh BUILD ROOT`.
set -euo pipefail
build=$(realpath "$1") root=$(realpath "$2")
prefix=$(mktemp -d); trap 'rm -rf "$prefix"' EXIT
cmake --build "$build" --target manual >/dev/null
cmake --install "$build" --prefix "$prefix" >/dev/null
for file in share/man/man1/rejoinder.1 share/bash-completion/completions/rejoinder share/zsh/vendor-completions/_rejoinder \
            share/fish/vendor_completions.d/rejoinder.fish share/rejoinder/rejoinder.schema.json; do
  [ -s "$prefix/$file" ] || { echo "$file is not installed"; exit 1; }
done
# An installed program must not fall back on the sources: with its configuration away it has none of them.
cd /
"$prefix/bin/rejoinder" analyze "$root/fixtures/invision/thai-visa-html/page.html" --format json | grep -q '"profile": "asean-now"'
rm "$prefix/share/rejoinder/config/forums/asean-now.toml"
"$prefix/bin/rejoinder" profile list | grep -q '^asean-now' && { echo "the installed program reads the sources' configuration"; exit 1; }
echo "installed"
