import unittest

from harness import columns, report
from harness.measurement import Measurement

KNOWN = columns.all_columns("1")


def build(turn, column, cpu, wall=1.0, measure="cold", code=0):
    return Measurement(turn, column, measure, cpu, wall, code)


class RatiosTest(unittest.TestCase):
    def test_pairs_each_round_with_its_own_base(self):
        measured = [build(1, "bare", 10), build(1, "ours", 20), build(2, "bare", 20), build(2, "ours", 30)]

        self.assertEqual([2.0, 1.5], report.ratios(measured, "ours", "bare", "cold", "cpu"))

    def test_leaves_out_a_round_in_which_either_failed(self):
        measured = [build(1, "bare", 10, code=1), build(1, "ours", 20), build(2, "bare", 20), build(2, "ours", 30),
                    build(3, "bare", 20), build(3, "ours", 30, code=1)]

        self.assertEqual([1.5], report.ratios(measured, "ours", "bare", "cold", "cpu"))

    def test_leaves_out_a_round_that_was_interrupted(self):
        measured = [build(1, "bare", 10), build(1, "ours", 20), build(2, "ours", 30)]

        self.assertEqual([2.0], report.ratios(measured, "ours", "bare", "cold", "cpu"))

    def test_does_not_mix_measures(self):
        measured = [build(1, "bare", 10, measure="validate"), build(1, "ours", 20)]

        self.assertEqual([], report.ratios(measured, "ours", "bare", "cold", "cpu"))

    def test_wall_is_its_own_ratio(self):
        measured = [build(1, "bare", 10, wall=4), build(1, "ours", 20, wall=6)]

        self.assertEqual([1.5], report.ratios(measured, "ours", "bare", "cold", "wall"))

    def test_spread_is_the_median_with_range_and_number(self):
        self.assertEqual("2.00 (1.00-9.00, 3)", report.spread([9, 1, 2]))
        self.assertEqual("1.50 (1.00-2.00, 2)", report.spread([1, 2]))
        self.assertEqual("-", report.spread([]))


class SectionTest(unittest.TestCase):
    measured = [build(turn, name, cpu) for turn in range(1, 6)
                for name, cpu in (("bare", 10), ("ours", 20), ("ours-jacoco", 17))]
    chosen = [KNOWN[name] for name in ("bare", "ours", "ours-jacoco")]

    def test_a_gate_costs_what_its_absence_saves(self):
        self.assertIn("| our parent without jacoco (`-Djacoco.skip`) | 0.30 (0.30-0.30, 5) |",
                      report.section(self.measured, self.chosen, {}))

    def test_says_the_conditions(self):
        self.assertIn("- JDK: 17", report.section(self.measured, self.chosen, {"JDK": "17"}))

    def test_says_loudly_what_failed(self):
        text = report.section([*self.measured, build(5, "basepom", 9, code=1)], self.chosen, {"left out": "airbase: x"})

        self.assertIn("**Excluded", text)
        self.assertIn("- airbase: x", text)
        self.assertIn("- round 5, basepom, cold: exit 1", text)

    def test_calls_fewer_than_five_rounds_a_smoke_test(self):
        self.assertIn("smoke test", report.section(self.measured[:3], self.chosen, {}))
        self.assertNotIn("smoke test", report.section(self.measured, self.chosen, {}))

    def test_survives_a_run_that_was_stopped_at_once(self):
        self.assertEqual("Nothing was measured.\n", report.section([], [], {}))


class ReadmeTest(unittest.TestCase):
    def test_replaces_only_its_own_section(self):
        readme = "a\n<!-- begin x -->\nold\n<!-- end x -->\nb\n<!-- end results -->\nc\n"

        text = report.replace_section(readme, "x", "X", "new\n")

        self.assertEqual("a\n<!-- begin x -->\n### X\n\nnew\n<!-- end x -->\nb\n<!-- end results -->\nc\n", text)
        self.assertEqual(text, report.replace_section(text, "x", "X", "new\n"))

    def test_adds_a_section_before_the_end(self):
        text = report.replace_section("a\n<!-- end results -->\nc\n", "x", "X", "new\n")

        self.assertEqual("a\n<!-- begin x -->\n### X\n\nnew\n<!-- end x -->\n\n<!-- end results -->\nc\n", text)

    def test_refuses_a_readme_without_markers(self):
        with self.assertRaisesRegex(ValueError, "readme-markers"):
            report.replace_section("a\n", "x", "X", "new\n")
        with self.assertRaisesRegex(ValueError, "without <!-- end x -->"):
            report.replace_section("<!-- begin x -->\n<!-- end results -->", "x", "X", "new\n")


if __name__ == "__main__":
    unittest.main()
