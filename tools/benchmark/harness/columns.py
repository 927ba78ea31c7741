"""The columns of the benchmark: each is a parent and what its consumer must add for the sample to pass."""
from dataclasses import dataclass, field

OURS = "io.neurectomy:neurectomy-build-parent"
C1 = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
EXPORTS = tuple(f"--add-exports=jdk.compiler/com.sun.tools.javac.{name}=ALL-UNNAMED"
                for name in ("api", "file", "main", "model", "parser", "processing", "tree", "util"))
OPENS = tuple(f"--add-opens=jdk.compiler/com.sun.tools.javac.{name}=ALL-UNNAMED" for name in ("code", "comp"))

# The .mvn files that a repository of ours has.
OUR_FILES = {
    ".mvn/jvm.config": "\n".join((*EXPORTS, *OPENS, *C1)) + "\n",
    ".mvn/maven.config": "-Dmaven.compiler.fork=false\n",
}


@dataclass(frozen=True)
class Column:
    """One parent; `parent` is group:artifact:version, or empty for none."""

    name: str
    parent: str = ""
    title: str = ""
    properties: dict = field(default_factory=dict)
    build: str = ""
    files: dict = field(default_factory=dict)
    arguments: tuple = ()
    prepare: tuple = ()  # goals that make the sources pass the parent's own format checks
    jdk: int = 17
    primed_by: str = ""  # the column that has already fetched every plugin

    @property
    def ours(self):
        return self.parent.startswith(OURS + ":")


# What Maven's own defaults would resolve differs from Maven to Maven; the sources need release 17 and UTF-8.
PLAIN = {"project.build.sourceEncoding": "UTF-8", "maven.compiler.release": "17"}
PINNED = """  <build>
    <pluginManagement>
      <plugins>
""" + "".join(f"""        <plugin>
          <artifactId>maven-{name}-plugin</artifactId>
          <version>{version}</version>
        </plugin>
""" for name, version in (("clean", "3.5.0"), ("compiler", "3.16.0"), ("jar", "3.5.1"), ("resources", "3.5.0"),
                          ("surefire", "3.6.1"))) + """      </plugins>
    </pluginManagement>
  </build>
"""

# Our Enforcer refuses a compiler without Error Prone by looking for its argument in the configuration: the element that
# nobody reads keeps it content.
NO_ERROR_PRONE = """  <build>
    <plugins>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <configuration>
          <annotationProcessorPaths combine.self="override" />
          <compilerArgs>
            <errorProne>-Xdiags:compact</errorProne>
          </compilerArgs>
          <unread>-Xlint:all -Xplugin:ErrorProne</unread>
        </configuration>
      </plugin>
    </plugins>
  </build>
"""

GATES = {
    "checkstyle": ("-Dcheckstyle.skip",),
    "spotless": ("-Dspotless.check.skip=true",),
    "jacoco": ("-Djacoco.skip",),
    "dependency-analysis": ("-Dmdep.analyze.skip",),
    "enforcer": ("-Denforcer.skip",),
    "sbom": ("-Dcyclonedx.skip",),
    "sources-jar": ("-Dmaven.source.skip",),
    "flatten": ("-Dflatten.skip",),
    "japicmp": ("-Djapicmp.skip",),
}


def all_columns(version):
    """Returns every column by name, in the order of the report; `version` is that of our parent."""
    ours = f"{OURS}:{version}"
    parents = (
        Column("bare", title="no parent: compile, test, jar", properties=PLAIN, build=PINNED),
        Column("bare+jvm", title="no parent, C1 and SerialGC in `.mvn/jvm.config`", properties=PLAIN, build=PINNED,
               files={".mvn/jvm.config": OUR_FILES[".mvn/jvm.config"]}, primed_by="bare"),
        Column("ours", ours, "our parent, the five lines alone"),
        Column("ours+mvn", ours, "our parent with the `.mvn` files we write", files=OUR_FILES, primed_by="ours"),
        Column("ours-errorprone", ours, "our parent without Error Prone and NullAway (javac still forked)",
               build=NO_ERROR_PRONE, primed_by="ours"),
        # Says Java 17, but its formatter's plugin refuses a JDK before 25. Its Enforcer rules and PMD's rule set were not
        # obtainable, the properties pin what was: so its figure is a lower bound. Its JUnit is managed artifact by
        # artifact: without both properties a consumer's junit-bom gives a mixture.
        Column("airbase", "io.airlift:airbase:423", "airbase 423 (without its Enforcer rules and PMD)", properties={
            "air.check.skip-pmd": "true",
            "dep.junit-platform.version": "1.14.4",
            "dep.junit.version": "5.14.4",
            "dep.opentelemetry-instrumentation-alpha.version": "2.29.0-alpha",
            "dep.plugin.build-helper.version": "3.6.2",
            "dep.plugin.jacoco.version": "0.8.15",
            "dep.plugin.pmd-runtime.version": "7.23.0",
            "dep.plugin.spotbugs.version": "4.10.4.0",
            "project.build.targetJdk": "17",
        }, prepare=("com.mycila:license-maven-plugin:format", "io.airlift:airstyle-maven-plugin:format",
                    "com.github.ekryd.sortpom:sortpom-maven-plugin:sort"),
            arguments=("-P!enforcer-check",), jdk=25),
        # Its Checkstyle 13 needs JDK 21, and 12 crashes on a module-info; SpotBugs and the policy jar are the newest that were obtainable.
        Column("basepom", "org.basepom:basepom-oss:71", "basepom-oss 71", properties={
            "checkstyle.excludes": "**/module-info.java",
            "dep.basepom-policy.version": "11",
            "dep.checkstyle.version": "12.3.1",
            "dep.plugin.spotbugs.version": "4.10.4.0",
            "dep.spotbugs.version": "4.10.4",
            "project.build.targetJdk": "17",
        }, prepare=("com.mycila:license-maven-plugin:format",)),
        Column("spring-boot", "org.springframework.boot:spring-boot-starter-parent:4.1.2",
               "spring-boot-starter-parent 4.1.2", properties={"java.version": "17"}),
    )
    gates = (Column(f"ours-{gate}", ours, f"our parent without {gate} (`{' '.join(skip)}`)", arguments=skip,
                    primed_by="ours") for gate, skip in GATES.items())
    return {column.name: column for column in (*parents, *gates)}


def select(columns, text):
    """Returns the columns named in a comma separated list, and those that these need; `all`, `parents`, `gates` are sets."""
    gates = [f"ours-{gate}" for gate in GATES]
    sets = {"all": list(columns), "parents": [name for name in columns if name not in gates],
            "gates": ["bare", "ours", *gates]}
    names = []
    for word in text.split(","):
        if word not in sets and word not in columns:
            raise ValueError(f"[columns] {word}: no such column. Known: {', '.join([*sets, *columns])}.")
        names += sets.get(word, [word])
    primers = [columns[name].primed_by for name in names if columns[name].primed_by]
    return [column for name, column in columns.items() if name in {"bare", *names, *primers}]
