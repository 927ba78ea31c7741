"""The folder in which everything happens: private local repository, copy of the checkout, projects, logs."""
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

from . import maven, sample

OWN_MODULES = ("checkstyle-config", "build-parent")  # the sample uses nothing else of this repository
TINY = (2, 6)  # every kind of class once, and a module that depends on another


class PreparationFailed(Exception):
    """Says which step failed and where its log is."""


class Workspace:
    def __init__(self, root, checkout, builder):
        self.root = root
        self.checkout = checkout
        self.maven = builder
        self.logs = root / "logs"
        self.projects = root / "projects"
        self.logs.mkdir(parents=True, exist_ok=True)

    def install_ours(self):
        """Builds our parent and what it loads from the checkout; in a copy, so that the checkout stays as it is."""
        copy = self.root / "checkout"
        shutil.rmtree(copy, ignore_errors=True)
        listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard", *OWN_MODULES], cwd=self.checkout,
                                capture_output=True, text=True, check=True).stdout
        for path in filter(None, listed.split("\0")):
            if (self.checkout / path).is_file():
                (copy / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self.checkout / path, copy / path)
        for module in OWN_MODULES:
            self.step(copy / module, f"install-{module}", "install", "-Dmaven.test.skip=true", "-Dverification.skip=true")

    def step(self, folder, log_name, *arguments):
        log = self.logs / f"{log_name}.log"
        log.unlink(missing_ok=True)
        if not self.maven.run(folder, log, *arguments):
            raise PreparationFailed(f"[prepare] {log_name}: mvn {' '.join(arguments)} failed. Read {log}.\n"
                                    + maven.errors(log))

    def format(self, size, ours):
        """Lays out the sample under our parent and formats it: the one source of all columns."""
        folder = self.projects / "formatted"
        self.lay_out(folder, sample.project(*size, replace(ours, files={})))
        self.step(folder, "format", "spotless:apply")
        return folder

    def prepare(self, column, size, formatted):
        """Fetches what the column needs, then writes its project; raises PreparationFailed."""
        if not column.primed_by:
            tiny = self.projects / f"{column.name}.tiny"
            self.lay_out(tiny, sample.project(*TINY, column))
            for goal in (*column.prepare, *(("spotless:apply",) if column.ours else ())):
                self.step(tiny, f"prime-{column.name}", *column.arguments, goal)
            self.step(tiny, f"prime-{column.name}", *column.arguments, "clean", "verify")
        folder = self.folder(column)
        self.lay_out(folder, sample.project(*size, column))
        for source in formatted.glob("*/src"):
            shutil.rmtree(folder / source.relative_to(formatted))
            shutil.copytree(source, folder / source.relative_to(formatted))
        if column.ours:
            self.step(folder, f"format-{column.name}", *column.arguments, "spotless:apply")
        for goal in column.prepare:
            self.step(folder, f"format-{column.name}", *column.arguments, goal)
        self.check_same_code(formatted, folder, column)
        git(folder, "add", ".")
        git(folder, "commit", "-q", "--allow-empty", "-m", "Format")

    def lay_out(self, folder, files):
        shutil.rmtree(folder, ignore_errors=True)
        sample.write(files, folder)
        git(folder, "init", "-q", ".")
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", "Generate")

    def check_same_code(self, formatted, folder, column):
        for source in formatted.glob("*/src/**/*.java"):
            path = source.relative_to(formatted)
            if not same_code(source.read_text(encoding="utf-8"), (folder / path).read_text(encoding="utf-8")):
                raise PreparationFailed(f"[same-code] {column.name}, {path}: its formatter changed more than layout and "
                                        "comments. Change the template so that it has nothing to change.")

    def empty_caches(self, column):
        """Leaves what a fresh clone has."""
        git(self.folder(column), "clean", "-xdfq")

    def folder(self, column):
        return self.projects / column.name


def git(folder, *arguments):
    subprocess.run(["git", "-c", "user.name=benchmark", "-c", "user.email=benchmark@example.com", *arguments],
                   cwd=folder, check=True, stdout=subprocess.DEVNULL)


def same_code(one, other):
    """Tells whether two Java sources differ at most in comments, white space and the order of imports."""
    return code(one) == code(other)


def code(text):
    text = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
    lines = [re.sub(r"\s+", "", line) for line in text.splitlines()]
    imports = sorted(line for line in lines if line.startswith("import"))
    return imports, "".join(line for line in lines if not line.startswith("import"))


def version_of(pom):
    """Returns the version that a POM declares itself."""
    return ElementTree.parse(pom).getroot().findtext("{http://maven.apache.org/POM/4.0.0}version")


def commit_of(checkout):
    revision = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=checkout, capture_output=True, text=True)
    changed = subprocess.run(["git", "status", "--porcelain", "--", *OWN_MODULES], cwd=checkout, capture_output=True,
                             text=True).stdout.strip()
    return (revision.stdout.strip() or "none") + (" with changes" if changed else "")
