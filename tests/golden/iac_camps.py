#!/usr/bin/env python3
"""Holds the camps that the program finds in the debates of the shared corpus against the sides that people saw in them.

Counted are the authors whom at least 60 % of the annotators judged pro, or anti, in the threads with at least four of them. Which side is called which does not matter:
of each thread the better of the two ways to name the sides counts. An author to whom the program gives no side counts as wrong. Each debate is written as HTML
with authors and quotes, as iac.py does. Fails below FLOOR. Skipped (exit code 77) where the corpus is absent.

usage: iac_camps.py PROGRAM SHARED [--verbose]
"""
import argparse
import collections
import csv
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

import iac

FLOOR = {"right": 0.78, "sure": 0.90}  # of all authors; of those with a stated confidence of 0.9 or more
CLEAR_MAJORITY = 0.6
FEWEST_AUTHORS = 4


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--verbose", action="store_true", help="print a line for each thread")
    options = parser.parse_args()
    corpus = options.shared / "iac"
    if not (corpus / "stance.tsv").is_file():
        print(f"skipped: {corpus} with the debates is not here")
        return 77
    sides = read_sides(corpus / "stance.tsv")
    with gzip.open(corpus / "threads.jsonl.gz", "rt", encoding="utf-8") as lines:
        threads = [thread for thread in map(json.loads, lines) if str(thread["id"]) in sides]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for thread in threads:
            results.append(score(thread, sides[str(thread["id"])], camps_of(options.program, thread, pathlib.Path(folder)), options.verbose))
    return describe(results)


def read_sides(path):
    """{thread: {author: 1 or -1}}"""
    sides = collections.defaultdict(dict)
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            pro, anti, other = (int(row[key]) for key in ("pro", "anti", "other"))
            for side, votes in ((1, pro), (-1, anti)):
                if votes and votes >= CLEAR_MAJORITY * (pro + anti + other):
                    sides[row["thread"]][row["author"]] = side
    return {thread: authors for thread, authors in sides.items() if len(authors) >= FEWEST_AUTHORS}


def camps_of(program, thread, folder):
    page = folder / f"{thread['id']}.html"
    page.write_text(iac.as_html(thread), encoding="utf-8")
    done = subprocess.run([program, "analyze", "--forum", "invision", "--format", "json", page], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["camps"]


def score(thread, sides, camps, verbose):
    given = {member["name"]: member for member in camps["members"]}
    matches = {author: (1 if given[author]["side"] == 1 else -1) == side for author, side in sides.items() if author in given}
    flip = sum(matches.values()) * 2 < len(matches)
    right = {author: match != flip for author, match in matches.items()}
    counts = collections.Counter(sides.values())
    result = {"authors": len(sides), "right": sum(right.values()), "without": len(sides) - len(right), "majority": max(counts.values()), "clear": camps["clear"],
              "by_confidence": [(given[author]["confidence"], is_right) for author, is_right in right.items()]}
    if verbose:
        print(f"{thread['id']}: {result['right']} of {result['authors']} right, majority {result['majority']}, {'clear' if camps['clear'] else 'not clear'}: {thread['title']}")
    return result


def describe(results):
    def total(key, of=results):
        return sum(result[key] for result in of)

    authors = total("authors")
    right = total("right") / authors
    clear = [result for result in results if result["clear"]]
    print(f"{len(results)} threads, {authors} authors: {right:.4f} on the right side ({total('without')} without a side count as wrong); the larger side alone: {total('majority') / authors:.4f}")
    if clear:
        print(f"  camps claimed in {len(clear)} threads, {total('authors', clear)} authors: {total('right', clear) / total('authors', clear):.4f} on the right side")
    by_confidence = [one for result in results for one in result["by_confidence"]]
    for tenth in range(5, 10):
        rows = [(confidence, is_right) for confidence, is_right in by_confidence if tenth <= min(confidence * 10, 9.5) < tenth + 1]
        if rows:
            print(f"  confidence {tenth / 10}: {len(rows)} authors, mean {sum(row[0] for row in rows) / len(rows):.3f}, right {sum(row[1] for row in rows) / len(rows):.3f}")
    sure = [is_right for confidence, is_right in by_confidence if confidence >= 0.9]
    sure_right = sum(sure) / max(1, len(sure))
    return 0 if right >= FLOOR["right"] and sure_right >= FLOOR["sure"] else 1


if __name__ == "__main__":
    sys.exit(main())
