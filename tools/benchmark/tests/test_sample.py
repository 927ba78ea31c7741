import unittest

from harness import columns, sample

BARE = columns.all_columns("1")["bare"]
OURS = columns.all_columns("1")["ours"]


class SampleTest(unittest.TestCase):
    def test_the_same_arguments_give_the_same_files(self):
        self.assertEqual(sample.project(2, 7, BARE), sample.project(2, 7, BARE))

    def test_every_column_has_the_same_sources(self):
        def sources(column):
            return {path: text for path, text in sample.project(3, 12, column).items() if "/src/" in path}

        self.assertEqual(sources(BARE), sources(OURS))

    def test_has_as_many_classes_as_asked_each_with_a_test(self):
        files = sample.project(3, 40, BARE)

        for module in ("order", "invoice", "parcel"):
            tests = [path for path in files if path.startswith(f"{module}/src/test/")]
            classes = [path for path in files if path.startswith(f"{module}/src/main/") and "-info" not in path]
            self.assertEqual((40, 40), (len(classes), len(tests)))

    def test_leaves_no_placeholder(self):
        for path, text in sample.project(2, 6, OURS).items():
            self.assertNotRegex(text, r"__[A-Za-z]+__", path)

    def test_class_names_are_unique_in_the_largest_size(self):
        for number in range(12):
            names = [name for _, name in sample.class_names(number, 60)]
            self.assertEqual(len(names), len(set(names)))

    def test_the_first_module_depends_on_no_other(self):
        files = sample.project(2, 6, BARE)

        self.assertNotIn("bench-order", files["order/pom.xml"].split("<dependencies>")[1])
        self.assertIn("<artifactId>bench-order</artifactId>", files["invoice/pom.xml"])
        self.assertIn("requires transitive com.example.bench.order;", files["invoice/src/main/java/module-info.java"])

    def test_our_consumer_adds_nothing_but_the_parent(self):
        pom = sample.project(2, 6, OURS)["pom.xml"]

        self.assertIn("<artifactId>neurectomy-build-parent</artifactId>", pom)
        self.assertNotIn("<properties>", pom)
        self.assertNotIn("<build>", pom)

    def test_refuses_a_size_that_is_none(self):
        for text in ("3", "x", "0x4", "3x", "99x1", "axb"):
            with self.subTest(text), self.assertRaisesRegex(ValueError, r"\[size\]"):
                sample.parse_size(text)


if __name__ == "__main__":
    unittest.main()
