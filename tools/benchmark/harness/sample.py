"""Generates the sample project that every parent builds; the output depends on the arguments alone.

A reactor of one root POM and modules of small classes of five kinds, each with a test of three cases. Every module is a
library under our parent: a module-info, a @NullMarked package, a README. All modules depend on the first.
"""
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
GROUP = "com.example.bench"
KINDS = ("Record", "Event", "Registry", "Settings", "Statistics")
# No digit ends a module's name: javac's lint warns of one.
WORDS = ("Order", "Invoice", "Parcel", "Ticket", "Account", "Sensor", "Session", "Contract", "Lesson", "Recipe",
         "Journey", "Booking", "Reading", "Payment", "Vessel", "Permit", "Auction", "Voucher", "Harvest", "Beacon")


def parse_size(text):
    """Returns (modules, classes per module) of a size such as 3x40; a ValueError says what is wrong."""
    modules, _, classes = text.partition("x")
    if not (modules.isdigit() and classes.isdigit() and 1 <= int(modules) <= len(WORDS) and int(classes) >= 1):
        raise ValueError(f"[size] {text}: not MODULESxCLASSES with 1 to {len(WORDS)} modules. Write for example 3x40.")
    return int(modules), int(classes)


def project(modules, classes, column):
    """Returns the whole project of one column as {relative path: text}."""
    files = {
        "pom.xml": root_pom(modules, column),
        ".gitignore": "target/\n.mvn/cache/\n",
        # Without it, Maven would look for .mvn in the folders above.
        ".mvn/.gitkeep": "",
        **column.files,
    }
    for number in range(modules):
        files.update(module(number, classes))
    return files


def module(number, classes):
    name = module_name(number)
    package = f"{GROUP}.{name}"
    base = f"{GROUP}.{module_name(0)}"
    words = {"__package__": package, "__base__": base, "__artifact__": f"bench-{name}", "__sibling__": ""}
    if number > 0:
        words["__sibling__"] = dependency_on(module_name(0))
    folder = package.replace(".", "/")
    main, test = f"{name}/src/main/java", f"{name}/src/test/java"
    files = {
        f"{name}/pom.xml": fill("module-pom.xml", words),
        f"{name}/README.md": fill("README.md", words),
        f"{main}/module-info.java": module_info(number, words),
        f"{main}/{folder}/package-info.java": fill("package-info.java", words),
    }
    for kind, class_name in class_names(number, classes):
        named = {**words, "__Name__": class_name}
        for source, template in ((f"{main}/{folder}/{class_name}.java", f"{kind}.java"),
                                 (f"{test}/{folder}/{class_name}Test.java", f"{kind}Test.java")):
            files[source] = without_own_imports(fill(template, named), package)
    return files


def module_name(number):
    return WORDS[number].lower()


def class_names(number, classes):
    """Returns (kind, class name) of each class of a module; the first module also has the shared Identifier."""
    shared = [("Identifier", "Identifier")] if number == 0 else []
    names = list(shared)
    for n in range(classes - len(shared)):
        turn, kind = divmod(n, len(KINDS))
        word = WORDS[(turn + number * 3) % len(WORDS)]
        suffix = "" if KINDS[kind] == "Record" else KINDS[kind]
        names.append((KINDS[kind], f"{word}{suffix}{turn + 1}"))
    return names


def module_info(number, words):
    text = fill("module-info.java", words)
    return text if number > 0 else text.replace(f"    requires transitive {words['__base__']};\n", "")


def without_own_imports(text, package):
    return text.replace(f"import {package}.Identifier;\n", "")


def dependency_on(name):
    return (f"    <dependency>\n      <groupId>{GROUP}</groupId>\n      <artifactId>bench-{name}</artifactId>\n"
            "      <version>${project.version}</version>\n    </dependency>\n")


def root_pom(modules, column):
    parent = ""
    if column.parent:
        group, artifact, version = column.parent.split(":")
        parent = (f"  <parent>\n    <groupId>{group}</groupId>\n    <artifactId>{artifact}</artifactId>\n"
                  f"    <version>{version}</version>\n    <relativePath />\n  </parent>\n")
    properties = "".join(f"    <{key}>{value}</{key}>\n" for key, value in column.properties.items())
    return fill("root-pom.xml", {
        "__parent__": parent,
        "__modules__": "".join(f"    <module>{module_name(n)}</module>\n" for n in range(modules)),
        "__properties__": f"\n  <properties>\n{properties}  </properties>\n" if properties else "",
        "__build__": f"\n{column.build}" if column.build else "",
    })


def fill(template, words):
    text = (TEMPLATES / template).read_text(encoding="utf-8")
    for key, value in words.items():
        text = text.replace(key, value)
    return text


def write(files, folder):
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
