"""Facts about the machine and the tools, as they stand in the report."""
import datetime
import os
import platform
import re
import subprocess
from pathlib import Path


def jdk_major(jdk):
    text = subprocess.run([str(Path(jdk, "bin", "javac")), "-version"], capture_output=True, text=True, check=True)
    return int(re.search(r"javac (\d+)", text.stdout + text.stderr).group(1))


def conditions(maven_version, java_version, commit):
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "machine": f"{os.cpu_count()} cores, {cpu_model()}, {memory()}, {platform.system()}",
        "load at the start": load(),
        "JDK": java_version,
        "Maven": maven_version,
        "our parent at commit": commit,
    }


def load():
    return " ".join(f"{value:.1f}" for value in os.getloadavg())


def cpu_model():
    return first(r"model name\s*:\s*(.+)", "/proc/cpuinfo") or platform.processor() or platform.machine()


def memory():
    kilobytes = first(r"MemTotal:\s*(\d+)", "/proc/meminfo")
    return f"{int(kilobytes) / 1024 / 1024:.0f} GiB" if kilobytes else "memory unknown"


def first(pattern, path):
    try:
        found = re.search(pattern, Path(path).read_text(encoding="utf-8"))
    except OSError:
        return ""
    return found.group(1).strip() if found else ""
