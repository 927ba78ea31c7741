#!/usr/bin/env python3
"""Measures what a parent POM costs a build: CPU and wall time of the same sample project under several parents.

    python3 tools/benchmark/parents.py --size 2x20 --write-readme
"""
import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from harness import columns, machine, measurement, report, sample
from harness.maven import Maven
from harness.workspace import PreparationFailed, Workspace, commit_of, version_of

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent


def main():
    options = parse()
    version = version_of(CHECKOUT / "build-parent" / "pom.xml")
    try:
        known = columns.all_columns(version)
        if options.report:
            return show(options.report, known, options.write_readme)
        size = sample.parse_size(options.size)
        selected = columns.select(known, options.columns)
        measures = measures_of(options.measures)
        check_tools(options)
    except ValueError as problem:
        return refuse(problem)
    return benchmark(options, known, size, selected, measures)


def parse():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--size", default="3x40", help="modules x classes: 3x40 (default), 2x20, 12x60")
    cli.add_argument("--rounds", type=int, default=report.ENOUGH, help="default 5; fewer are a smoke test")
    cli.add_argument("--columns", default="all", help="comma separated: all, parents, gates, or names of columns")
    cli.add_argument("--measures", default="validate,cold,warm", help="comma separated, default all: validate, cold, warm")
    cli.add_argument("--maven", default="mvn", help="the mvn to use, default the one on the PATH")
    cli.add_argument("--jdk", default=default_jdk(), help="home of the JDK, default JAVA_HOME; airbase needs 25")
    cli.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "neurectomy-benchmark",
                     help="work folder, kept for the next run; two runs at once need two")
    cli.add_argument("--report", type=Path, metavar="RUN", help="measure nothing: show the run in this folder again")
    cli.add_argument("--write-readme", action="store_true", help="put the tables into README.md")
    return cli.parse_args()


def default_jdk():
    javac = shutil.which("javac")
    return os.environ.get("JAVA_HOME") or (str(Path(javac).resolve().parent.parent) if javac else None)


def measures_of(text):
    unknown = [word for word in text.split(",") if word not in measurement.MEASURES]
    if unknown:
        raise ValueError(f"[measures] {unknown[0]}: no such measure. Known: {', '.join(measurement.MEASURES)}.")
    return [what for what in measurement.MEASURES if what in text.split(",")]


def check_tools(options):
    if options.rounds < 1:
        raise ValueError(f"[rounds] {options.rounds}: nothing to measure. Use at least 1.")
    if not shutil.which(options.maven):
        raise ValueError(f"[maven] {options.maven}: not a program. Give --maven the path of mvn.")
    if not options.jdk or not Path(options.jdk, "bin", "javac").exists():
        raise ValueError(f"[jdk] {options.jdk}: no bin/javac there. Give --jdk the home of a JDK.")


def refuse(problem):
    print(problem, file=sys.stderr)
    return 2


def benchmark(options, known, size, selected, measures):
    jdk = machine.jdk_major(options.jdk)
    builder = Maven(str(Path(shutil.which(options.maven)).absolute()), options.jdk, options.work.resolve() / "repository")
    space = Workspace(options.work.resolve() / f"jdk{jdk}-{options.size}", CHECKOUT, builder)
    left_out = [f"{c.name} needs JDK {c.jdk}, this is {jdk}" for c in selected if c.jdk > jdk]
    try:
        ready = prepare(space, known["ours"], [c for c in selected if c.jdk <= jdk], size, left_out)
    except PreparationFailed as problem:
        return refuse(problem)
    for line in left_out:
        print(f"LEFT OUT: {line}", file=sys.stderr)
    run = space.root / "runs" / time.strftime("%Y%m%d-%H%M%S")
    journal = measurement.Journal(run / "measurements.csv")
    facts = {"size": f"{options.size} (modules x classes)",
             **machine.conditions(*builder.versions(), commit_of(CHECKOUT))}
    if left_out:
        facts["left out"] = "; ".join(left_out)
    about = {"key": f"jdk{jdk}-{options.size}", "title": f"{options.size}, JDK {jdk}", "conditions": facts}
    save(run, about)
    try:
        measure(space, ready, measures, options.rounds, journal, run)
    except KeyboardInterrupt:
        print(f"Stopped. What was measured is kept: {run}", file=sys.stderr)
    facts["load at the end"] = machine.load()
    save(run, about)
    return show(run, known, options.write_readme)


def prepare(space, ours, selected, size, left_out):
    """Returns the columns that can be measured; adds to `left_out` why the others can't."""
    print("preparing: our parent", flush=True)
    space.install_ours()
    formatted = space.format(size, ours)
    ready = []
    for column in selected:
        if column.primed_by and column.primed_by not in [other.name for other in ready]:
            left_out.append(f"{column.name}: needs {column.primed_by}")
            continue
        print(f"preparing: {column.name}", flush=True)
        try:
            space.prepare(column, size, formatted)
            ready.append(column)
        except PreparationFailed as problem:
            print(problem, file=sys.stderr)
            left_out.append(f"{column.name}: preparation failed")
    return ready


def measure(space, selected, measures, rounds, journal, run):
    for turn in range(rounds):
        for column in measurement.rotated(selected, turn):
            for what in measures:
                if what == "cold":
                    space.empty_caches(column)
                log = run / f"{turn + 1}-{column.name}-{what}.log"
                cpu, wall, code = space.maven.timed(space.folder(column), log, *column.arguments,
                                                    *measurement.MEASURES[what])
                journal.add(measurement.Measurement(turn + 1, column.name, what, round(cpu, 2), round(wall, 2), code))
                print(f"{turn + 1:2} {column.name:28} {what:9} cpu {cpu:7.2f}  wall {wall:7.2f}", flush=True)
                if code:
                    print(f"FAILED, excluded: {column.name} {what}, exit {code}. Read {log}.", file=sys.stderr)


def save(run, about):
    (run / "run.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def show(run, known, write_readme):
    about = json.loads((run / "run.json").read_text(encoding="utf-8"))
    measured = measurement.read(run / "measurements.csv")
    names = {m.column for m in measured}
    text = report.section(measured, [c for c in known.values() if c.name in names], about["conditions"])
    print(f"\n{text}\n{run}")
    if write_readme:
        if len({m.round for m in measured}) < report.ENOUGH:
            return refuse(f"[rounds] README.md: not written with fewer than {report.ENOUGH} rounds. Use --rounds 5.")
        readme = HERE / "README.md"
        readme.write_text(report.replace_section(readme.read_text(encoding="utf-8"), about["key"], about["title"], text),
                          encoding="utf-8")
    return 1 if report.failures(measured) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("Stopped before anything was measured.")
