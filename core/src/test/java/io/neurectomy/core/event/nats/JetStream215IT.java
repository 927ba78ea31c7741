package io.neurectomy.core.event.nats;

class JetStream215IT extends JetStreamContract {
    JetStream215IT() {
        super("2.15");
    }
}
