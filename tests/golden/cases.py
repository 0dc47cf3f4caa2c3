#!/usr/bin/env python3
"""Makes and renews the cases of fixtures/ (./dev new-case, ./dev approve).

usage: cases.py PROGRAM FIXTURES new ENGINE/CASE PAGE…
       cases.py PROGRAM FIXTURES approve [--yes] [ENGINE/CASE…]

`new` copies the pages, writes the skeleton of case.toml, and writes into expected.json what matters of the present output:
the thread's title, and of every post its key, author, time, text and quotes, and who answers whom. A person reads it against
the page and mends it: the output is a draft of the truth, not the truth.

`approve` takes the present values for the keys that expected.json holds already, shows the difference, and asks before it
writes (with --yes it does not ask). Cases that pass are left alone.
"""
import difflib
import json
import pathlib
import re
import shutil
import sys
import tomllib

from fixtures import analyse, check, results_of

TODO = "TODO"


def pick(source, *keys):
    return {key: source[key] for key in keys if key in source}


def quote(source):
    found = pick(source, "attributed_to", "source_key", "text", "source", "match", "depth")
    return {key: value for key, value in found.items() if value is not None}


def post(source):
    found = pick(source, "number", "key")
    found["author"] = pick(source["author"], "name", "source")
    found["time"] = pick(source["time"], "printed", "utc")
    found["text"] = source["text"]
    found["quotes"] = [quote(one) for one in source["quotes"]]
    found.update({key: source[key] for key in ("kind", "role", "signature", "edit", "reactions")
                  if source.get(key) and source[key] != "post"})
    return found


def what_matters(result):
    found = {"thread": pick(result["thread"], "title", "key", "forum", "missing_pages")}
    found["posts"] = [post(one) for one in result["posts"]]
    found["replies"] = [pick(reply, "from", "to") for reply in result["replies"]]
    if result["moderation"]:
        found["moderation"] = [pick(event, "post", "kind", "by", "reason") for event in result["moderation"]]
    return found


def renewed(old, actual):
    """The present values in the shape of the old ones: partial objects stay partial."""
    if isinstance(old, dict) and isinstance(actual, dict):
        return {key: renewed(value, actual[key]) for key, value in old.items() if key in actual}
    if isinstance(old, list) and isinstance(actual, list):
        shapes = old + [old[-1] if old else None] * max(0, len(actual) - len(old))
        return [one if shape is None else renewed(shape, one) for shape, one in zip(shapes, actual)]
    return actual


def renewed_case(old, results):
    if isinstance(old, list):
        return renewed(old, results)
    new = renewed({key: value for key, value in old.items() if key != "timeline_hours_after"}, results[0])
    def complete(shape, actual):  # reactions are compared as a whole
        for key, value in shape.items() if isinstance(shape, dict) else enumerate(shape) if isinstance(shape, list) else ():
            if key == "reactions" and isinstance(value, dict):
                shape[key] = actual[key]
            else:
                complete(value, actual[key])
    complete(new, results[0])
    if "timeline_hours_after" in old:
        timeline = old["timeline_hours_after"]
        bounds = {str(entry["ref"]): entry for entry in results[0]["timeline"]}
        new["timeline_hours_after"] = {"anchor": timeline["anchor"], "posts": {
            ref: [bounds[ref]["earliest"] / 3600, bounds[ref]["latest"] / 3600] for ref in timeline["posts"] if ref in bounds}}
    return new


def written(value):
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def toml_string(text):
    return json.dumps(text, ensure_ascii=False)


def new_case(program, root, name, pages):
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", name):
        return f"{name!r} is no name of a case; it is ENGINE/CASE, such as phpbb/closed-topic."
    case = root / name
    if case.exists():
        return f"{case} is there already; choose another name, or renew it with './dev approve {name}'."
    absent = [page for page in pages if not pathlib.Path(page).is_file()]
    if absent or not pages:
        return f"{absent[0]} is no file; give the pages that you wrote." if absent else "Give the pages that you wrote."
    case.mkdir(parents=True)
    for number, page in enumerate(pages, 1):
        stem = "page" if len(pages) == 1 else f"page-{number:0{len(str(len(pages)))}}"
        endings = pathlib.Path(page).suffixes[-2 if str(page).endswith(".gz") else -1:]
        shutil.copyfile(page, case / (stem + "".join(endings)))
    run = analyse(program, sorted(case.glob("page*.*")))
    lines = [f'source = "{TODO}: \'written for this project\', or an address and a date"',
             f'licence = "{TODO}: under which the pages may be kept here"',
             f'about = "{TODO}: what is special about this case, in one or two sentences"']
    if run.returncode == 0:
        results = results_of(run.stdout)
        profile = results[0]["thread"]["profile"]
        if profile != "inferred":
            lines.append(f"profile = {toml_string(profile)}")
        truth = [what_matters(result) for result in results]
        (case / "expected.json").write_text(written(truth if len(truth) > 1 else truth[0]), encoding="utf-8")
        print(f"wrote {case}: {sum(len(one['posts']) for one in truth)} posts. Read expected.json against the page, mend it, "
              f"and fill in case.toml.")
    else:
        sentence = run.stderr.strip().splitlines()[-1]
        says = re.sub(r"^rejoinder: \S+ ", "", sentence).split(":")[0]
        lines.append(f"says = {toml_string(says)}")
        print(f"wrote {case}: no thread; the program says \"{says}\". Fill in case.toml.")
    (case / "case.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return None


def approve(program, root, names, ask):
    cases = [root / name for name in names] or sorted(path.parent for path in root.glob("*/*/case.toml"))
    changed = open_cases = 0
    for case in cases:
        name = case.relative_to(root)
        if not (case / "case.toml").is_file():
            return f"There is no case {name}; make it with './dev new-case {name} PAGE…'."
        if not check(program, case):
            continue
        path = case / "expected.json"
        run = analyse(program, sorted(case.glob("page*.*")))
        if not path.exists() or run.returncode != 0:
            print(f"{name}: exit {run.returncode}, says {run.stderr.strip()!r}; this is for a person to mend.")
            open_cases += 1
            continue
        before = path.read_text(encoding="utf-8")
        old = json.loads(before)
        after = written(renewed_case(old, results_of(run.stdout)))
        difference = list(difflib.unified_diff(written(old).splitlines(), after.splitlines(), f"{path.relative_to(root)}", "what comes out now", "", "", 2, ""))
        if not difference:
            print("\n".join([f"{name} fails in what expected.json cannot hold:", *check(program, case)]))
            open_cases += 1
            continue
        print("\n".join(difference))
        if ask and (not sys.stdin.isatty() or input(f"Is this right for {name}? [y/N] ").strip().lower() != "y"):
            open_cases += 1
            continue
        path.write_text(after, encoding="utf-8")
        changed += 1
    print(f"{changed} renewed, {open_cases} left as they are" + ("" if sys.stdin.isatty() or not ask or not open_cases else
          "; give --yes to write without a question"))
    return None


def main():
    if len(sys.argv) < 4 or sys.argv[3] not in ("new", "approve"):
        print(__doc__, file=sys.stderr)
        return 2
    program, root, command, *rest = sys.argv[1:]
    root = pathlib.Path(root)
    if command == "new":
        fault = new_case(program, root, rest[0], rest[1:]) if rest else "Give a name, ENGINE/CASE, and the pages."
    else:
        fault = approve(program, root, [one for one in rest if one != "--yes"], "--yes" not in rest)
    if fault:
        print(f"cases.py: {fault}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
