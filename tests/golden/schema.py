#!/usr/bin/env python3
"""The JSON report of every fixture, and each line of its JSON lines, is as docs/rejoinder.schema.json says.

usage: schema.py PROGRAM ROOT
"""
import json
import pathlib
import subprocess
import sys

SKIPPED = 77


def reports(program, case):
    """The report of each thread of a case: from its JSON, and from its JSON lines."""
    pages = sorted(str(page) for page in case.glob("page*"))
    for form in ("json", "jsonl"):
        run = subprocess.run([program, "analyze", *pages, "--format", form], capture_output=True, check=True)
        text, reader = run.stdout.decode("utf-8"), json.JSONDecoder()
        while text.strip():
            report, end = reader.raw_decode(text)
            if form == "jsonl" and "\n" in text[:end]:
                sys.exit(f"{case}: a line of JSON lines is broken")
            yield form, report
            text = text[end:].lstrip()


def main():
    try:
        import jsonschema
    except ImportError:
        if pathlib.Path(sys.executable).resolve() != pathlib.Path("/usr/bin/python3").resolve():
            sys.exit(subprocess.run(["/usr/bin/python3", *sys.argv]).returncode)
        print("skipped: python3-jsonschema is not installed")
        return SKIPPED
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    schema = json.loads((root / "docs" / "rejoinder.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    count, problems = 0, []
    for case in sorted(root.glob("fixtures/*/*")):
        if not (case / "expected.json").exists():
            continue
        for form, report in reports(program, case):
            count += 1
            for error in list(validator.iter_errors(report))[:3]:
                where = "/".join(str(step) for step in error.absolute_path)
                problems.append(f"{case.relative_to(root)} ({form}): {where}: {error.message[:300]}")
    print("\n".join(problems[:40]) or f"{count} reports are as the schema says")
    return 1 if problems or count < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
