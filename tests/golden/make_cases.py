#!/usr/bin/env python3
"""`./dev new-case` makes a case that passes, and `./dev approve` renews one that does not.

usage: make_cases.py PROGRAM FIXTURES
"""
import contextlib
import io
import json
import pathlib
import shutil
import sys
import tempfile

import cases
import fixtures


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    problems = []
    with tempfile.TemporaryDirectory(prefix="rejoinder-cases-") as name, contextlib.redirect_stdout(io.StringIO()) as said:
        tmp = pathlib.Path(name)
        thread, article = [root / "mybb/thread/page-1.html", root / "mybb/thread/page-2.html"], [root / "generic/error-page/page.html"]
        for case, pages in (("mybb/new", thread), ("generic/new", article)):
            problems.append(cases.new_case(program, tmp, case, pages))
            problems += fixtures.check(program, tmp / case)
        if "there already" not in (cases.new_case(program, tmp, "mybb/new", thread) or ""):
            problems.append("a case was made twice")
        shutil.copytree(root / "mybb/thread", tmp / "mybb/thread")
        path = tmp / "mybb/thread/expected.json"
        right = path.read_text(encoding="utf-8")
        wrong = json.loads(right)
        wrong["posts"][1]["author"]["name"] = "Nobody"
        del wrong["posts"][-1]
        path.write_text(json.dumps(wrong), encoding="utf-8")
        problems.append(cases.approve(program, tmp, ["mybb/thread"], ask=True))
        if json.loads(path.read_text(encoding="utf-8")) != wrong:
            problems.append("approve wrote without being told to")
        problems.append(cases.approve(program, tmp, ["mybb/thread"], ask=False))
        problems += fixtures.check(program, tmp / "mybb/thread")
        if '-        "name": "Nobody"' not in said.getvalue():
            problems.append("approve did not show the difference")
        if set(json.loads(path.read_text(encoding="utf-8"))["posts"][0]) != set(json.loads(right)["posts"][0]):
            problems.append("approve changed which keys a case holds")
    problems = [problem for problem in problems if problem]
    print("\n".join(problems) or "cases are made and renewed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
