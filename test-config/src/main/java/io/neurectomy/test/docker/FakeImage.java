package io.neurectomy.test.docker;

import io.neurectomy.test.docker.LogLine.Stream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An image that a test declares, and what its containers do: each method adds to that and returns the same image. Safe for
 * use by several threads; containers take what holds when they start.
 */
public final class FakeImage {
    private final ImageName name;
    private final Instant created = Instant.now();
    private final List<Output> output = new CopyOnWriteArrayList<>();
    private volatile OptionalInt exitCode = OptionalInt.empty();
    private volatile boolean pulled = true;

    FakeImage(ImageName name) {
        this.name = name;
    }

    /**
     * Lets each container end by itself as soon as it has started and written its log. Without this a container runs until a
     * client stops or kills it, or the test calls {@link FakeContainer#exit}.
     *
     * @param code the exit code, 0 to 255
     * @return this image
     * @throws IllegalArgumentException if the code is another one
     */
    public FakeImage exitsWith(int code) {
        exitCode = OptionalInt.of(FakeContainer.checkExitCode(code));
        return this;
    }

    /**
     * Lets each container write to standard output when it starts.
     *
     * @param text one line or more, with the line ends
     * @return this image
     */
    public FakeImage logs(String text) {
        output.add(new Output(Stream.STDOUT, text));
        return this;
    }

    /**
     * Lets each container write to standard error when it starts.
     *
     * @param text one line or more, with the line ends
     * @return this image
     */
    public FakeImage logsToStandardError(String text) {
        output.add(new Output(Stream.STDERR, text));
        return this;
    }

    /**
     * Leaves the image in the registry: the engine has it only after a client has pulled it.
     *
     * @return this image
     */
    public FakeImage notPulledYet() {
        pulled = false;
        return this;
    }

    ImageName name() {
        return name;
    }

    Instant created() {
        return created;
    }

    /** An id that is the same in every run. */
    String id() {
        return "sha256:" + hash("image " + name);
    }

    /** The digest that the registry has for it. */
    String digest() {
        return "sha256:" + hash("manifest " + name);
    }

    List<Output> output() {
        return output;
    }

    OptionalInt exitCode() {
        return exitCode;
    }

    boolean isPulled() {
        return pulled;
    }

    /** Notes that a client has pulled it. */
    void pulled() {
        pulled = true;
    }

    /** Returns 64 hexadecimal digits. */
    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * What a container writes when it starts.
     *
     * @param stream where to
     * @param text what
     */
    record Output(Stream stream, String text) {}
}
