#!/usr/bin/env python3
"""Compares the program's JSON with the hand-made truth of the five founding pages, point for point.

The pages are other people's writing and lie beside the project, not in it; where they are absent the test says so and is
skipped (exit code 77).

usage: founding_pages.py PROGRAM SHARED
"""
import json
import pathlib
import re
import subprocess
import sys

SPACE = re.compile(r"\s+")


def words(text):
    """Texts are compared without regard to white space, which an extraction's lines and paragraphs leave open."""
    return SPACE.sub(" ", text).strip()


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def equal(self, what, actual, expected):
        if actual == expected:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what}\n    is       {actual!r}\n    expected {expected!r}")


def check_thread(program, shared, checks):
    page = shared / "seeds" / "003_106c6ee7f5bce682.txt"
    truth = json.loads((shared / "truth" / "thai-visa-thread.json").read_text(encoding="utf-8"))
    lines = page.read_text(encoding="utf-8").split("\n")

    def stretch(bounds):
        return words(" ".join(lines[bounds[0] - 1:bounds[1]]))

    run = subprocess.run([program, "analyze", "--format", "json", str(page)], capture_output=True, text=True)
    checks.equal("exit code", run.returncode, 0)
    result = json.loads(run.stdout)
    checks.equal("title", result["thread"]["title"], truth["title"])
    checks.equal("post count", result["thread"]["post_count"], len(truth["posts"]))
    ghost_ids = {"ghost A": "g1", "ghost B": "g2"}

    def ref(printed):
        return ghost_ids.get(printed) or (printed if isinstance(printed, int) else int(printed.split()[1]))

    for post, expected in zip(result["posts"], truth["posts"]):
        name = f"post {expected['post']}"
        checks.equal(f"{name}: number", post["number"], expected["post"])
        checks.equal(f"{name}: author", post["author"]["name"], expected["author"])
        if "own_lines" in expected:
            checks.equal(f"{name}: own text", words(post["text"]), stretch(expected["own_lines"]))
        else:
            first, last = expected["lines"]
            checks.equal(f"{name}: own text", words(post["text"]), stretch([first, last - 2]))
        checks.equal(f"{name}: reactions", post["reactions"], expected.get("reactions", {}))
        checks.equal(f"{name}: number of quotes", len(post["quotes"]), len(expected["quotes"]))
        for quote, true_quote in zip(post["quotes"], expected["quotes"]):
            checks.equal(f"{name}: quote's author", quote["attributed_to"], true_quote["attributed_to"])
            checks.equal(f"{name}: quote's age", quote["age"], true_quote["age"])
            checks.equal(f"{name}: quote's text", words(quote["text"]), stretch(true_quote["quoted_lines"]))
            checks.equal(f"{name}: quote's source", quote["source"], ref(true_quote["source"]))
            if "extent" in true_quote:
                checks.equal(f"{name}: quote's extent", quote["match"], true_quote["extent"].split()[0].strip(":"))
    checks.equal("post 1: author is printed", result["posts"][0]["author"]["source"], "printed")
    checks.equal("post 4: author is inferred", result["posts"][3]["author"]["source"], "inferred")
    checks.equal("post 4: evidence names post 6", "6" in str(result["posts"][3]["author"]["evidence"]), True)
    checks.equal("post 5: role", result["posts"][4]["role"], "moderator")

    checks.equal("number of ghosts", len(result["ghosts"]), len(truth["ghosts"]))
    for ghost, expected in zip(result["ghosts"], truth["ghosts"]):
        checks.equal("ghost's author", ghost["author"], expected["author"])
        checks.equal("ghost's text", words(ghost["text"]), stretch(expected["text_lines"]))
        checks.equal("ghost is quoted by", ghost["quoted_by"], expected["quoted_by"])
    edges = [[reply["from"], reply["to"]] for reply in result["replies"]]
    checks.equal("reply edges", edges, [[a, ref(b)] for a, b in truth["reply_edges"]])
    checks.equal("primary edges", [reply["primary"] for reply in result["replies"]], [True] * len(edges))
    checks.equal("longest chain", result["chains"], [[ref(step) for step in truth["longest_chain"]]])

    events = result["moderation"]
    checks.equal("moderation events", len(events), 1)
    expected = truth["posts"][4]["moderation"]
    for event in events:
        checks.equal("event", [event["kind"], event["post"], event["object"], event["reason"]],
                     [expected["kind"], 5, expected["object"], expected["reason"]])
        checks.equal("event's warning", "posting rights" in event["warning"], True)
    for name, bounds in truth["timeline_hours_after_ghost_B"].items():
        if name.startswith("post"):
            entry = next(e for e in result["timeline"] if e["ref"] == ref(name))
            checks.equal(f"timeline of {name}", [entry["relative_to"], entry["earliest"] / 3600, entry["latest"] / 3600],
                         ["g2", *bounds])


def check_articles(program, shared, checks):
    truth = json.loads((shared / "truth" / "other-seeds.json").read_text(encoding="utf-8"))
    says = {"000": "holds no forum thread", "001": "1 pingback and no comment by a person", "002": "holds no forum thread",
            "004": "comment section that is empty"}
    for name in truth:
        if not name.endswith(".txt"):
            continue
        run = subprocess.run([program, "analyze", str(shared / "seeds" / name)], capture_output=True, text=True)
        checks.equal(f"{name}: exit code", run.returncode, 1)
        checks.equal(f"{name}: no report", run.stdout, "")
        checks.equal(f"{name}: one sentence", [run.stderr.count("\n"), says[name[:3]] in run.stderr], [1, True])


def main():
    program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (shared / "seeds").is_dir():
        print(f"skipped: {shared} with the founding pages is not here")
        return 77
    checks = Checks()
    check_thread(program, shared, checks)
    check_articles(program, shared, checks)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
