#!/usr/bin/env python3
"""What Rejoinder finds on the real pages, by engine, against their index: writes docs/coverage.md, or tests it.

The index counts markers in the page's source, so it is a hint and not truth: coverage_exceptions.tsv holds the pages that were
looked at and where the index is wrong, with the reason. Skipped (exit code 77) where the pages are absent.

usage: coverage.py PROGRAM SHARED            test: fails below the floors written here
       coverage.py PROGRAM SHARED --write FILE   writes the table
       coverage.py PROGRAM SHARED --differ       prints the pages whose counts differ
"""
import csv
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

EXCEPTIONS = pathlib.Path(__file__).parent / "coverage_exceptions.tsv"
UNDESCRIBED = {"other"}  # pages of engines of all kinds
# Shares over all pages and posts of described engines that we hold.
FLOORS = {"pages exact": 0.98, "author": 0.99, "time": 0.99, "quotes found": 0.98}

HEAD = """# Coverage of real pages

Made by `./dev coverage` from the pages beside the repository; do not edit. Posts and quotes are compared with the pages' index, which
was made by counting markers in the source; where a look at a page proved the index wrong, `tests/golden/coverage_exceptions.tsv` says so and why.

- **exact**: pages on which as many posts are found as there are
- **author, key**: share of the posts found that have one; **time**: that have a printed time; **UTC**: whose time is known as a moment or a span
- **quotes**: quotes found, nested ones too, of those that there are, counted page by page and not more than there are; **named**: share of the quotes found that name their author

| engine | pages | exact | posts found / there | author | time | UTC | key | quotes found / there | named |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
"""


def main():
    program, pages = sys.argv[1], pathlib.Path(sys.argv[2]) / "pages"
    if not (pages / "INDEX.tsv").is_file():
        print(f"skipped: {pages} with the real pages is not here")
        return 77
    looks = [look(program, pages, row) for row in rows_of(pages)]
    if "--differ" in sys.argv:
        for one in looks:
            if not exact(one) or one["quotes"] != one["quotes there"]:
                print(f"{one['file']}: posts {one['posts']} of {one['posts there']}, quotes {one['quotes']} of "
                      f"{one['quotes there']}{'; ' + one['error'] if one['error'] else ''}")
        return 0
    if "--write" in sys.argv:
        pathlib.Path(sys.argv[sys.argv.index("--write") + 1]).write_text(table(looks), encoding="utf-8")
        return 0
    return judge([one for one in looks if one["engine"] not in UNDESCRIBED])


def rows_of(pages):
    """The index's HTML pages, mended by the exceptions."""
    with open(EXCEPTIONS, encoding="utf-8") as file:
        mended = {row["file"]: row for row in csv.DictReader(file, delimiter="\t")}
    with open(pages / "INDEX.tsv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["file"].endswith(".html.gz"):
                row.update({key: value for key, value in mended.get(row["file"], {}).items() if key in ("posts", "quotes")})
                yield row


def look(program, pages, row):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_bytes(gzip.decompress((pages / row["file"]).read_bytes()))
        run = subprocess.run([program, "extract", str(page)], capture_output=True, text=True)
    posts = [post for post in map(json.loads, run.stdout.splitlines()) if post["kind"] == "post"]
    quotes = [quote for post in posts for quote in quotes_of(post["body"])]
    return {"engine": row["engine"], "file": row["file"], "error": run.stderr.strip(),
            "posts": len(posts), "posts there": number(row["posts"]),
            "author": sum(bool(post["author"]) for post in posts), "time": sum(bool(post["time"]["printed"]) for post in posts),
            "UTC": sum(bool(post["time"]["utc"]) for post in posts), "key": sum(bool(post["key"]) for post in posts),
            "quotes": len(quotes), "quotes there": number(row["quotes"]), "named": sum(bool(quote["author"]) for quote in quotes)}


def number(text):
    return int(text) if text.isdigit() else None


def quotes_of(body):
    for block in body:
        if "quote" in block:
            yield block["quote"]
            yield from quotes_of(block["quote"]["body"])


def exact(one):
    return one["posts there"] is None or one["posts"] == one["posts there"]


def found_quotes(looks):
    return sum(min(one["quotes"], one["quotes there"]) for one in looks if one["quotes there"] is not None)


def total(looks, key):
    return sum(one[key] or 0 for one in looks)


def share(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "–"


def row_of(engine, looks):
    posts, quotes = total(looks, "posts"), total(looks, "quotes")
    cells = [engine, len(looks), share(sum(map(exact, looks)), len(looks)), f"{posts} / {total(looks, 'posts there')}"]
    cells += [share(total(looks, key), posts) for key in ("author", "time", "UTC", "key")]
    cells += [f"{found_quotes(looks)} / {total(looks, 'quotes there')}", share(total(looks, "named"), quotes)]
    return "| " + " | ".join(map(str, cells)) + " |\n"


def table(looks):
    described = [one for one in looks if one["engine"] not in UNDESCRIBED]
    text = HEAD
    for engine in sorted({one["engine"] for one in looks}, key=lambda name: (name in UNDESCRIBED, name)):
        text += row_of(engine, [one for one in looks if one["engine"] == engine])
    text += row_of("**all with a profile**", described)
    text += "\nPages of engines with a profile that are not exact:\n\n"
    for one in described:
        if not exact(one):
            text += f"- `{one['file']}`: {one['posts']} of {one['posts there']} posts\n"
    return text + "\n`" + "`, `".join(sorted(UNDESCRIBED)) + "` hold pages of engines that no profile describes.\n"


def judge(looks):
    posts = total(looks, "posts")
    shares = {"pages exact": sum(map(exact, looks)) / len(looks), "author": total(looks, "author") / posts,
              "time": total(looks, "time") / posts, "quotes found": found_quotes(looks) / total(looks, "quotes there")}
    low = [name for name, floor in FLOORS.items() if shares[name] < floor]
    for name, value in shares.items():
        print(f"{'FAILED' if name in low else 'ok    '} {name}: {value:.4f}, floor {FLOORS[name]}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
