package io.neurectomy.benchmark.json;

import io.neurectomy.types.Agent;
import io.neurectomy.types.AgentEvent;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes one document as a generated type and as records written by hand, by one mapper. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
public class JsonBenchmark {
    private static final String AGENT = """
            {"id":"0190a8b2-7c3d-7e4f-8a1b-2c3d4e5f6a7b","name":"Code Reviewer","codename":"CODE_REVIEWER",\
            "tier":"specialist","status":"running","description":"Reads pull requests and says what is wrong.",\
            "philosophy":"Say it once, with the line.","capabilities":["review","refactor","explain"],"version":"1.4.2",\
            "createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-02-03T04:05:06.789Z","metadata":{"icon":"eye",\
            "color":"#00aaff","tags":["java","quality"],"performance":{"avgResponseTime":812.5,"successRate":0.97,\
            "totalInvocations":10482,"lastInvocation":"2026-02-03T04:05:06Z"},"team":"build"}}""";
    private static final String EVENT = """
            {"type":"AGENT_CREATED","id":"0190a8b2-7c3d-7e4f-8a1b-2c3d4e5f6a7c",\
            "agentId":"0190a8b2-7c3d-7e4f-8a1b-2c3d4e5f6a7b","timestamp":"2026-01-01T00:00:00Z","payload":\
            {"name":"Code Reviewer","codename":"CODE_REVIEWER","tier":"specialist","capabilities":["review","explain"]},\
            "metadata":{"correlationId":"0190a8b2-7c3d-7e4f-8a1b-2c3d4e5f6a7d","userId":"u-1"},"schemaVersion":1}""";

    /** Which types. */
    public enum Types {
        /** Ours. */
        GENERATED,
        /** Records as people write them. */
        HANDWRITTEN,
        /** The same with the checks that the schema asks for. */
        HANDWRITTEN_CHECKED
    }

    /** Which document. */
    public enum Document {
        /** A record of twelve members, one of them open. */
        AGENT,
        /** A union told apart by a member. */
        EVENT
    }

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** The types. */
    @Param
    public Types types = Types.GENERATED;

    /** The document. */
    @Param
    public Document document = Document.AGENT;

    private Class<?> type = Object.class;
    private byte[] json = new byte[0];
    private Object value = "";

    /** Chooses the class. */
    @Setup
    public void choose() {
        json = (document == Document.AGENT ? AGENT : EVENT).getBytes(StandardCharsets.UTF_8);
        type = switch (types) {
            case GENERATED -> document == Document.AGENT ? Agent.class : AgentEvent.class;
            case HANDWRITTEN -> document == Document.AGENT ? Handwritten.Agent.class : Handwritten.AgentEvent.class;
            case HANDWRITTEN_CHECKED ->
                document == Document.AGENT ? Handwritten.CheckedAgent.class : Handwritten.CheckedAgentEvent.class;
        };
        value = read();
        if (!mapper.readTree(write()).equals(mapper.readTree(json))) {
            throw new IllegalStateException(type + " does not keep the document");
        }
    }

    /**
     * Reads the document.
     *
     * @return the value
     */
    @Benchmark
    public Object read() {
        return mapper.readValue(json, type);
    }

    /**
     * Writes the value.
     *
     * @return the document
     */
    @Benchmark
    public byte[] write() {
        return mapper.writeValueAsBytes(value);
    }
}
