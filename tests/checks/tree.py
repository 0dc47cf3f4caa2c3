#!/usr/bin/env python3
"""Checks of the tree itself: every profile has a fixture, the README's commands are those of ./dev, no file is too long.

usage: tree.py ROOT
"""
import pathlib
import re
import sys
import tomllib

LONGEST = 400  # lines of a source file; past that it is a room to divide


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    tested = set()
    for case in root.glob("fixtures/*/*/case.toml"):
        keys = tomllib.loads(case.read_text(encoding="utf-8"))
        tested.add(keys.get("profile"))
        tested.update(keys.get("also", []))
        for key in ("source", "licence", "about"):
            if key not in keys:
                problems.append(f"{case.relative_to(root)} lacks the key {key}")
            if "TODO" in keys.get(key, ""):
                problems.append(f"{case.relative_to(root)}: {key} is not filled in")
    profiles = sorted(path.stem for path in root.glob("config/forums/*.toml"))
    problems += [f"config/forums/{name}.toml has no fixture" for name in profiles if name not in tested]

    readme = (root / "README.md").read_text(encoding="utf-8")
    dev = (root / "dev").read_text(encoding="utf-8")
    named = set(re.findall(r"\./dev (\w+)", readme))
    problems += [f"README.md names ./dev {name}, which ./dev does not know" for name in sorted(named)
                 if f"command_{name}()" not in dev]
    problems += [f"README.md does not name ./dev {name}" for name in ("demo", "test") if name not in named]

    for file in [*root.glob("src/**/*.[ch]pp"), *root.glob("include/**/*.hpp")]:
        lines = file.read_text(encoding="utf-8").count("\n")
        if lines > LONGEST:
            problems.append(f"{file.relative_to(root)} has {lines} lines")
    print("\n".join(problems) or f"{len(profiles)} profiles, each with a fixture")
    return 1 if problems or not profiles else 0


if __name__ == "__main__":
    sys.exit(main())
