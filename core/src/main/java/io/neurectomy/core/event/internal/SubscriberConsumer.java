package io.neurectomy.core.event.internal;

import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventStoreListener;
import io.neurectomy.core.event.EventSubscriber;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.core.event.StoredEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to a subscriber, each once and without a gap.
 *
 * @param <E> the union of the events
 */
public final class SubscriberConsumer<E> implements Delivery.Consumer {
    private final EventCodec<E> codec;
    private final Continuity continuity;
    private final EventSubscriber<E> subscriber;
    private final EventStoreListener listener;
    private final long caughtUpAt;
    private boolean caughtUp;

    /**
     * Makes a consumer.
     *
     * @param codec reads the events
     * @param continuity sees that none is missing
     * @param caughtUpAt the sequence of the last event recorded when the subscription began
     * @param subscriber gets them
     * @param listener hears of skipped ones
     */
    public SubscriberConsumer(
            EventCodec<E> codec,
            Continuity continuity,
            long caughtUpAt,
            EventSubscriber<E> subscriber,
            EventStoreListener listener) {
        this.codec = codec;
        this.continuity = continuity;
        this.caughtUpAt = caughtUpAt;
        this.subscriber = subscriber;
        this.listener = listener;
    }

    @Override
    public void handle(StoredEvent event) throws Exception {
        continuity.next(event);
        Optional<RecordedEvent<E>> recorded = codec.read(event);
        if (recorded.isPresent()) {
            subscriber.onEvent(recorded.get());
        } else {
            listener.onSkipped(event);
        }
    }

    @Override
    public void reached(long sequence) {
        if (!caughtUp && sequence >= caughtUpAt) {
            caughtUp = true;
            subscriber.onCaughtUp();
        }
    }

    @Override
    public void ended(@Nullable Throwable error) {
        subscriber.onClosed(error);
    }
}
