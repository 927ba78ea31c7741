import tempfile
import unittest
from pathlib import Path

from harness import measurement, workspace


class JournalTest(unittest.TestCase):
    def test_keeps_each_measurement_at_once(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "run", "measurements.csv")
            journal = measurement.Journal(path)
            first = measurement.Measurement(1, "bare", "cold", 10.25, 7.5, 0)
            journal.add(first)

            self.assertEqual([first], measurement.read(path))


class RotationTest(unittest.TestCase):
    def test_every_column_comes_first_in_turn(self):
        self.assertEqual([["a", "b", "c"], ["b", "c", "a"], ["c", "a", "b"], ["a", "b", "c"]],
                         [measurement.rotated("abc", turn) for turn in range(4)])


class SameCodeTest(unittest.TestCase):
    def test_ignores_layout_comments_and_the_order_of_imports(self):
        one = "package a;\n\nimport b.B;\nimport c.C;\n\n/** Does. */\nclass A {\n    int x = 1; // here\n}\n"
        other = "/*\n * Licence\n */\npackage a;\n\nimport c.C;\nimport b.B;\n\nclass A\n{\n  int x = 1; // here\n}\n"

        self.assertTrue(workspace.same_code(one, other))

    def test_sees_another_token(self):
        self.assertFalse(workspace.same_code("f(ignored -> 1);", "f(_ -> 1);"))


if __name__ == "__main__":
    unittest.main()
