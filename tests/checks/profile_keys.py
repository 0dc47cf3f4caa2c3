#!/usr/bin/env python3
"""docs/profile-format.md must describe every key that the loaders of profiles and phrase books read, and no other.

The loaders are the schema: the keys are taken from their sources, function by function, and compared with the section of
the document that describes that table. A key of the code must stand in backticks in its section; a key in the first column
of a table of the document must be read by the code.

usage: profile_keys.py ROOT
"""
import pathlib
import re
import sys

# Function of the loader -> heading of the section.
SECTIONS = {
    "load_profile.cpp": {
        "read_detect": "### `[detect]`", "read_post": "### `[html.post]`", "read_act_rules": "### `[html.post]`", "read_quote": "### `[html.quote]`",
        "read_smiley": "### `[html.smiley]`", "read_reaction": "### `[html.reaction]`", "read_html": "### `[html]`",
        "read_text": "### `[text]`", "read_time": "### `[time]`", "*": "### At the top",
    },
    "load_json_shape.cpp": {
        "read_condition": "### Paths, conditions and rules of JSON", "read_rule_keys": "### Paths, conditions and rules of JSON",
        "*": "### `[json]`",
    },
    "toml_rules.cpp": {"*": "### Value rules"},
    "load_phrase_book.cpp": {"*": "## Keys of a phrase book"},
}
READS = re.compile(r'(?:\bread_\w+(?:<[\w:]+>)?\(\s*(?:\*?\w+,\s*)?|(?:\.|->)(?:table|string|strings|required_string|find|boolean)\(\s*)"(\w+)"')
FUNCTION = re.compile(r"^(?!\s|//|#|}|namespace|using|constexpr|struct|const\b.*=)[\w:<>,&*\[\] ]*?\b(\w+)\(", re.M)


def keys_of(source):
    """Function name -> the keys that it reads."""
    starts = [(match.start(), match.group(1)) for match in FUNCTION.finditer(source)]
    bounds = [start for start, _ in starts[1:]] + [len(source)]
    return {name: set(READS.findall(source[start:end])) for (start, name), end in zip(starts, bounds)}


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


def main():
    root = pathlib.Path(sys.argv[1])
    document = (root / "docs/profile-format.md").read_text(encoding="utf-8")
    problems, read_in, count = [], {}, 0
    for file, functions in SECTIONS.items():
        source = (root / "src/profile" / file).read_text(encoding="utf-8")
        for function, keys in keys_of(source).items():
            heading = functions.get(function, functions["*"])
            read_in.setdefault(heading, set()).update(keys)
            words = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", section(document, heading)))))
            problems += [f"docs/profile-format.md: '{heading}' lacks the key {key}, which {file} reads"
                         for key in sorted(keys - words)]
            count += len(keys)
    everything = set().union(*read_in.values())
    for heading in read_in:
        # Kinds of moderation are keys by a table of names, not by a call.
        source = "".join((root / "src/profile" / file).read_text(encoding="utf-8") for file in SECTIONS)
        known = everything | set(re.findall(r'(?:return |\{)"(\w+)"', source))
        problems += [f"docs/profile-format.md: '{heading}' describes {key}, which no loader reads"
                     for key in sorted(described(section(document, heading)) - known)]
    print("\n".join(dict.fromkeys(problems)) or f"{count} keys, each described")
    return 1 if problems or count < 80 else 0


if __name__ == "__main__":
    sys.exit(main())
