package io.neurectomy.codegen.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void npmTarballHoldsWhatNpmInstalls() throws IOException {
        SortedMap<String, String> files = untar(
                NpmTarball.of(distribution("0.1.0-SNAPSHOT", Map.of("index.js", "export {};\n", "index.d.ts", ""))));
        assertThat(files.keySet())
                .containsExactly(
                        "package/LICENSE",
                        "package/README.md",
                        "package/index.d.ts",
                        "package/index.js",
                        "package/package.json");
        assertThat(files.get("package/package.json"))
                .contains("\"name\": \"acme-types\"", "\"version\": \"0.1.0-SNAPSHOT\"", "\"./index.d.ts\"");
    }

    @Test
    void crateNamesTheCratesThatItsCodeUses() throws IOException {
        assertThat(untar(Crate.of(distribution("1.2.3", Map.of("lib.rs", "use regex::Regex;"))))
                        .get("acme-types-1.2.3/Cargo.toml"))
                .contains("regex = \"1\"", "serde = ", "serde_json = ");
        assertThat(untar(Crate.of(distribution("1.2.3", Map.of("lib.rs", "")))).get("acme-types-1.2.3/Cargo.toml"))
                .doesNotContain("regex");
    }

    @Test
    void wheelRecordsTheDigestOfEachFile() throws IOException {
        SortedMap<String, String> files =
                unzip(Wheel.of(distribution("0.1.0-SNAPSHOT", Map.of("__init__.py", "x = 1\n"))));
        String info = "acme_types-0.1.0.dev0.dist-info/";
        assertThat(files.keySet())
                .containsExactly(
                        info + "METADATA",
                        info + "RECORD",
                        info + "WHEEL",
                        info + "licenses/LICENSE",
                        "acme_types/__init__.py",
                        "acme_types/py.typed");
        assertThat(files.get(info + "METADATA")).contains("Version: 0.1.0.dev0", "Requires-Dist: pydantic", "# Acme");
        // printf 'x = 1\n' | openssl dgst -sha256 -binary | base64, in the alphabet for URLs and without padding
        assertThat(files.get(info + "RECORD"))
                .contains("acme_types/__init__.py,sha256=", ",6\n", info + "RECORD,,")
                .contains("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0");
    }

    @Test
    void sameContentGivesTheSameBytesInEveryTimeZone() {
        Map<String, Function<Distribution, byte[]>> formats =
                Map.of("npm", NpmTarball::of, "crate", Crate::of, "wheel", Wheel::of);
        Distribution distribution = distribution("1.2.3", Map.of("index.js", "1", "a/b.js", "2"));
        TimeZone before = TimeZone.getDefault();
        formats.forEach((name, format) -> {
            byte[] here = format.apply(distribution);
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] there = format.apply(distribution);
            TimeZone.setDefault(before);
            assertThat(there).as(name).isEqualTo(here);
        });
    }

    @Test
    void descriptionThatEndsItsLineStaysInIt() throws IOException {
        Distribution hostile = new Distribution(
                "acme-types",
                "1.0.0",
                "one\nName: \"other\"",
                "",
                "MIT",
                "",
                "",
                Instant.EPOCH.plusSeconds(1_700_000_000),
                new TreeMap<>());
        assertThat(unzip(Wheel.of(hostile)).get("acme_types-1.0.0.dist-info/METADATA"))
                .contains("Summary: one Name: \"other\"\n");
        assertThat(untar(Crate.of(hostile)).get("acme-types-1.0.0/Cargo.toml"))
                .contains("description = \"one\\nName: \\\"other\\\"\"");
    }

    @Test
    void nameAndVersionMustSuitEveryFormat() {
        assertThatThrownBy(() -> distribution("1.2", Map.of())).hasMessageContaining("'1.2' is no version");
        assertThatThrownBy(() ->
                        new Distribution("Acme_types", "1.0.0", "", "", "MIT", "", "", Instant.EPOCH, new TreeMap<>()))
                .hasMessageContaining("'Acme_types' is no name");
    }

    private static Distribution distribution(String version, Map<String, String> sources) {
        return new Distribution(
                "acme-types",
                version,
                "Types of Acme",
                "https://acme.example",
                "MIT",
                "The licence.\n",
                "# Acme types\n",
                Instant.parse("2026-01-01T00:00:00Z"),
                new TreeMap<>(sources));
    }

    private static SortedMap<String, String> untar(byte[] bytes) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static SortedMap<String, String> unzip(byte[] bytes) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
