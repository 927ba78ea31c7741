package io.neurectomy.test.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of a container as it is sent: each line in a frame of its own, which begins with the number of the stream, three
 * zeros and the length. A container with a terminal has one stream and no frames.
 */
final class LogBody implements Response.Body {
    private static final int HEADER = 8;

    private final FakeContainer container;
    private final Request request;
    private final Instant since;
    private final Instant until;
    private final int tail;
    /** What was written when the client asked; what is new to it must not depend on when it sees the headers. */
    private final List<LogLine> first;

    LogBody(FakeContainer container, Request request) {
        this.container = container;
        this.request = request;
        since = request.time("since", Instant.MIN);
        // Go's clients send the zero of their own time for "no end".
        until = request.text("until").equals("0") ? Instant.MAX : request.time("until", Instant.MAX);
        // "all", and whatever else is no number, means all in Docker.
        String lines = request.text("tail");
        tail = lines.matches("\\d{1,9}") ? Integer.parseInt(lines) : Integer.MAX_VALUE;
        first = container.log();
    }

    @Override
    public void write(OutputStream out) throws IOException, InterruptedException {
        boolean follow = request.flag("follow");
        List<LogLine> asked = asked(first);
        for (LogLine line : asked.subList(Math.max(0, asked.size() - tail), asked.size())) {
            out.write(bytes(line));
        }
        out.flush();
        int next = first.size();
        while (follow) {
            List<LogLine> more = container.nextInLog(next);
            for (LogLine line : asked(more)) {
                out.write(bytes(line));
            }
            out.flush();
            next += more.size();
            follow = !more.isEmpty();
        }
    }

    private List<LogLine> asked(List<LogLine> lines) {
        List<LogLine> asked = new ArrayList<>();
        for (LogLine line : lines) {
            boolean wanted = request.flag(line.stream() == LogLine.Stream.STDOUT ? "stdout" : "stderr");
            if (wanted && !line.time().isBefore(since) && !line.time().isAfter(until)) {
                asked.add(line);
            }
        }
        return asked;
    }

    private byte[] bytes(LogLine line) {
        String text = request.flag("timestamps") ? ContainerJson.time(line.time()) + " " + line.text() : line.text();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (container.config().isTerminal()) {
            return bytes;
        }
        return ByteBuffer.allocate(HEADER + bytes.length)
                .put((byte) line.stream().number())
                .put(new byte[3])
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
