"""Measures the goal audit on generated repositories of growing size.

Each repository has modules of 100 sources (67 classes and 33 tests), a README for two modules of three, and a version
that is managed in one place of five; the audit finds something in each. Maven runs offline and without our parent.
"""
import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

PLUGIN = "io.neurectomy:neurectomy-maven-plugin:0.1.0-SNAPSHOT:audit"
ROOT = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>sample</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencyManagement>
    <dependencies>
      <dependency><groupId>com.example.lib</groupId><artifactId>lib</artifactId><version>1.0</version></dependency>
    </dependencies>
  </dependencyManagement>
  <modules>
{modules}
  </modules>
</project>
"""
MODULE = """<project>
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>com.example</groupId><artifactId>sample</artifactId><version>1</version></parent>
  <artifactId>{name}</artifactId>
  <dependencies>
    <dependency>
      <groupId>com.example.lib</groupId>
      <artifactId>lib</artifactId>{version}
    </dependency>
  </dependencies>
</project>
"""
README = "# {name}\n\n> A module of the sample.\n\n" + "".join(
    f"## {title}\n\nText.\n\n"
    for title in ("Installation", "Quick Start", "API Reference", "Architecture", "Contributing", "License"))
CLASS = """package com.example.{package};

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Keeps entries of kind {number} in the order in which they came. */
public final class {name} {{
    private final List<String> entries = new ArrayList<>();

    /**
     * Adds an entry.
     *
     * @param entry the entry
     */
    public void add(String entry) {{
        entries.add(Objects.requireNonNull(entry, "entry"));
    }}

    /**
     * Returns the number of entries that start with a prefix.
     *
     * @param prefix the prefix
     * @return the number, 0 if there is none
     */
    public long count(String prefix) {{
        return entries.stream().filter(e -> e.startsWith(prefix)).count();
    }}
{more}}}
"""
METHOD = """
    /**
     * Computes value {i}.
     *
     * @param value any number
     * @return the value
     */
    public int value{i}(int value) {{
        int sum = value;
        for (int step = 0; step < {i}; step++) {{
            sum = 31 * sum + step;
        }}
        return sum;
    }}
"""
TEST = """package com.example.{package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class {name}Test {{
    @Test
    void countsWhatStartsWithThePrefix() {{
        {name} sample = new {name}();
        sample.add("one");
        assertEquals(1, sample.count("o"));
    }}
}}
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def generate(folder, modules, sources):
    """Writes the repository; the output depends on the arguments alone."""
    names = [f"module-{number:03d}" for number in range(modules)]
    write(folder / "pom.xml", ROOT.format(modules="\n".join(f"    <module>{n}</module>" for n in names)))
    (folder / ".mvn").mkdir()
    more = "".join(METHOD.format(i=i) for i in range(8))
    tests = sources // 3
    for number, name in enumerate(names):
        version = "\n      <version>1.0</version>" if number % 5 == 0 else ""
        write(folder / name / "pom.xml", MODULE.format(name=name, version=version))
        if number % 3:
            write(folder / name / "README.md", README.format(name=name))
        package = name.replace("-", "")
        for i in range(sources - tests):
            path = f"java/com/example/{package}/Sample{i}"
            words = {"package": package, "name": f"Sample{i}", "number": i}
            write(folder / name / f"src/main/{path}.java", CLASS.format(more=more, **words))
            if i < tests:
                write(folder / name / f"src/test/{path}Test.java", TEST.format(**words))


def audit(folder, arguments, heap):
    """Runs the audit once and returns its CPU seconds, wall seconds and peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    run = subprocess.run(
        ["/usr/bin/time", "-f", "\n%M", "mvn", "-B", "-o", "-q", *arguments, "-Dverification.fail=false", PLUGIN],
        cwd=folder, env={**os.environ, "MAVEN_OPTS": f"-Xmx{heap}m"}, capture_output=True, text=True, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode or not (folder / "target/neurectomy/audit.html").exists():
        sys.exit(f"[audit] the audit of {folder} failed: {run.stdout[-2000:]}{run.stderr[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, int(run.stderr.split()[-1]) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--modules", default="10,30,100,300", help="sizes, comma separated")
    parser.add_argument("--sources", type=int, default=100, help="sources of a module")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each size; the middle one counts")
    parser.add_argument("--heap", type=int, default=512, help="the most heap that Maven may use, in MB")
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder in which the repositories stay")
    options, arguments = parser.parse_known_args()
    work = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="neurectomy-audit-"))
    print("| modules | sources | CPU | wall | memory |\n|--:|--:|--:|--:|--:|", flush=True)
    try:
        for modules in map(int, options.modules.split(",")):
            folder = work / f"sample-{modules}"
            generate(folder, modules, options.sources)
            runs = sorted(audit(folder, arguments, options.heap) for _ in range(options.rounds))
            cpu, wall, memory = runs[len(runs) // 2]
            sources = modules * options.sources
            print(f"| {modules} | {sources:,} | {cpu:.1f} s | {wall:.1f} s | {memory:.0f} MB |", flush=True)
    finally:
        if not options.keep:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
