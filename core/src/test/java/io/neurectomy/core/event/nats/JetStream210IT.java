package io.neurectomy.core.event.nats;

class JetStream210IT extends JetStreamContract {
    JetStream210IT() {
        super("2.10");
    }
}
