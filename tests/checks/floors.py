#!/usr/bin/env python3
"""Fails on an include that climbs a floor, and on a third-party name outside its folder.

usage: floors.py ROOT
"""
import pathlib
import re
import sys

# Lowest first. A file may include its own folder, folders of lower floors, and public headers of lower floors or its own.
FLOORS = [["base"], ["source", "pattern", "dom", "json"], ["profile"], ["extract", "thread"], ["resolve"], ["measure"],
          ["findings"], ["analyze"], ["evaluate"], ["report"], ["cli"]]
FLOOR_OF = {folder: number for number, folders in enumerate(FLOORS) for folder in folders}

# Public headers, by the floor that implements them. The plain nouns of the flow belong to the ground.
PUBLIC = {"result": "base", "capture": "base", "post": "base", "thread": "base", "profile": "profile",
          "extract": "extract", "resolve": "resolve", "measure": "measure", "findings": "findings", "split": "findings", "compare": "findings",
          "analyze": "analyze", "evaluate": "evaluate", "report": "report"}

# Beginning of an include of a third-party library: the folders that may name it.
LIBRARIES = {"unicode/": {"base"}, "date/": {"base"}, "rapidfuzz": {"base"}, "pcre2": {"pattern"}, "lexbor": {"dom"},
             "toml++": {"profile"}, "boost/": {"resolve", "measure"}, "nlohmann": {"report"}, "CLI/": {"cli"},
             "archive": {"source"}, "simdjson": {"json"}, "zlib": {"source"}, "brotli/": {"source"}, "fmt/": set(FLOOR_OF), "tl/": {"include", "base"}}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def floor_of_include(path):
    parts = pathlib.PurePosixPath(path).parts
    if parts[0] == "rejoinder":
        return FLOOR_OF[PUBLIC[pathlib.PurePosixPath(path).stem]]
    return FLOOR_OF.get(parts[0])


def check(root):
    problems, includes = [], 0
    for file in sorted([*root.glob("src/**/*.[ch]pp"), *root.glob("include/**/*.hpp")]):
        relative = file.relative_to(root)
        public = relative.parts[0] == "include"
        folder = PUBLIC[file.stem] if public else relative.parts[1]
        for kind, path in INCLUDE.findall(file.read_text(encoding="utf-8")):
            includes += 1
            if kind == '"':
                floor = floor_of_include(path)
                if floor is None:
                    problems.append(f"{relative}: \"{path}\" is written without its folder")
                elif floor > FLOOR_OF[folder]:
                    problems.append(f"{relative}: includes {path}, which is on a higher floor")
                elif floor == FLOOR_OF[folder] and not path.startswith("rejoinder/") and path.split("/")[0] != folder:
                    problems.append(f"{relative}: includes {path} of a neighbour on the same floor")
                continue
            for library, folders in LIBRARIES.items():
                if path.startswith(library) and ("include" if public else folder) not in folders:
                    problems.append(f"{relative}: names {path}, which belongs to {', '.join(sorted(folders))}")
    return problems, includes


def main():
    problems, includes = check(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) or f"{includes} includes, none climbs")
    return 1 if problems or includes < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
