#!/usr/bin/env python3
"""Renders the debates of the shared corpus as pages and holds what the program concludes against the known quotes.

Each debate is written twice: as HTML without ids (authors printed) and as plain text whose authors are dropped, answers standing between the pieces of a quote.
A quote whose source the corpus does not know is left out of the scores. Fails if an F1 falls below FLOOR, which rises with the program; TARGET is what we are after.
Skipped (exit code 77) where the corpus is absent.

usage: iac.py PROGRAM SHARED [--threads N] [--keep FOLDER] [--misses N]
"""
import argparse
import collections
import datetime
import gzip
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

TARGET = {"html": 0.98, "text": 0.95}
FLOOR = {"html": 0.99, "text": 0.97}
PER_RUN = 100


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--threads", type=int, default=10**6, help="take every nth, so that about so many are read")
    parser.add_argument("--keep", type=pathlib.Path, help="write pages and truths here and leave them")
    parser.add_argument("--misses", type=int, default=0, help="print so many wrong and missed edges of each kind")
    options = parser.parse_args()
    corpus = options.shared / "iac" / "threads.jsonl.gz"
    if not corpus.is_file():
        print(f"skipped: {corpus} with the debates is not here")
        return 77
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        threads = [json.loads(line) for line in lines]
    threads = threads[::max(1, len(threads) // options.threads)]
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        return measure(options, threads, options.keep)
    with tempfile.TemporaryDirectory() as folder:
        return measure(options, threads, pathlib.Path(folder))


def measure(options, threads, folder):
    failed = False
    for kind, render in (("html", as_html), ("text", as_text)):
        truths = [write(thread, kind, render, folder) for thread in threads]
        scores = [run(options.program, truths[at:at + PER_RUN]) for at in range(0, len(truths), PER_RUN)]
        edges = total(scores, "edges")
        f1 = f1_of(edges)
        failed |= f1 < FLOOR[kind]
        describe(kind, threads, scores, edges, f1)
        for miss in [miss for score in scores for miss in score["misses"]][:options.misses]:
            print(f"  {pathlib.Path(miss['truth']).stem} post {miss['post']}: expected {miss['expected']}, got {miss['got']}: {miss['quote']!r}")
    return 1 if failed else 0


def describe(kind, threads, scores, edges, f1):
    one = [score["total"] for score in scores]
    words, misplaced = (sum(score[key] for score in one) for key in ("words", "misplaced_words"))
    to_posts = f1_of(total(scores, "edges_to_posts"))
    print(f"{kind}: {len(threads)} threads, edges F1 {f1:.4f} (target {TARGET[kind]}; {to_posts:.4f} where a ghost claims nothing), precision {ratio(edges, 'wrong'):.4f}, "
          f"recall {ratio(edges, 'missed'):.4f}; {edges}; {sum(score['left_out'] for score in one)} edges of quotes of unknown source left out; "
          f"boundary error {misplaced / words:.4f}")
    names = collections.Counter()
    for score in one:
        recovered = round((score["authors_recovered"] or 0) * score["unnamed_posts"])
        names["posts"] += score["unnamed_posts"]
        names["recovered"] += recovered
        names["right"] += round((score["authors_right"] or 0) * recovered)
    if names["posts"]:
        print(f"  authors: {names['recovered']} of {names['posts']} recovered, {names['right'] / max(1, names['recovered']):.4f} right")
    for tenth in range(10):
        rows = [score["calibration"][tenth] for score in one if score["calibration"][tenth]["edges"]]
        n = sum(row["edges"] for row in rows)
        if n:
            mean, right = (sum(row[key] * row["edges"] for row in rows) / n for key in ("mean_confidence", "share_right"))
            print(f"  confidence {tenth / 10}: {n} edges, mean {mean:.3f}, right {right:.3f}")


def total(scores, key):
    return {part: sum(score["total"][key][part] for score in scores) for part in ("right", "wrong", "missed")}


def ratio(tally, rest):
    return tally["right"] / ((tally["right"] + tally[rest]) or 1)


def f1_of(tally):
    return 2 * tally["right"] / ((2 * tally["right"] + tally["wrong"] + tally["missed"]) or 1)


def run(program, truths):
    done = subprocess.run([program, "evaluate", "--format", "json", *truths], capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        print(done.stderr[-2000:])
    return json.loads(done.stdout)


def write(thread, kind, render, folder):
    page = folder / f"{thread['id']}.{'html' if kind == 'html' else 'txt'}"
    page.write_text(render(thread), encoding="utf-8")
    number = {post["id"]: at for at, post in enumerate(thread["posts"], 1)}
    posts = []
    for post in thread["posts"]:
        parts = pieces(post)
        posts.append({"author": post["author"], "text": "\n\n".join(text for quote, text in parts if quote is None),
                      "quotes": [{"author": quote["author"], "text": text, "source": number.get(quote["source"])}
                                 for quote, text in parts if quote is not None]})
    truth = folder / f"{thread['id']}-{kind}.truth.json"
    truth.write_text(json.dumps({"kind": kind, "forum": "invision", "pages": [page.name], "posts": posts}), encoding="utf-8")
    return truth


def pieces(post):
    """(None, own text) and (quote, quoted text), in order; a quote that begins inside another one is part of it."""
    text, at, parts = post["text"], 0, []
    for quote in sorted(post["quotes"], key=lambda one: (one["start"], -one["end"])):
        if quote["start"] < at:
            continue
        parts += [(None, text[at:quote["start"]]), (quote, text[quote["start"]:quote["end"]])]
        at = quote["end"]
    parts.append((None, text[at:]))
    return [(quote, words) for quote, words in parts if words.strip()]


def paragraphs(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def moment(post):
    return datetime.datetime.fromtimestamp(post["time"], datetime.timezone.utc)


def as_html(thread):
    title = html.escape(thread["title"])
    lines = [f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} - Board</title></head><body>"
             f"<h1 class='ipsType_pageTitle'><span>{title}</span></h1>"]
    for post in thread["posts"]:
        when = moment(post)
        lines.append(
            f"<article id='elComment_{post['id']}' class='cPost ipsComment'><aside class='ipsComment_author cAuthorPane'><h3 class='cAuthorPane_author'>"
            f"<a href='/profile/1-x/'>{html.escape(post['author'] or '')}</a></h3></aside><div id='comment-{post['id']}_wrap' data-commentid='{post['id']}' "
            f"class='ipsComment_content'><p class='ipsComment_meta'><a href='?do=findComment&amp;comment={post['id']}'>"
            f"<time datetime='{when:%Y-%m-%dT%H:%M:%SZ}' title='{when:%m/%d/%Y %I:%M %p}'>x</time></a></p>"
            "<div data-role='commentContent' class='ipsType_richText'>")
        for quote, text in pieces(post):
            if quote is not None:
                name = quote.get("author")
                lines.append("<blockquote class='ipsQuote' data-ipsquote=''" + (f" data-ipsquote-username='{html.escape(name)}'" if name else "") + ">"
                             + (f"<div class='ipsQuote_citation'>{html.escape(name)} said:</div>" if name else "") + "<div class='ipsQuote_contents'>")
            lines += [f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs(text)]
            if quote is not None:
                lines.append("</div></blockquote>")
        lines.append("</div></div></article>")
    return "\n".join([*lines, "</body></html>"])


def as_text(thread):
    by_id = {post["id"]: post for post in thread["posts"]}
    lines = [f"Jump to content\n\n\n{thread['title']}\n\n\n{thread['posts'][0]['author'] or 'x'}\n\nRecommended Posts\n"]
    for post in thread["posts"]:
        for quote, text in pieces(post):
            if quote is not None and quote.get("author"):
                source = by_id.get(quote["source"])
                when = "" if source is None else f"On {moment(source):%m/%d/%Y} at {re.sub('^0', '', format(moment(source), '%I:%M %p'))}, "
                lines.append(f"{when}{quote['author']} said:\n")
            lines += [f"{paragraph}\n" for paragraph in paragraphs(text)]
        lines.append("Link to comment\n\nShare on other sites\n")
    return "\n".join([*lines, "Create an account or sign in to comment\n"])


if __name__ == "__main__":
    sys.exit(main())
