#!/usr/bin/env python3
"""Reads the threads that real forum software rendered and compares every field with their truth.json.

Each engine's threads are given to the program in one run, pages shuffled (with a fixed seed), so the run also shows that pages find their place and that
threads stay apart. Prints, per engine, how many values of each field are right, and every miss.
Skipped (exit code 77) where the threads are absent.

usage: generated_threads.py PROGRAM SHARED [ENGINE…]
"""
import collections
import datetime
import gzip
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

# What a page prints for each role; of a member any title that names no staff will do.
STAFF = {"admin": r"(?i)admin", "moderator": r"(?i)moderator"}
# Truth says nothing of an author's id; every engine but WordPress prints one for each member.
WITHOUT_AUTHOR_ID = {"wordpress"}


class Score:
    def __init__(self, engine):
        self.engine = engine
        self.right = collections.Counter()
        self.asked = collections.Counter()
        self.misses = []

    def check(self, field, where, got, expected):
        self.that(field, where, got == expected, f"got {got!r}, expected {expected!r}")

    def that(self, field, where, holds, otherwise):
        self.asked[field] += 1
        self.right[field] += bool(holds)
        if not holds:
            self.misses.append(f"{where}: {field}: {otherwise}")


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2]) / "pages" / "generated"
    if not folder.is_dir():
        print(f"skipped: {folder} with the generated threads is not here")
        return 77
    misses = asked = 0
    for engine in sorted(path for path in folder.iterdir() if path.is_dir()):
        if sys.argv[3:] and engine.name not in sys.argv[3:]:
            continue
        score = Score(engine.name)
        check_engine(program, engine, score)
        print(f"{engine.name}: " + ", ".join(f"{field} {score.right[field]}/{n}" for field, n in score.asked.items()))
        for miss in score.misses:
            print(f"  MISS {miss}")
        misses, asked = misses + len(score.misses), asked + sum(score.asked.values())
    print(f"{asked - misses} of {asked} values are right")
    return 1 if misses or not asked else 0


def check_engine(program, folder, score):
    """Cases of one engine may show one thread twice (MyBB's, as two readers see it): these go into separate runs."""
    cases = [(case, json.loads((case / "truth.json").read_text())) for case in sorted(folder.iterdir())]
    while cases:
        run = {}
        for case, truth in cases:
            run.setdefault(truth["url"], (case, truth))
        cases = [(case, truth) for case, truth in cases if run[truth["url"]][0] != case]
        check_run(program, list(run.values()), score)


def check_run(program, cases, score):
    with tempfile.TemporaryDirectory() as scratch:
        pages = []
        for case, truth in cases:
            for page in truth["pages"]:
                pages.append(pathlib.Path(scratch) / f"{case.name}-{page}")
                pages[-1].write_bytes(gzip.decompress((case / f"{page}.gz").read_bytes()))
        random.Random(3).shuffle(pages)
        analyzed = run(program, "analyze", "--format", "json", *pages)
        extracted = [json.loads(line) for line in run(program, "extract", *pages).splitlines()]
        threads = list(read_objects(analyzed))
    score.check("threads", "all", len(threads), len(cases))
    for case, truth in cases:
        names = {f"{scratch}/{case.name}-{page}" for page in truth["pages"]}
        mine = [thread for thread in threads if names & set(thread["thread"]["pages"])]
        score.check("kept apart", case.name, [set(thread["thread"]["pages"]) for thread in mine], [names])
        if len(mine) == 1:
            check_thread(mine[0], [post for post in extracted if post["thread"]["origin"] in names], truth, case.name, score)


def run(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{arguments[0]} failed: {done.stderr}")
    return done.stdout


def read_objects(text):
    decoder, at = json.JSONDecoder(), 0
    while at < len(text.rstrip()):
        value, at = decoder.raw_decode(text, at)
        yield value
        at += len(text[at:]) - len(text[at:].lstrip())


def check_thread(report, lines, truth, name, score):
    said = [post for post in truth["posts"] if post.get("kind") != "pingback"]
    number_of = {str(post["id"]): number for number, post in enumerate(said, 1)}
    thread = report["thread"]
    score.check("title", name, thread["title"], truth["title"])
    score.check("missing pages", name, thread["missing_pages"], [])
    score.check("locked", name, thread.get("locked"), truth["closed"] or None)
    score.check("order", name, [post["key"] for post in report["posts"]], list(number_of))
    by_key = {line["key"]: line for line in lines if line["kind"] == "post"}
    for expected, got in zip(said, report["posts"]):
        check_post(got, by_key.get(got["key"], {}), expected, f"{name} {expected['id']}", score)
        check_sources(got, report, expected, number_of, f"{name} {expected['id']}", score)
    if truth["engine"] not in WITHOUT_AUTHOR_ID:
        ids = collections.defaultdict(set)
        for post in report["posts"]:
            ids[post["author"]["name"]].add(post["author_id"])
        score.that("author ids", name, all(len(of) == 1 and None not in of for of in ids.values())
                   and len(set.union(*ids.values())) == len(ids), dict(ids))
    pingbacks = [post for post in truth["posts"] if post.get("kind") == "pingback"]
    score.check("pingbacks", name, sum(line["kind"] == "pingback" for line in lines), len(pingbacks))
    check_deleted(report, truth, name, score)
    check_moderation(report, truth, number_of, name, score)


def check_post(got, line, expected, where, score):
    score.check("key", where, got["key"], str(expected["id"]))
    score.check("author", where, got["author"]["name"], expected["author"])
    check_time("time", got["time"], expected["time_unix"], where, score)
    score.check("text", where, plain(got["text"]), plain(expected["own_text"]))
    score.check("signature", where, plain(got["signature"] or ""), plain(expected["signature"] or ""))
    score.check("parent", where, got["parent_key"], str(expected["parent_id"]) if expected.get("parent_id") else None)
    role = line.get("role") or ""
    staff = STAFF.get(expected["role"])
    score.that("role", where, re.search(staff, role) if staff else not any(re.search(word, role) for word in STAFF.values()),
               f"got {role!r}, expected {expected['role']!r}")
    score.that("edited", where, (got["edit"] is not None) == expected["edited"], got["edit"])
    if expected["edited"] and got["edit"]:
        score.check("edit by", where, got["edit"]["by"], expected["edited_by"])
        score.check("edit reason", where, got["edit"]["reason"], expected["edit_reason"])
        check_time("edit time", got["edit"]["time"], expected["edited_time_unix"], where, score)
    score.check("permalink", where, str(expected["id"]) in (got["permalink"] or ""), True)
    quotes = [block["quote"] for block in line.get("body", []) if "quote" in block]
    check_quotes(quotes, expected["quotes"], where, score)
    if "blocks" in expected and line:
        score.check("blocks", where, shape([("quote" in block) for block in line["body"]]),
                    shape(["quote" in block for block in expected["blocks"] if "quote" in block or block["text"]]))


def shape(are_quotes):
    """Quotes one by one; text between them counts once."""
    return "".join(
        sign for at, sign in enumerate("q" if quote else "t" for quote in are_quotes)
        if sign == "q" or at == 0 or are_quotes[at - 1])


def check_quotes(got, expected, where, score):
    score.check("quotes", where, len(got), len(expected))
    for one, truth in zip(got, expected):
        score.check("quoted author", where, one["author"], truth["author"])
        score.check("quoted key", where, one["source_key"], str(truth["source_id"]) if truth["source_id"] else None)
        own = "\n\n".join(block["text"] for block in one["body"] if "text" in block)
        score.check("quoted text", where, plain(own), plain(truth["text"]))
        if truth.get("time_unix_in_markup"):
            check_time("quoted time", one["time"], truth["time_unix_in_markup"], where, score)
        check_quotes([block["quote"] for block in one["body"] if "quote" in block], truth["nested"], where, score)


def in_reading_order(quotes):
    for quote in quotes:
        yield quote
        yield from in_reading_order(quote["nested"])


def check_sources(got, report, expected, number_of, where, score):
    ghosts = {ghost["id"]: ghost for ghost in report["ghosts"]}
    for one, truth in zip(got["quotes"], in_reading_order(expected["quotes"])):
        source, key = one["source"], str(truth["true_source_id"])
        if truth.get("true_source_deleted"):
            ghost = ghosts.get(source, {})
            score.that("quote's true source", where, ghost and (ghost["key"] or key) == key and ghost["author"] == truth["true_author"],
                       f"got {source!r} {ghost}, expected deleted {key}")
        elif truth.get("relation") == "altered" and not truth["source_id"] and source in ghosts:
            # Words that are not the source's and no id: nobody can know the post, only whose words they are said to be.
            score.check("quote's true source", where, ghosts[source]["author"], truth["true_author"])
        else:
            score.check("quote's true source", where, source, number_of.get(key))


def check_deleted(report, truth, name, score):
    """A notice in a deleted post's place stands between its neighbours and says whose it was."""
    expected = [{"key": str(post["id"]), "author": post["author"], "before": post["position"]}
                for post in truth["deleted"] if post.get("notice_on_page")]
    got = [{"key": notice["key"], "author": notice["author"], "before": notice["before"]} for notice in report.get("deleted_posts", [])]
    score.check("deleted-post notices", name, got, expected)


def check_moderation(report, truth, number_of, name, score):
    kinds = {"removal_notice": "removal", "closing_notice": "lock"}
    got = collections.Counter((event["kind"], event["post"]) for event in report["moderation"] if event["post"])
    expected = collections.Counter((kinds[event["kind"]], number_of[str(event["post_id"])]) for event in truth.get("moderation", [])
                                   if event["kind"] in kinds)
    score.check("moderation", name, sorted(got.items()), sorted(expected.items()))


def check_time(field, got, expected, where, score):
    """The range that is printed holds the moment; and what is printed is the moment, in the zone of the boards (UTC)."""
    begin, end = (moment(got[key]) for key in ("utc", "utc_before"))
    score.that(field, where, begin is not None and begin <= expected < end, f"got {got}, expected {iso(expected)}")


def moment(text):
    if text is None:
        return None
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc).timestamp()


def iso(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def plain(text):
    """Blank lines between paragraphs count as line ends: markup does not tell a paragraph from a line in every engine."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


if __name__ == "__main__":
    sys.exit(main())
