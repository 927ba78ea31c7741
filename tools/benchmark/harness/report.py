"""Turns measurements into Markdown: ratios paired by round, because the machine's speed drifts between rounds."""
import statistics

from .measurement import MEASURES

ENOUGH = 5
COMPARISONS = (("ours", "bare"), ("ours+mvn", "bare"), ("ours+mvn", "bare+jvm"), ("ours", "basepom"),
               ("ours+mvn", "basepom"), ("ours", "airbase"), ("ours+mvn", "airbase"))


def succeeded(measurements):
    return {(m.column, m.measure, m.round): m for m in measurements if m.exit == 0}


def ratios(measurements, column, base, measure, kind):
    """Returns column / base of each round in which both succeeded; `kind` is cpu or wall."""
    good = succeeded(measurements)
    rounds = sorted(r for (name, what, r) in good if name == column and what == measure)
    return [getattr(good[column, measure, r], kind) / getattr(good[base, measure, r], kind)
            for r in rounds if (base, measure, r) in good]


def spread(values):
    """Returns `median (min-max, n)`, or a dash without values."""
    if not values:
        return "-"
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f}, {len(values)})"


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def parents_table(measurements, columns, kind):
    measures = used_measures(measurements)
    rows = []
    for column in columns:
        seconds = [m.cpu if kind == "cpu" else m.wall for m in measurements
                   if m.column == column.name and m.measure == measures[-1] and m.exit == 0]
        rows.append([column.title, *(spread(ratios(measurements, column.name, "bare", what, kind)) for what in measures),
                     f"{statistics.median(seconds):.1f}" if seconds else "-"])
    return table(["column", *measures, f"seconds ({measures[-1]})"], rows)


def gates_table(measurements, columns):
    """What a gate costs, in bare builds: the whole parent minus the parent without the gate, per round."""
    measures = [what for what in used_measures(measurements) if what != "validate"]
    rows = []
    for column in columns:
        cells = []
        for what in measures:
            whole = rounds_of(measurements, "ours", what)
            without = rounds_of(measurements, column.name, what)
            bare = rounds_of(measurements, "bare", what)
            cells.append(spread([(whole[r] - without[r]) / bare[r] for r in sorted(whole.keys() & without.keys() & bare.keys())]))
        rows.append([column.title, *cells])
    return table(["switched off", *(f"saves ({what})" for what in measures)], rows)


def rounds_of(measurements, column, measure):
    return {m.round: m.cpu for m in succeeded(measurements).values() if (m.column, m.measure) == (column, measure)}


def comparisons_table(measurements):
    measures = used_measures(measurements)
    rows = [[f"`{column}` / `{base}`", *(spread(ratios(measurements, column, base, what, "cpu")) for what in measures)]
            for column, base in COMPARISONS]
    return table(["CPU", *measures], [row for row in rows if set(row[1:]) != {"-"}])


def used_measures(measurements):
    return [what for what in MEASURES if any(m.measure == what for m in measurements)]


def failures(measurements):
    return [f"round {m.round}, {m.column}, {m.measure}: exit {m.exit}" for m in measurements if m.exit != 0]


def section(measurements, columns, conditions):
    """Returns the Markdown of one run; `conditions` is a dict of what to print about machine and run."""
    if not measurements:
        return "Nothing was measured.\n"
    parents = [c for c in columns if not is_gate(c)]
    gates = [c for c in columns if c.name == "ours-errorprone" or is_gate(c)]
    rounds = max(m.round for m in measurements)
    parts = ["\n".join(f"- {key}: {value}" for key, value in conditions.items())]
    if rounds < ENOUGH:
        parts.append(f"**{rounds} round(s): a smoke test, not a result.**")
    failed = [*conditions.get("left out", "").split("; ")] if conditions.get("left out") else []
    failed += failures(measurements)
    if failed:
        parts.append("**Excluded, because it failed or could not run:**\n\n" + "\n".join(f"- {line}" for line in failed))
    parts += ["CPU, ratio to no parent, median (min-max, pairs):", parents_table(measurements, parents, "cpu"),
              "Wall, ratio to no parent:", parents_table(measurements, parents, "wall"),
              "Against each other:", comparisons_table(measurements)]
    if gates:
        parts += ["CPU of a gate, in units of a build without parent:", gates_table(measurements, gates)]
    return "\n\n".join(parts) + "\n"


def is_gate(column):
    return column.ours and bool(column.arguments)


def replace_section(readme, key, title, text):
    """Returns the README with the section `key` between its markers replaced, or added before the end marker."""
    begin, end, close = f"<!-- begin {key} -->", f"<!-- end {key} -->", "<!-- end results -->"
    block = f"{begin}\n### {title}\n\n{text}{end}"
    if begin in readme:
        head, rest = readme.split(begin, 1)
        if end not in rest:
            raise ValueError(f"[readme-markers] README.md: {begin} without {end}. Restore the marker.")
        return head + block + rest.split(end, 1)[1]
    if close not in readme:
        raise ValueError(f"[readme-markers] README.md: no {close}. Restore the marker.")
    head, rest = readme.split(close, 1)
    return f"{head}{block}\n\n{close}{rest}"
