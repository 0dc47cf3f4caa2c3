#!/usr/bin/env python3
"""docs/profile-format.md must describe every key that the loaders of profiles and phrase books read, and no other.

The keys of profiles are tables of the program, and stand in the document as it prints them. Value rules, rules of JSON and phrase books have loaders instead: the keys are taken from
their sources and compared with the section that describes them, both ways.

usage: profile_keys.py PROGRAM ROOT            test
       profile_keys.py PROGRAM ROOT --write    fills the program's tables into the document
"""
import pathlib
import re
import subprocess
import sys

# File of the loader -> heading of the section. Profiles have tables of their keys in the program.
SECTIONS = {"toml_rules.cpp": "### Value rules", "json_rules.cpp": "### Paths, conditions and rules of JSON", "load_phrase_book.cpp": "## Keys of a phrase book"}
READS = re.compile(r'(?:\bread_\w+(?:<[\w:]+>)?\(\s*(?:\*?\w+,\s*)?|(?:\.|->)(?:table|string|strings|required_string|find|boolean)\(\s*)"(\w+)"')


def section(document, heading):
    """The text below a heading, to the next one of the same or a higher level."""
    begin = document.index("\n" + heading + "\n") + len(heading) + 2
    level = heading.split(" ")[0]
    end = re.compile(r"^#{1,%d} " % len(level), re.M).search(document, begin)
    return document[begin:end.start() if end else len(document)]


def described(text):
    """Keys in the first columns of the tables of a section whose header is `key`."""
    keys, reading = set(), False
    for line in text.splitlines():
        cell = line.split("|")[1].strip() if line.startswith("|") else ""
        reading = cell == "key" or (reading and bool(line.startswith("|")))
        if reading and not cell.startswith("**"):
            keys |= set(re.findall(r"`(\w+)`", cell))
    return keys


def filled(document, tables):
    """The document with the program's tables between its marks; tables is what `rejoinder profile keys` prints."""
    for name, table in re.findall(r"^### \[(\S+)\]\n\n(.*?\n)(?=\n###|\Z)", tables, re.M | re.S):
        begin, end = f"<!-- keys of {name} -->\n", "<!-- end of keys -->"
        at = document.index(begin) + len(begin)
        document = document[:at] + table + document[document.index(end, at):]
    return document


def problems_of_sections(root, document):
    problems, keys, sources = [], {}, {}
    for file, heading in SECTIONS.items():
        sources[file] = (root / "src/profile" / file).read_text(encoding="utf-8")
        keys[file] = set(READS.findall(sources[file]))
        words = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", section(document, heading)))))
        problems += [f"docs/profile-format.md: '{heading}' lacks the key {key}, which {file} reads" for key in sorted(keys[file] - words)]
    # Kinds of moderation are keys by a table of names, not by a call.
    known = set().union(*keys.values()) | set(re.findall(r'(?:return |\{)"(\w+)"', "".join(sources.values())))
    for heading in SECTIONS.values():
        problems += [f"docs/profile-format.md: '{heading}' describes {key}, which no loader reads"
                     for key in sorted(described(section(document, heading)) - known)]
    return problems


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    file = root / "docs/profile-format.md"
    document = file.read_text(encoding="utf-8")
    tables = subprocess.run([program, "profile", "keys"], capture_output=True, text=True, check=True).stdout
    made = filled(document, tables)
    if "--write" in sys.argv:
        file.write_text(made, encoding="utf-8")
        return 0
    problems = problems_of_sections(root, document)
    if made != document:
        problems.append("docs/profile-format.md differs from what 'rejoinder profile keys' prints; run './dev docs'")
    print("\n".join(problems) or "every key is described")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
