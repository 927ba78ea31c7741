import os
import pathlib
import shutil
import subprocess
import sys
import unittest

EVENTS = pathlib.Path(__file__).parent.parent / "events"
MAIN = "io.neurectomy.benchmark.events.EventsBenchmark"
CLASSPATH = EVENTS / "target" / "classpath"


class EventsTest(unittest.TestCase):
    """Runs what the README builds, on few events; it is not built here, as that takes longer than all the other tests."""

    def setUp(self):
        missing = [
            what
            for what, there in (
                ("tools/benchmark/events built as its README says", CLASSPATH.exists()),
                ("NEURECTOMY_NATS_SERVER_2_15", "NEURECTOMY_NATS_SERVER_2_15" in os.environ),
                ("java", shutil.which("java")),
            )
            if not there
        ]
        if missing:
            reason = "[events-smoke] skipped: there is no " + ", no ".join(missing)
            print(reason, file=sys.stderr)
            self.skipTest(reason)

    def run_main(self, *arguments):
        classpath = os.pathsep.join((str(EVENTS / "target" / "classes"), CLASSPATH.read_text().strip()))
        return subprocess.run(
            ["java", "-cp", classpath, MAIN, *arguments], capture_output=True, text=True, timeout=120, check=False)

    def test_prints_a_ratio_for_every_goal_and_every_size(self):
        run = self.run_main("--pairs", "1", "--events", "200", "--growth", "500,800")

        self.assertEqual(0, run.returncode, run.stderr)
        for goal in ("G1", "G2", "G3", "G4", "G5", "G6"):
            self.assertRegex(run.stdout, rf"\| {goal} .*\| -?\d+(\.\d+)? \|")
        self.assertIn("| 500 | 800 |", run.stdout)

    def test_refuses_an_option_it_does_not_know(self):
        run = self.run_main("--size", "3")

        self.assertEqual(2, run.returncode)
        self.assertTrue(run.stderr.startswith("[option] --size"), run.stderr)
