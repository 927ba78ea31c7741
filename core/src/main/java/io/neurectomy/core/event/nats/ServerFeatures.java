package io.neurectomy.core.event.nats;

import io.nats.client.api.ServerInfo;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.event.UnsupportedByServerException;

/**
 * What a server can do, by its version. Older servers ignore what they don't know without a word: an atomic batch is stored
 * one by one, so nothing may be sent that was not looked up here.
 *
 * @param version of the server
 * @param batchedGet several messages by one direct request (2.11)
 * @param atomicBatch several messages all or none (2.12)
 */
record ServerFeatures(String version, boolean batchedGet, boolean atomicBatch) {
    static ServerFeatures of(ServerInfo server) {
        if (!server.isJetStreamAvailable()) {
            throw unsupported(server, "has no JetStream. Start it with -js");
        }
        if (!server.isSameOrNewerThanVersion("2.10.0")) {
            throw unsupported(
                    server,
                    "is older than 2.10: its check of the expected revision is not safe in a cluster, and it can't sync"
                            + " each event. Update it");
        }
        return new ServerFeatures(
                server.getVersion(),
                server.isSameOrNewerThanVersion("2.11.0"),
                server.isSameOrNewerThanVersion("2.12.1"));
    }

    private static UnsupportedByServerException unsupported(ServerInfo server, String why) {
        return new UnsupportedByServerException(
                "SERVER_UNSUPPORTED",
                "NATS server " + server.getVersion() + ": " + why + ".",
                ErrorContext.empty().with("serverVersion", server.getVersion()),
                null);
    }
}
