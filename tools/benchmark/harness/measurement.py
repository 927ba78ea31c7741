"""What was measured, and the CSV in which it is kept."""
import csv
from dataclasses import astuple, dataclass, fields

# What Maven is asked to do, in the order of each round. `cold` starts like a fresh clone; `warm` follows it directly.
MEASURES = {
    "validate": ("validate",),
    "cold": ("clean", "verify"),
    "warm": ("clean", "verify"),
}


@dataclass(frozen=True)
class Measurement:
    """One build: CPU is user + system seconds of the process tree, wall is seconds, exit is Maven's exit code."""

    round: int
    column: str
    measure: str
    cpu: float
    wall: float
    exit: int


class Journal:
    """Appends each measurement to a CSV file at once, so that an interrupted run keeps what it measured."""

    def __init__(self, path):
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerow(field.name for field in fields(Measurement))

    def add(self, measurement):
        with self.path.open("a", newline="", encoding="utf-8") as out:
            csv.writer(out).writerow(astuple(measurement))


def read(path):
    with path.open(newline="", encoding="utf-8") as rows:
        return [Measurement(int(r["round"]), r["column"], r["measure"], float(r["cpu"]), float(r["wall"]), int(r["exit"]))
                for r in csv.DictReader(rows)]


def rotated(items, turn):
    """Returns the items in order, beginning with another one in each turn."""
    items = list(items)
    start = turn % len(items)
    return items[start:] + items[:start]
