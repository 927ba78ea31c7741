package io.neurectomy.core.event.nats;

import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.StoredEvent;
import io.neurectomy.core.event.internal.EventSource;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a subject after a sequence, and then those that come. A consumer that its server has lost, by a restart or
 * a change of the leader, is made anew after the last message, so nothing comes twice or not at all. For one thread.
 */
final class JetStreamSource implements EventSource {
    private final Reader reader;
    private final EventKind<?> kind;
    private final String subject;
    private @Nullable IterableConsumer consumer;
    private long position;
    private long heard = System.nanoTime();

    JetStreamSource(Reader reader, EventKind<?> kind, String subject, long after) {
        this.reader = reader;
        this.kind = kind;
        this.subject = subject;
        this.position = after;
    }

    @Override
    public @Nullable StoredEvent next(Duration wait) throws InterruptedException {
        try {
            IterableConsumer from = consumer;
            if (from == null) {
                from = reader.consume(subject, position);
                consumer = from;
                heard = System.nanoTime();
            }
            Message message = from.nextMessage(wait);
            if (message != null) {
                StoredEvent event = Messages.stored(kind, message);
                position = event.revision().sequence();
                heard = System.nanoTime();
                return event;
            }
            // Asks whether there is something that does not come.
            if (System.nanoTime() - heard > reader.silence().toNanos()) {
                heard = System.nanoTime();
                if (reader.next(subject, position + 1).isPresent()) {
                    drop();
                }
            }
            return null;
        } catch (IOException | JetStreamApiException | JetStreamStatusCheckedException | IllegalStateException e) {
            // The connection comes back or is closed; whoever holds the subscription sees it standing meanwhile.
            drop();
            Thread.sleep(wait.toMillis());
            return null;
        }
    }

    private void drop() {
        IterableConsumer broken = consumer;
        consumer = null;
        if (broken != null) {
            reader.close(broken);
        }
    }

    @Override
    public void close() {
        drop();
    }
}
