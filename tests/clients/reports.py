"""What the checks against other programs share: every fixture's pages, and what Rejoinder writes of them."""
import pathlib
import subprocess


def cases(root):
    """Folders of the fixtures that hold a thread, and their pages."""
    for case in sorted(pathlib.Path(root).glob("fixtures/*/*")):
        if (case / "expected.json").exists():
            yield case, sorted(str(page) for page in case.glob("page*"))


def analyze(program, pages, *options):
    """Standard output of `rejoinder analyze`, as bytes."""
    return subprocess.run([program, "analyze", *pages, *options], check=True, capture_output=True).stdout


def write(program, pages, folder, *options):
    """Runs `rejoinder analyze -o FOLDER` and returns the files, by name."""
    subprocess.run([program, "analyze", *pages, *options, "-o", str(folder)], check=True, capture_output=True)
    return sorted(pathlib.Path(folder).rglob("*"))
