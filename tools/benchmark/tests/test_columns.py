import unittest

from harness import columns

KNOWN = columns.all_columns("1")


class ColumnsTest(unittest.TestCase):
    def test_always_measures_the_base(self):
        self.assertEqual(["bare", "basepom"], [c.name for c in columns.select(KNOWN, "basepom")])

    def test_gates_bring_what_they_are_compared_with(self):
        names = [c.name for c in columns.select(KNOWN, "gates")]

        self.assertEqual(["bare", "ours", "ours-checkstyle"], names[:3])
        self.assertEqual(2 + len(columns.GATES), len(names))

    def test_brings_the_column_that_fetches_its_plugins(self):
        self.assertEqual(["bare", "ours", "ours-jacoco"], [c.name for c in columns.select(KNOWN, "ours-jacoco")])

    def test_names_a_column_once(self):
        self.assertEqual(len(KNOWN), len(columns.select(KNOWN, "all,parents,ours")))

    def test_refuses_an_unknown_column(self):
        with self.assertRaisesRegex(ValueError, "nobody.*Known: all, parents, gates, bare"):
            columns.select(KNOWN, "nobody")

    def test_only_our_parent_is_ours(self):
        self.assertFalse(KNOWN["airbase"].ours)
        self.assertTrue(KNOWN["ours-jacoco"].ours)


if __name__ == "__main__":
    unittest.main()
