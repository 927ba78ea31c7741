/**
 * Test support: defaults for JUnit that take effect by being on the class path or module path of the tests, log
 * capture, and documents made from JSON Schemas.
 */
module io.neurectomy.test {
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;
    requires static com.github.dockerjava.api;
    requires static com.networknt.schema;
    requires static org.junit.platform.launcher;
    requires static org.slf4j;
    requires static testcontainers;
    requires static tools.jackson.core;
    requires static tools.jackson.databind;
    requires static transitive org.jspecify;
    requires java.logging;
    requires jdk.httpserver;
    requires org.junit.platform.engine;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports io.neurectomy.test;
    exports io.neurectomy.test.docker;
    exports io.neurectomy.test.golden;
    exports io.neurectomy.test.http;
    exports io.neurectomy.test.log;
    exports io.neurectomy.test.schema;
    exports io.neurectomy.test.service;
    exports io.neurectomy.test.time;

    provides org.junit.jupiter.api.extension.Extension with
            io.neurectomy.test.docker.FakeDockerExtension,
            io.neurectomy.test.http.FakeHttpExtension,
            io.neurectomy.test.internal.TimeoutReport,
            io.neurectomy.test.log.LogCaptureExtension;
    provides org.junit.platform.launcher.LauncherDiscoveryListener with
            io.neurectomy.test.internal.DefaultsListener;
    provides org.junit.platform.launcher.TestExecutionListener with
            io.neurectomy.test.internal.DefaultsListener,
            io.neurectomy.test.internal.SkippedServices;
}
