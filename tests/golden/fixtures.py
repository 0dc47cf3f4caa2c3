#!/usr/bin/env python3
"""Runs the program over every fixture and compares its JSON with the truth in expected.json.

A case is fixtures/ENGINE/NAME/ with case.toml and page.* (or page-1.*, page-2.* …). expected.json holds what must come out:
every key in it must have that value in the program's JSON; keys it leaves out are free. A list holds one such object for each
thread. A case without expected.json holds no
thread: its case.toml says so, and the program must leave with exit code 1 and one sentence.

usage: fixtures.py PROGRAM FIXTURES
"""
import json
import pathlib
import subprocess
import sys
import tomllib


def analyse(program, pages):
    return subprocess.run([program, "analyze", "--format", "json", *map(str, pages)], capture_output=True, text=True)


def differences(actual, expected, path):
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            return [f"{path}: {actual!r} is no object"]
        found = []
        for key, value in expected.items():
            if key not in actual:
                found.append(f"{path}.{key}: missing")
            else:
                found += differences(actual[key], value, f"{path}.{key}")
        if path.endswith(".reactions"):
            found += [f"{path}.{key}: unexpected" for key in actual if key not in expected]
        return found
    if isinstance(expected, list):
        if not isinstance(actual, list) or len(actual) != len(expected):
            return [f"{path}: has {len(actual) if isinstance(actual, list) else actual!r}, expected {len(expected)}"]
        return [d for i, (a, e) in enumerate(zip(actual, expected)) for d in differences(a, e, f"{path}[{i}]")]
    return [] if actual == expected else [f"{path}:\n    is       {actual!r}\n    expected {expected!r}"]


def timeline_differences(result, expected):
    """Hours after the anchor: {"anchor": "g2", "posts": {"3": [3, 4]}}."""
    bounds = {str(entry["ref"]): entry for entry in result["timeline"]}
    found = []
    for ref, (least, most) in expected["posts"].items():
        entry = bounds[ref]
        if entry["relative_to"] != expected["anchor"]:
            return [f"timeline is relative to {entry['relative_to']}, expected {expected['anchor']}"]
        hours = [entry["earliest"] / 3600, entry["latest"] / 3600]
        if hours != [least, most]:
            found.append(f"timeline of {ref}: {hours}, expected {[least, most]}")
    return found


def results_of(text):
    """One result per thread."""
    results, at, decoder = [], 0, json.JSONDecoder()
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        result, at = decoder.raw_decode(text, at)
        results.append(result)
    return results


def check(program, case):
    with open(case / "case.toml", "rb") as file:
        description = tomllib.load(file)
    pages = sorted(case.glob("page*.*"))
    run = analyse(program, pages)
    if not (case / "expected.json").exists():
        sentence = run.stderr.strip()
        fine = run.returncode == 1 and not run.stdout and sentence.count("\n") == 0
        fine = fine and description.get("says", "") in sentence
        return [] if fine else [f"exit {run.returncode}, says {run.stderr!r}"]
    if run.returncode != 0:
        return [f"exit {run.returncode}: {run.stderr}"]
    results = results_of(run.stdout)
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    if isinstance(expected, list):  # several threads in one file
        return differences(results, expected, "results")
    result = results[0]
    timeline = expected.pop("timeline_hours_after", None)
    found = [] if len(results) == 1 else [f"{len(results)} threads, expected 1"]
    if description.get("profile") and result["thread"]["profile"] != description["profile"]:
        found.append(f"profile is {result['thread']['profile']}, expected {description['profile']}")
    found += differences(result, expected, "result")
    if timeline:
        found += timeline_differences(result, timeline)
    return found


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    cases = sorted(path.parent for path in root.glob("*/*/case.toml"))
    failed = 0
    for case in cases:
        found = check(program, case)
        print(f"{'FAILED' if found else 'ok    '} {case.relative_to(root)}")
        for line in found:
            print(f"  {line}")
        failed += bool(found)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
