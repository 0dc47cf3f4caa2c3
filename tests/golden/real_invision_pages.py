#!/usr/bin/env python3
"""Reads the real Invision pages and compares the number of posts and quotes with their index.

The index counts markers in the page's source, so it is a hint and not truth; where a careful count differs, EXCEPT says why.
Skipped (exit code 77) where the pages are absent.

usage: real_invision_pages.py PROGRAM SHARED
"""
import csv
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

# What the index's count of markers gets wrong, with what stands on the page.
EXCEPT = {
    # Of the twelve article elements the second is an advertisement: it has no id, no author's id and no quote data.
    "ips4/wcxb-1658.html.gz": {"posts": "11", "quotes": "3"},
}


def main():
    program, pages = sys.argv[1], pathlib.Path(sys.argv[2]) / "pages"
    if not (pages / "INDEX.tsv").is_file():
        print(f"skipped: {pages} with the real pages is not here")
        return 77
    passed = failed = 0
    with open(pages / "INDEX.tsv", encoding="utf-8") as index, tempfile.TemporaryDirectory() as folder:
        for row in csv.DictReader(index, delimiter="\t"):
            if row["engine"] != "ips4":
                continue
            page = pathlib.Path(folder) / pathlib.Path(row["file"]).stem
            page.write_bytes(gzip.decompress((pages / row["file"]).read_bytes()))
            run = subprocess.run([program, "extract", str(page)], capture_output=True, text=True)
            posts = [json.loads(line) for line in run.stdout.splitlines()]
            quotes = sum(count_quotes(post["body"]) for post in posts)
            expected = EXCEPT.get(row["file"], {"posts": row["posts"], "quotes": row["quotes"]})
            counts = {"posts": str(len(posts)), "quotes": str(quotes)}
            named = all(post["author"] and post["key"] and post["time"]["utc"] for post in posts)
            fine = counts == expected and named and posts
            print(f"{'ok    ' if fine else 'FAILED'} {row['file']}: {counts}, expected {expected}"
                  + ("" if named else "; a post lacks author, key or time"))
            passed, failed = passed + bool(fine), failed + (not fine)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def count_quotes(body):
    return sum(1 + count_quotes(block["quote"]["body"]) for block in body if "quote" in block)


if __name__ == "__main__":
    sys.exit(main())
