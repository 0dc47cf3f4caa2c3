#!/usr/bin/env python3
"""With --pseudonyms no output of any format holds a name of the pages, and a run gives the same bytes twice.

usage: pseudonyms.py PROGRAM ROOT
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

KEY = "a key for tests, and for nothing else"
# Words of the formats themselves, of the forums' engines or of their own texts: fixtures use them as names too.
WORDS_OF_FORMATS = {"cy", "a moderator", "a", "me", "id", "post", "text", "guest", "anonymous", "unnamed", "deleted", "admin", "moderator", "system", "null"}


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, check=True,
                          env={**os.environ, "REJOINDER_KEY": KEY}).stdout


def names_in(value, key=""):
    """Every name that the lines of `extract` print: of authors, in quotes, of who edited."""
    if isinstance(value, dict):
        for inner, one in value.items():
            if inner in ("author", "by") and isinstance(one, str):
                yield one
            else:
                yield from names_in(one, inner)
    elif isinstance(value, list):
        for one in value:
            yield from names_in(one, key)


def plain(text):
    return unicodedata.normalize("NFKC", text).casefold()


def outputs(program, pages, folder):
    """Everything that is written: each format in a folder, and an audit bundle."""
    known = subprocess.run([program, "analyze", "x", "--format", "none"], capture_output=True, text=True).stderr
    for form in re.findall(r"\w+", known.split("there are ")[1].replace(" and ", ", ")):
        arguments = ["analyze", *pages, "--pseudonyms", "keyed", "--format", form, "-o", str(folder / form)]
        if form == "json":
            arguments += ["--audit", str(folder / "audit")]
        run(program, *arguments)
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "configuration" not in file.parts:
            yield file, file.read_bytes()


def main():
    program, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    searched = files = 0
    for case in sorted(root.glob("fixtures/*/*")):
        if not (case / "expected.json").exists():
            continue
        pages = sorted(str(page) for page in case.glob("page*"))
        lines = run(program, "extract", *pages).decode("utf-8").splitlines()
        names = {plain(name).strip() for line in lines for name in names_in(json.loads(line)["body"]) if name}
        names |= {plain(name).strip() for line in lines for name in names_in({k: v for k, v in json.loads(line).items() if k != "thread"})}
        names = {name for name in names if name and name not in WORDS_OF_FORMATS}
        with tempfile.TemporaryDirectory() as once, tempfile.TemporaryDirectory() as twice:
            first = {str(file.relative_to(once)): data for file, data in outputs(program, pages, pathlib.Path(once))}
            second = {str(file.relative_to(twice)): data for file, data in outputs(program, pages, pathlib.Path(twice))}
        if first != second:
            sys.exit(f"{case}: two runs differ in {[name for name in first if first[name] != second.get(name)]}")
        for file, data in first.items():
            # Paths of the pages name the case, not people.
            text = plain(data.decode("utf-8", errors="replace")).replace(plain(str(case)), "").replace(case.name, "")
            text = re.sub(r"sha(256|384|512)-[\w+/=]+", "", text)  # hashes hold anything
            # A page's scripts and style are the program's own and hold nothing of a thread; its other marks are words
            # of HTML and SVG.
            text = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", text, flags=re.S)
            text = re.sub(r'\b[cr][xy]="', "", text)
            for name in names:
                found = re.search(rf"(?<![\w]){re.escape(name)}(?![\w])", text)
                if found and name not in plain(file):
                    place = found.start()
                    sys.exit(f"{case}: {file} holds {name!r}: …{text[max(0, place - 60):place + 60]!r}…")
            files += 1
        searched += len(names)
    print(f"{searched} names in {files} files")
    return 0 if searched > 100 else 1


if __name__ == "__main__":
    sys.exit(main())
