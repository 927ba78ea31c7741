"""Runs Maven: online to prepare, offline and timed to measure."""
import os
import re
import signal
import subprocess
import time
from pathlib import Path

OWN_FLAGS = ("MAVEN_OPTS", "MAVEN_ARGS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")


class Maven:
    """One Maven on one JDK with one local repository."""

    def __init__(self, command, jdk, repository):
        self.command = command
        self.jdk = jdk
        self.repository = repository

    def line(self, *arguments):
        return [self.command, "-B", "-q", f"-Dmaven.repo.local={self.repository}", *arguments]

    def environment(self, clean):
        """Measured builds see no flags of the caller; the others may need them to reach a repository."""
        kept = {k: v for k, v in os.environ.items() if not (clean and k in OWN_FLAGS)}
        return {**kept, "JAVA_HOME": str(self.jdk), **({"MAVEN_SKIP_RC": "true"} if clean else {})}

    def run(self, folder, log, *arguments):
        """Runs online, not timed; returns whether it succeeded."""
        with log.open("ab") as out:
            out.write(f"== {' '.join(arguments)}\n".encode())
            out.flush()
            return subprocess.run(self.line(*arguments), cwd=folder, env=self.environment(False), stdout=out,
                                  stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL).returncode == 0

    def timed(self, folder, log, *arguments):
        """Runs offline; returns CPU seconds of the process tree, wall seconds, and the exit code.

        Raises KeyboardInterrupt after it has ended the build, which runs in a process group of its own.
        """
        with log.open("wb") as out:
            begin = time.monotonic()
            process = subprocess.Popen(self.line("-o", *arguments), cwd=folder, env=self.environment(True), stdout=out,
                                       stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True)
            try:
                _, status, usage = os.wait4(process.pid, 0)
            except KeyboardInterrupt:
                os.killpg(process.pid, signal.SIGTERM)
                os.wait4(process.pid, 0)
                process.returncode = -signal.SIGTERM
                raise
            wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime, wall, process.returncode

    def versions(self):
        """Returns the versions of Maven and Java."""
        text = subprocess.run([self.command, "-B", "-v"], env=self.environment(True), capture_output=True, text=True,
                              check=True).stdout
        text = re.sub(r"\x1b\[[\d;]*m", "", text)
        return (re.search(r"Apache Maven (\S+)", text).group(1),
                re.search(r"Java version: (\S+, vendor: [^,\n]+)", text).group(1))


def errors(log):
    """Returns the first error lines of a log."""
    lines = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join([line for line in lines if "[ERROR]" in line][:6])
