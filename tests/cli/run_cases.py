#!/usr/bin/env python3
"""Golden tests of the program: runs every case of a table and compares exit code, output and files.

    run_cases.py --program build/rejoinder tests/cli/cases/analyze.txt …

A table holds one case a line; empty lines and lines that begin with # are skipped:

    name | arguments | exit code | standard output | standard error | files in {out}

Arguments are split as a shell would. Outputs are given as

    -            nothing
    *            anything
    = TEXT       exactly TEXT and a newline (\\n inside TEXT is a newline)
    ~ TEXT       holds TEXT; several are separated by " && ", and "!TEXT" must not be there
    < FILE       exactly what FILE of the source tree holds
    closed       (standard output only) its reader goes away at once

A line break in a command's input comes from the pages below, which are made in a new temporary folder for each case: in
every column {empty}, {nested} … stand for their paths, {out} for a folder that does not exist yet, {tmp} for the folder
itself, {root} for the source tree and {fixtures} for its fixtures. "< PATH" at the end of the arguments gives standard input.
"""

import argparse
import gzip
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TWIN = ROOT / "fixtures/invision/thai-visa-text/page.txt"
TWIN_HTML = ROOT / "fixtures/invision/thai-visa-html/page.html"
ARTICLE = ROOT / "fixtures/news/article/page.txt"
ARTICLE_HTML = b"<!doctype html><html><body><p>Kettles are on sale this week.</p></body></html>"
SECONDS = 60


def text(content):
    return lambda path: path.write_text(content, encoding="utf-8")


def folder(**pages):
    """A folder of copies: page name (with _ for .) -> what to copy, or text."""
    def make(path):
        path.mkdir()
        for name, source in pages.items():
            target = path / name.replace("_", ".")
            if isinstance(source, pathlib.Path):
                shutil.copyfile(source, target)
            else:
                target.write_text(source, encoding="utf-8")
    return make


def big(path):
    path.touch()
    os.truncate(path, 200 << 20)


def config_with(name, content):
    """The real configuration with one more profile."""
    def make(path):
        shutil.copytree(ROOT / "config", path)
        (path / "forums" / name).write_text(content, encoding="utf-8")
    return make


def two_threads(path):
    """The twin beside itself under another title."""
    path.mkdir()
    page = TWIN.read_text(encoding="utf-8")
    (path / "a.txt").write_text(page, encoding="utf-8")
    (path / "b.txt").write_text(page.replace("Annual Stay Levy", "Annual Stay Levy!"), encoding="utf-8")


TOPIC = ROOT / "fixtures/discourse/topic-json/page.json"
LINES = ROOT / "fixtures/reddit-lines/two-threads/page.jsonl"


def cut_lines(path):
    """The lines of two threads; the second one is cut."""
    lines = LINES.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1][:60]
    path.write_text("\n".join(lines), encoding="utf-8")


def warc_record(url, page, length=None, status="200 OK", headers=b"", kind="response", member=True):
    body = b"HTTP/1.1 " + status.encode() + b"\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + b"\r\n" + page
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-01T12:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body) if length is None else length}\r\n\r\n").encode()
    record = head + body + b"\r\n\r\n"
    return gzip.compress(record, mtime=0) if member else record


def chunked(page):
    return b"".join(b"%x\r\n%s\r\n" % (len(page[i:i + 5000]), page[i:i + 5000])
                    for i in range(0, len(page), 5000)) + b"0\r\n\r\n"


def warc(*lengths):
    """A WARC of the twin: a redirect, a record per length (None: the right one), then a gzipped and chunked page."""
    def make(path):
        page = TWIN_HTML.read_bytes()
        member = path.suffix == ".gz"
        records = [warc_record("https://pets.example/old", b"moved", status="301 Moved", member=member)]
        records += [warc_record(f"https://pets.example/{n}", ARTICLE_HTML, length, member=member)
                    for n, length in enumerate(lengths, 1)]
        records.append(warc_record("https://pets.example/topic", chunked(gzip.compress(page, mtime=0)), member=member,
                                   headers=b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"))
        path.write_bytes(b"".join(records))
    return make


RUSSIAN = "Чайник кипит, а хозяин спит и не слышит, как вода убегает на плиту."


def relabelled(label, encoding, words=RUSSIAN):
    """The twin's English HTML with some words in one charset under the label of another."""
    def make(path):
        page = TWIN_HTML.read_text(encoding="utf-8")
        page = re.sub(r'<meta charset="?[^">]*"?\s*/?>', "", page, flags=re.I)
        page = page.replace("<head>", f'<head><!-- {"x" * 1500} --><meta charset="{label}">', 1)
        page = page.replace("Yes professor", f"{words} Yes professor")
        path.write_bytes(page.encode(encoding, errors="ignore"))
    return make


def stray_byte(path):
    """The twin's HTML with a byte in its first post that is no UTF-8."""
    path.write_bytes(TWIN_HTML.read_bytes().replace(b"Yes professor why", b"Yes profess\xe9r why", 1))


def later(path):
    """The twin's HTML some days later: its fourth post is gone, words of the second are others, and it has more likes."""
    page = TWIN_HTML.read_text(encoding="utf-8")
    page = re.sub(r"<article [^>]*elComment_19412129'.*?</article>", "", page, flags=re.S)
    path.write_text(page.replace("You cheer for", "You shout for", 1), encoding="utf-8")


DEBATE = [{"author": "Ada", "text": "Red is best."},
          {"author": "Ben", "text": "No.", "quotes": [{"author": "Ada", "text": "Red is best.", "source": 1}]}]
DEBATE_PAGE = """Jump to content

Paint

Ada

Recommended Posts

Red is best.

Link to comment
Share on other sites

2 hours ago, Ada said:

Red is best.

No.

Link to comment
Share on other sites

Create an account or sign in to comment
"""


def debate(**changes):
    """A folder with a page of two posts and its truth."""
    def make(path):
        path.mkdir()
        (path / "page.txt").write_text(DEBATE_PAGE, encoding="utf-8")
        (path / "truth.json").write_text(json.dumps({"pages": ["page.txt"], "posts": DEBATE, **changes}), encoding="utf-8")
    return make


SLOW = "name = \"slow\"\n[detect]\ntext = ['^aaaa']\n[text]\npost_end = '(a|aa)+b'\n"
TWIN_LIKE = "name = \"mine\"\nextends = \"invision\"\n"

# Name -> (file name, how to make it).
PAGES = {
    "debate": ("debate", debate()),
    "debate-of-three": ("debate", debate(posts=DEBATE + [{"text": "Blue."}])),
    "debate-of-nobody": ("debate", debate(posts=[])),
    "debate-of-two": ("debate", debate(pages=["page.txt", str(TWIN)])),
    "debate-without-page": ("debate", debate(pages=["no-page.txt"])),
    "debate-of-no-forum": ("debate", debate(forum="invison")),
    "missing": ("missing.txt", lambda path: None),
    "no-pages": ("no-pages", folder(readme_md="nothing to see")),
    "empty": ("empty.txt", text("")),
    "binary": ("binary.html", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)),
    "latin": ("latin.txt", lambda path: path.write_bytes(b"caf\xe9\n")),
    "big": ("big.html", big),
    "nested": ("nested.html", text("<!doctype html><html><body>" + "<div>" * 100000)),
    "mixed": ("mixed", folder(a_txt=TWIN, b_txt="", c_txt=ARTICLE)),
    "two-threads": ("two-threads", two_threads),
    "twice": ("twice", folder(a_txt=TWIN, b_txt=TWIN)),
    "many-a": ("many-a.txt", text("a" * 5000 + "c b\n")),
    "slow": ("slow.toml", text(SLOW)),
    "slow-config": ("slow-config", config_with("slow.toml", SLOW)),
    "unknown-key": ("unknown-key.toml", text(TWIN_LIKE + "[text]\npost_ends = 'x'\n")),
    "unknown-key-config": ("unknown-key-config", config_with("mine.toml", TWIN_LIKE + "[text]\npost_ends = 'x'\n")),
    "bad-pattern": ("bad-pattern.toml", text(TWIN_LIKE + "[text]\npost_end = '(unclosed'\n")),
    "bad-selector": ("bad-selector.toml", text("name = \"mine\"\n[html.post]\neach = \"div[\"\nbody = \"p\"\n")),
    "good-profile": ("good-profile.toml", text(TWIN_LIKE + "title = \"My forum\"\n")),
    "run": ("run.toml", lambda path: path.write_text(
        f"inputs = [\"{TWIN}\"]\n[output]\nfolder = \"out\"\nformats = [\"markdown\", \"json\"]\n")),
    "run-one-bad": ("run-one-bad.toml", lambda path: path.write_text(
        f"inputs = [\"{TWIN}\", \"gone.txt\"]\n[output]\nfolder = \"out\"\nformats = [\"json\"]\n")),
    "run-bad-format": ("run-bad-format.toml", lambda path: path.write_text(
        f"inputs = [\"{TWIN}\"]\n[output]\nfolder = \"out\"\nformats = [\"jsn\"]\n")),
    "run-bad-key": ("run-bad-key.toml", text("inputs = [\"x\"]\nforums = \"invision\"\n")),
    "run-bad-forum": ("run-bad-forum.toml", text(f"inputs = [\"{TWIN}\"]\nforum = \"invison\"\n")),
    "cut-lines": ("cut.jsonl", cut_lines),
    "cut-json": ("cut.json", lambda path: path.write_text(TOPIC.read_text(encoding="utf-8")[:700])),
    "deep-json": ("deep.json", text("[" * 10000 + "]" * 10000)),
    "odd-json": ("odd.json", text("{\"kettles\": 3}")),
    "warc": ("crawl.warc.gz", warc(None)),
    "warc-short": ("short.warc.gz", warc(20)),
    "warc-long": ("long.warc", warc(9000)),
    "cut-gzip": ("cut.html.gz", lambda path: path.write_bytes(gzip.compress(TWIN_HTML.read_bytes())[:2000])),
    "zip-bomb": ("bomb.html.gz", lambda path: path.write_bytes(gzip.compress(b"<p>" + bytes(80 << 20)))),
    "lying": ("lying.html", relabelled("utf-8", "windows-1251")),
    "lying-thai": ("lying.html", relabelled("utf-8", "cp874", "ผมคิดว่ากาน้ำใบนี้ดีมาก แต่ราคาแพงเกินไป ขอบคุณครับ")),
    "lying-japanese": ("lying.html", relabelled("utf-8", "shift_jis", "このやかんはとても良いと思います。")),
    "lying-chinese": ("lying.html", relabelled("windows-1252", "gbk", "我觉得这个水壶很好，但是价格太贵了。")),
    "lying-korean": ("lying.html", relabelled("utf-8", "euc_kr", "이 주전자는 정말 좋다고 생각합니다.")),
    "lying-german": ("lying.html", relabelled("utf-8", "cp1252", "Der Kessel ist schön und läuft nicht über.")),
    "stray-byte": ("stray.html", stray_byte),
    "tied-config": ("tied-config", config_with("twin.toml", "name = \"twin\"\nextends = \"invision\"\n"
                                               "[detect]\nhtml = \"article\"\n")),
    "late-label": ("late.html", relabelled("windows-1251", "windows-1251")),
    "no-charset": ("noise.txt", lambda path: path.write_bytes(bytes(range(0x80, 0x100)) * 3)),
    "later": ("later.html", later),
    "globbed": ("globbed", folder(a_txt=TWIN, b_html=TWIN_HTML)),
    "below-a-file": ("plain-file", text("no folder")),
}


class Case:
    def __init__(self, line, where):
        columns = [column.strip() for column in line.split(" | ")]
        if len(columns) != 6:
            raise SystemExit(f"{where}: a case has 6 columns, this line has {len(columns)}")
        self.name, self.arguments, self.code, self.out, self.err, self.files = columns


def cases_of(table):
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield Case(line, f"{table}:{number}")


def paths_in(case, tmp):
    """Makes the pages that a case names; returns what each placeholder stands for."""
    values = {"tmp": str(tmp), "out": str(tmp / "out"), "root": str(ROOT), "fixtures": str(ROOT / "fixtures"),
              "twin": str(TWIN), "twin-html": str(TWIN_HTML), "article": str(ARTICLE)}
    used = case.arguments + case.out + case.err
    for name, (file_name, make) in PAGES.items():
        values[name] = str(tmp / file_name)
        if "{" + name + "}" in used:
            make(tmp / file_name)
    return values


def expanded(template, values):
    for name, value in values.items():
        template = template.replace("{" + name + "}", value)
    return template


def shown(output, most=1200):
    """An output as Python writes it; of a long one the beginning."""
    return repr(output) if len(output) <= most else f"{output[:most]!r}… ({len(output)} characters)"


def mismatch(what, expected, actual):
    """None, or what is wrong with an output."""
    if expected == "*":
        return None
    if expected == "-":
        return None if actual == "" else f"{what} should be empty and is {shown(actual)}"
    if expected.startswith("= "):
        wanted = expected[2:].replace("\\n", "\n") + "\n"
        return None if actual == wanted else f"{what} should be\n      {wanted!r}\n    and is\n      {shown(actual)}"
    if expected.startswith("< "):
        wanted = pathlib.Path(expected[2:]).read_text(encoding="utf-8")
        return None if actual == wanted else f"{what} differs from {expected[2:]}"
    if expected.startswith("~ "):
        for part in expected[2:].replace("\\n", "\n").split(" && "):
            forbidden = part.startswith("!")
            if (part.removeprefix("!") in actual) == forbidden:
                return f"{what} should {'not ' if forbidden else ''}hold {part.removeprefix('!')!r} and is {shown(actual)}"
        return None
    raise SystemExit(f"unknown expectation {expected!r}")


def run(program, case, values, tmp):
    arguments, _, standard_input = expanded(case.arguments, values).partition(" < ")
    with open(standard_input.strip() or os.devnull, "rb") as given:
        process = subprocess.Popen([program, *shlex.split(arguments)], stdin=given, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, cwd=tmp)
        if case.out == "closed":
            process.stdout.close()
            process.stdout = None
        try:
            out, err = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return None, "", ""
    return process.returncode, (out or b"").decode("utf-8"), err.decode("utf-8")


def faults_of(program, case):
    with tempfile.TemporaryDirectory(prefix="rejoinder-case-") as name:
        tmp = pathlib.Path(name).resolve()
        values = paths_in(case, tmp)
        code, out, err = run(program, case, values, tmp)
        if code is None:
            return [f"it did not end within {SECONDS} s"]
        faults = [] if str(code) == case.code else [f"exit code should be {case.code} and is {code}; it said {err!r}"]
        if case.out != "closed":
            faults.append(mismatch("standard output", expanded(case.out, values), out))
        faults.append(mismatch("standard error", expanded(case.err, values), err))
        written = sorted(entry.name for entry in (tmp / "out").iterdir()) if (tmp / "out").is_dir() else []
        wanted = [] if case.files == "-" else sorted(case.files.split())
        if written != wanted:
            faults.append(f"files should be {wanted} and are {written}")
        return [fault for fault in faults if fault]


def main():
    parser = argparse.ArgumentParser(description="Golden tests of the program.")
    parser.add_argument("--program", required=True, type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("tables", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    count = failed = 0
    for table in options.tables:
        for case in cases_of(table):
            count += 1
            faults = faults_of(options.program, case)
            failed += bool(faults)
            for fault in faults:
                print(f"{table.name}: {case.name}\n    {fault}")
    print(f"{count} cases, {failed} failed")
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
