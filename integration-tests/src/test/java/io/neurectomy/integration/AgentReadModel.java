package io.neurectomy.integration;

import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.types.AgentCreatedEvent;
import io.neurectomy.types.AgentErrorEvent;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStartedEvent;
import io.neurectomy.types.AgentStatus;
import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Agents in PostgreSQL, as their events tell; pgvector finds those whose capabilities are alike. */
final class AgentReadModel implements AutoCloseable {
    private static final int DIMENSIONS = 256;

    private final Connection database;
    private final String schema;
    private long position;

    AgentReadModel(URI url, String schema) throws SQLException {
        this.schema = schema;
        database = DriverManager.getConnection(
                "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(), "postgres", "");
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS vector SCHEMA public");
            statement.execute("CREATE SCHEMA " + schema);
            statement.execute("SET search_path TO " + schema + ", public");
            statement.execute("CREATE TABLE agents (id uuid PRIMARY KEY, place bigserial, name text, codename text,"
                    + " tier text, status text, capabilities text[], likeness vector(" + DIMENSIONS + "),"
                    + " created_at timestamptz, updated_at timestamptz)");
        }
    }

    /** Takes an event. The same one twice changes nothing. */
    synchronized void apply(RecordedEvent<AgentEvent> recorded) throws SQLException {
        AgentEvent event = recorded.event();
        UUID id = UUID.fromString(EventKind.AGENTS.aggregateId(event));
        Timestamp time = Timestamp.from(recorded.recordedAt());
        if (event instanceof AgentCreatedEvent created) {
            List<String> capabilities = created.payload().capabilities();
            try (PreparedStatement insert = database.prepareStatement("INSERT INTO agents (id, name, codename, tier,"
                    + " status, capabilities, likeness, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?::vector, ?, ?)"
                    + " ON CONFLICT DO NOTHING")) {
                insert.setObject(1, id);
                insert.setString(2, created.payload().name());
                insert.setString(3, created.payload().codename());
                insert.setString(4, created.payload().tier().name());
                insert.setString(5, AgentStatus.IDLE.name());
                insert.setArray(6, database.createArrayOf("text", capabilities.toArray()));
                insert.setString(7, likeness(capabilities));
                insert.setTimestamp(8, time);
                insert.setTimestamp(9, time);
                insert.executeUpdate();
            }
        } else {
            AgentStatus status = event instanceof AgentStartedEvent
                    ? AgentStatus.RUNNING
                    : event instanceof AgentErrorEvent ? AgentStatus.ERROR : AgentStatus.IDLE;
            try (PreparedStatement update =
                    database.prepareStatement("UPDATE agents SET status = ?, updated_at = ? WHERE id = ?")) {
                update.setString(1, status.name());
                update.setTimestamp(2, time);
                update.setObject(3, id);
                update.executeUpdate();
            }
        }
        position = Math.max(position, recorded.revision().sequence());
        notifyAll();
    }

    /** Waits until an event has been taken: whoever changed something reads it. */
    synchronized void await(long sequence) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (position < sequence) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException("the read model is at " + position + ", not at " + sequence);
            }
            wait(left);
        }
    }

    synchronized @Nullable Map<String, Object> agent(String id) throws SQLException {
        List<Map<String, Object>> found = query("WHERE id = ?", UUID.fromString(id));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Agents in the order of their creation, behind a place. */
    synchronized List<Map<String, Object>> agents(long after, int limit) throws SQLException {
        return query("WHERE place > ? ORDER BY place LIMIT ?", after, limit);
    }

    /** The agents whose capabilities are most alike to these. */
    synchronized List<Map<String, Object>> alike(List<String> capabilities, int limit) throws SQLException {
        return query("ORDER BY likeness <=> ?::vector, place LIMIT ?", likeness(capabilities), limit);
    }

    private List<Map<String, Object>> query(String condition, Object... values) throws SQLException {
        try (PreparedStatement select = database.prepareStatement("SELECT * FROM agents " + condition)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        Array capabilities = result.getArray("capabilities");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", result.getString("id"));
        row.put("place", result.getLong("place"));
        row.put("name", result.getString("name"));
        row.put("codename", result.getString("codename"));
        row.put("tier", result.getString("tier"));
        row.put("status", result.getString("status"));
        row.put("capabilities", Arrays.asList((String[]) capabilities.getArray()));
        row.put("createdAt", result.getTimestamp("created_at").toInstant().toString());
        row.put("updatedAt", result.getTimestamp("updated_at").toInstant().toString());
        return row;
    }

    /** Counts words by their hash: no language model, but alike texts are near each other. */
    private static String likeness(List<String> capabilities) {
        float[] counts = new float[DIMENSIONS];
        counts[0] = 0.01f;
        for (String capability : capabilities) {
            for (String word : capability.toLowerCase(Locale.ROOT).split("\\W+")) {
                counts[Math.floorMod(word.hashCode(), DIMENSIONS)]++;
            }
        }
        return Arrays.toString(counts);
    }

    @Override
    public synchronized void close() throws SQLException {
        try (database;
                Statement statement = database.createStatement()) {
            statement.execute("DROP SCHEMA " + schema + " CASCADE");
        }
    }
}
