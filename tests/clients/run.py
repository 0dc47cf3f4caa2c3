#!/usr/bin/env python3
"""Holds what Rejoinder writes against the programs that are to read it. `./dev test clients` runs it.

usage: run.py PROGRAM ROOT [NAME...]

One row of CHECKS per check: its name, its program below ROOT/tests, and the packages of requirements.txt that it needs.
A check is called with PROGRAM and ROOT. It ends with 0 (passed), 77 (skipped; its last line says why) or anything else
(failed). The packages are installed, as pinned, into ROOT/build/clients; a check whose packages cannot be had is skipped.
"""
import pathlib
import re
import subprocess
import sys
import venv

CHECKS = [
    ("JSON and JSON lines: jsonschema finds every report as docs/rejoinder.schema.json says", "golden/schema.py", ["jsonschema"]),
    ("GraphML and GEXF: NetworkX and igraph read every graph", "clients/graphs.py", ["networkx", "igraph"]),
    ("DOT: Graphviz draws every graph", "clients/drawings.py", []),
    ("ConvoKit loads every thread, finds it whole and runs HyperConvo", "clients/corpus.py", ["convokit"]),
    ("patterns of interaction and degrees: they are those of ConvoKit's HyperConvo", "clients/hyperconvo.py", ["convokit"]),
    ("replies: NetworkX finds a forest, and its longest path is the longest chain", "clients/replies.py", ["networkx"]),
]

SKIPPED = 77


def pinned(path):
    """From the name of a package to its line of requirements.txt."""
    lines = [line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return {re.split(r"[=\[ ]", line)[0]: line for line in lines if line}


def installed(python, requirement):
    name, version = requirement.split("==")
    name = name.split("[")[0]
    say = f"import importlib.metadata as m; print(m.version({name!r}))"
    run = subprocess.run([python, "-c", say], capture_output=True, text=True)
    return run.returncode == 0 and run.stdout.strip() == version


def install(python, requirements):
    """Installs what is missing; returns from a package's name to why it could not be had."""
    missing = {name: line for name, line in requirements.items() if not installed(python, line)}
    absent = {}
    for name, line in missing.items():
        print(f"clients: installing {line}", file=sys.stderr)
        run = subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", line],
                             capture_output=True, text=True)
        if run.returncode != 0:
            errors = [text for text in run.stderr.splitlines() if text.startswith("ERROR")] or ["pip gave no reason"]
            absent[name] = f"{line} could not be installed ({errors[-1].removeprefix('ERROR: ')})"
    return absent


def run_check(python, script, program, root):
    command = [python, str(script)] if script.suffix == ".py" else [str(script)]
    run = subprocess.run([*command, program, str(root)], capture_output=True, text=True)
    lines = (run.stdout + run.stderr).strip().splitlines()
    return run.returncode, lines


def main():
    program, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    wanted = sys.argv[3:]
    checks = [check for check in CHECKS if not wanted or any(word in check[0] for word in wanted)]
    home = root / "build" / "clients"
    if not (home / "bin" / "python").exists():
        venv.create(home, with_pip=True)
    python = str(home / "bin" / "python")
    requirements = pinned(root / "tests" / "clients" / "requirements.txt")
    absent = install(python, {name: requirements[name] for _, _, needs in checks for name in needs})
    passed = failed = skipped = 0
    for name, script, needs in checks:
        why = next((absent[need] for need in needs if need in absent), None)
        code, lines = (SKIPPED, [why]) if why else run_check(python, root / "tests" / script, program, root)
        word = {0: "passed", SKIPPED: "skipped"}.get(code, "FAILED")
        print(f"{word}: {name}" + (f" ({lines[-1]})" if lines and word != "FAILED" else ""))
        if word == "FAILED":
            print("\n".join("    " + line for line in lines[-30:]))
        passed += code == 0
        skipped += code == SKIPPED
        failed += word == "FAILED"
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
