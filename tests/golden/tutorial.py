#!/usr/bin/env python3
"""Every command of docs/tutorial.md runs and says something.

usage: tutorial.py PROGRAM ROOT
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def main():
    program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    text = (root / "docs" / "tutorial.md").read_text(encoding="utf-8")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.splitlines() if line]
    with tempfile.TemporaryDirectory() as out:
        environment = {**os.environ, "OUT": out, "PATH": f"{program.parent}:{os.environ['PATH']}"}
        for command in commands:
            run = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=root, env=environment, capture_output=True, text=True)
            if run.returncode != 0:
                sys.exit(f"{command}\nends with {run.returncode}: {run.stderr}")
            if command.startswith("rejoinder") and ">" not in command and not run.stdout + run.stderr:
                sys.exit(f"{command}\nsays nothing")
    print(f"{len(commands)} commands")
    return 0 if len(commands) > 10 else 1


if __name__ == "__main__":
    sys.exit(main())
