#!/usr/bin/env python3
"""docs/commands.md is what the program's tables say, the man page is sound, and the completions are scripts.

usage: manual.py PROGRAM ROOT
"""
import pathlib
import shutil
import subprocess
import sys


def out(*command, **more):
    return subprocess.run(command, capture_output=True, check=True, text=True, **more).stdout


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    manual = out(program, "manual", "--format", "markdown")
    if (root / "docs" / "commands.md").read_text(encoding="utf-8") != manual:
        sys.exit("docs/commands.md differs: rejoinder manual --format markdown > docs/commands.md")
    checked = ["docs/commands.md"]
    page = out(program, "manual")
    commands = [line.removeprefix("## rejoinder ") for line in manual.splitlines() if line.startswith("## rejoinder ")]
    for command in commands:
        if f".SS rejoinder {command}\n" not in page:
            sys.exit(f"the man page lacks {command}")
    if shutil.which("groff"):
        found = subprocess.run(["groff", "-Kutf8", "-man", "-Tutf8", "-ww", "-z"], input=page, capture_output=True, text=True)
        if found.returncode != 0 or found.stderr:
            sys.exit(f"groff says of the man page: {found.stderr}")
        checked.append("the man page with groff")
    for shell in ("bash", "zsh", "fish"):
        script = out(program, "completions", shell)
        if not all(command.split()[0] in script for command in commands):
            sys.exit(f"the completions of {shell} lack a command")
        if shutil.which(shell):
            subprocess.run([shell, "-n"], input=script, text=True, check=True)
            checked.append(f"{shell}'s completions")
    words = "source /dev/stdin; COMP_WORDS=(rejoinder {}); COMP_CWORD={}; _rejoinder; echo ${{COMPREPLY[*]}}"
    for line, expected in (("ana", "analyze"), ("analyze --format grap", "graphml"), ("audit v", "verify"),
                           ("completions z", "zsh"), ("analyze --stri", "--strict")):
        command = words.format(line, len(line.split()))
        got = out("bash", "-c", command, input=out(program, "completions", "bash")).strip()
        if got != expected:
            sys.exit(f"bash completes 'rejoinder {line}' as {got!r}, not {expected!r}")
    print(", ".join(checked))


if __name__ == "__main__":
    main()
