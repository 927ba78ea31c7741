package io.neurectomy.benchmark.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The same types as a person writes them for Jackson: records and annotations, nothing checked but nulls. */
final class Handwritten {
    private Handwritten() {}

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODENAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+([-+][0-9A-Za-z.+-]*)?");
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]00:00)");

    private static void require(boolean holds, String member) {
        if (!holds) {
            throw new IllegalArgumentException(member + " is not valid");
        }
    }

    enum Tier {
        @JsonProperty("foundational")
        FOUNDATIONAL,
        @JsonProperty("specialist")
        SPECIALIST,
        @JsonProperty("innovator")
        INNOVATOR,
        @JsonProperty("meta")
        META,
        @JsonProperty("domain")
        DOMAIN,
        @JsonProperty("emerging")
        EMERGING,
        @JsonProperty("human-centric")
        HUMAN_CENTRIC,
        @JsonProperty("enterprise")
        ENTERPRISE
    }

    enum Status {
        @JsonProperty("idle")
        IDLE,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("error")
        ERROR,
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("active")
        ACTIVE
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Performance(
            double avgResponseTime,
            double successRate,
            long totalInvocations,
            @Nullable String lastInvocation) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metadata(
            @Nullable String icon,
            @Nullable String color,
            @Nullable List<String> tags,
            @Nullable List<String> dependencies,
            @Nullable Performance performance,
            @JsonAnyGetter @JsonAnySetter @Nullable Map<String, JsonNode> further) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agent(
            String id,
            String name,
            String codename,
            Tier tier,
            Status status,
            @Nullable String description,
            @Nullable String philosophy,
            List<String> capabilities,
            @Nullable String version,
            @Nullable String createdAt,
            @Nullable String updatedAt,
            @Nullable Metadata metadata) {
        Agent {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(codename, "codename");
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(status, "status");
            capabilities = List.copyOf(capabilities);
        }
    }

    /** The agent again, with the checks that the schema asks for, as a person who wants them writes them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckedAgent(
            String id,
            String name,
            String codename,
            Tier tier,
            Status status,
            @Nullable String description,
            @Nullable String philosophy,
            List<String> capabilities,
            @Nullable String version,
            @Nullable String createdAt,
            @Nullable String updatedAt,
            @Nullable Metadata metadata) {
        CheckedAgent {
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(status, "status");
            require(ID.matcher(id).matches(), "id");
            require(!name.isEmpty() && name.codePointCount(0, name.length()) <= 100, "name");
            require(CODENAME.matcher(codename).matches(), "codename");
            capabilities = List.copyOf(capabilities);
            require(!capabilities.isEmpty(), "capabilities");
            require(version == null || VERSION.matcher(version).matches(), "version");
            require(createdAt == null || TIMESTAMP.matcher(createdAt).matches(), "createdAt");
            require(updatedAt == null || TIMESTAMP.matcher(updatedAt).matches(), "updatedAt");
        }
    }

    record CreatedPayload(String name, String codename, Tier tier, List<String> capabilities) {
        CreatedPayload {
            capabilities = List.copyOf(capabilities);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StartedPayload(@Nullable String currentTask) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StoppedPayload(@Nullable String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventMetadata(
            String correlationId,
            @Nullable String causationId,
            @Nullable String userId,
            @JsonAnyGetter @JsonAnySetter @Nullable Map<String, JsonNode> further) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Created.class, name = "AGENT_CREATED"),
        @JsonSubTypes.Type(value = Started.class, name = "AGENT_STARTED"),
        @JsonSubTypes.Type(value = Stopped.class, name = "AGENT_STOPPED")
    })
    sealed interface AgentEvent {}

    record Created(
            String id,
            String agentId,
            String timestamp,
            CreatedPayload payload,
            EventMetadata metadata,
            long schemaVersion)
            implements AgentEvent {}

    record Started(
            String id,
            String agentId,
            String timestamp,
            StartedPayload payload,
            EventMetadata metadata,
            long schemaVersion)
            implements AgentEvent {}

    record Stopped(
            String id,
            String agentId,
            String timestamp,
            StoppedPayload payload,
            EventMetadata metadata,
            long schemaVersion)
            implements AgentEvent {}

    /** The events again, with the checks that the schema asks for. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CheckedCreated.class, name = "AGENT_CREATED"),
        @JsonSubTypes.Type(value = CheckedStarted.class, name = "AGENT_STARTED")
    })
    sealed interface CheckedAgentEvent {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckedMetadata(
            String correlationId,
            @Nullable String causationId,
            @Nullable String userId,
            @JsonAnyGetter @JsonAnySetter @Nullable Map<String, JsonNode> further) {
        CheckedMetadata {
            require(ID.matcher(correlationId).matches(), "correlationId");
            require(causationId == null || ID.matcher(causationId).matches(), "causationId");
        }
    }

    record CheckedPayload(String name, String codename, Tier tier, List<String> capabilities) {
        CheckedPayload {
            Objects.requireNonNull(tier, "tier");
            require(!name.isEmpty() && name.codePointCount(0, name.length()) <= 100, "name");
            require(CODENAME.matcher(codename).matches(), "codename");
            capabilities = List.copyOf(capabilities);
            require(!capabilities.isEmpty(), "capabilities");
        }
    }

    record CheckedCreated(
            String id,
            String agentId,
            String timestamp,
            CheckedPayload payload,
            CheckedMetadata metadata,
            long schemaVersion)
            implements CheckedAgentEvent {
        CheckedCreated {
            require(ID.matcher(id).matches(), "id");
            require(ID.matcher(agentId).matches(), "agentId");
            require(TIMESTAMP.matcher(timestamp).matches(), "timestamp");
            require(schemaVersion >= 1, "schemaVersion");
        }
    }

    record CheckedStarted(
            String id,
            String agentId,
            String timestamp,
            StartedPayload payload,
            CheckedMetadata metadata,
            long schemaVersion)
            implements CheckedAgentEvent {
        CheckedStarted {
            require(ID.matcher(id).matches(), "id");
            require(ID.matcher(agentId).matches(), "agentId");
            require(TIMESTAMP.matcher(timestamp).matches(), "timestamp");
            require(schemaVersion >= 1, "schemaVersion");
        }
    }
}
