package io.neurectomy.test.docker;

import static io.neurectomy.test.docker.EngineClient.filters;
import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.docker.EngineClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EngineApiTest {
    private EngineClient client;

    @BeforeEach
    void connect(FakeDocker docker) {
        docker.image("alpine").logs("hello\n").logsToStandardError("oh\n");
        client = new EngineClient(docker);
    }

    @Test
    void pingsWithTheHeadersThatClientsNegotiateBy() {
        for (String method : List.of("GET", "HEAD")) {
            Answer ping = client.send(method, "/_ping", null);
            assertThat(ping.status()).isEqualTo(200);
            assertThat(ping.header("Api-Version")).contains("1.45");
            assertThat(ping.header("Ostype")).contains("linux");
            assertThat(ping.body()).isEqualTo(method.equals("GET") ? "OK" : "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/v1.24", "/v1.45"})
    void answersWithAndWithoutAVersion(String prefix) {
        assertThat(client.get(prefix + "/version").json().path("ApiVersion").asString())
                .isEqualTo("1.45");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1.46/info|client version 1.46 is too new. Maximum supported API version is 1.45",
                "/v2.0/info|client version 2.0 is too new. Maximum supported API version is 1.45",
                "/v1.23/info|client version 1.23 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version",
                "/v0.30/info|client version 0.30 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version",
                "/containers/json?filters=x|invalid filter",
                "/containers/json?filters=%5B%5D|invalid filter",
                "/containers/json?filters=%7B%22name%22:1%7D|invalid filter",
                "/containers/json?filters=%7B%22foo%22:%5B%22a%22%5D%7D|invalid filter 'foo'",
                "/containers/json?filters=%7B%22status%22:%5B%22foo%22%5D%7D|invalid filter 'status=foo'",
                "/containers/json?filters=%7B%22exited%22:%5B%22x%22%5D%7D|invalid filter 'exited=x': strconv.Atoi: parsing \"x\": invalid syntax",
                "/images/BAD/json|invalid reference format: repository name (library/BAD) must be lowercase",
                "/images/a:::/json|invalid reference format",
                "/images/a..b%20/json|invalid reference format",
            })
    void refusesWhatDockerRefuses(String path, String message) {
        Answer answer = client.get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/containers/json?limit=x|strconv.Atoi: parsing \"x\": invalid syntax",
                "/containers/box/stop?t=x|strconv.Atoi: parsing \"x\": invalid syntax",
                "/events?since=x|strconv.ParseInt: parsing \"x\": invalid syntax",
            })
    void callsAWrongNumberAnErrorOfItsOwnAsDockerDoes(String path, String message) {
        client.create("box", "{\"Image\":\"alpine\"}");
        Answer answer = client.send(path.contains("stop") ? "POST" : "GET", path, null);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "box|{\"Image\":\"none:1\"}|404|No such image: none:1",
                "-x|{\"Image\":\"alpine\"}|400|Invalid container name (-x), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed",
                "x|{\"Image\":\"alpine\"}|400|Invalid container name (x), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed",
                "box|{}|400|config cannot be empty in order to create a container",
                "box|' '|400|invalid JSON: got EOF while reading request body",
                "box|[]|400|invalid JSON: not an object",
                "box|{\"Image\":\"alpine\",\"Labels\":\"a\"}|400|invalid JSON: Labels is not an object",
                "box|{\"Image\":\"alpine\",\"Cmd\":{}}|400|invalid JSON: Cmd is not an array of strings",
                "box|{\"Image\":\"alpine\",\"Entrypoint\":[1]}|400|invalid JSON: Entrypoint is not an array of strings",
                "box|{\"Image\":\"alpine\",\"HostConfig\":3}|400|invalid JSON: HostConfig is not an object",
            })
    void refusesAContainerThatCantBe(String name, String body, int status, String message) {
        Answer answer = client.create(name, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.message()).isEqualTo(message);
        assertThat(client.get("/containers/json?all=1").json()).isEmpty();
    }

    @Test
    void refusesABodyThatIsCutOffOrDeep() {
        assertThat(client.create("box", "{").status()).isEqualTo(400);
        assertThat(client.create("box", "{\"a\":".repeat(5_000)).status()).isEqualTo(400);
        assertThat(client.create("box", null).message()).startsWith("unsupported Content-Type header ()");
    }

    @Test
    void refusesANameThatIsTaken() {
        String id =
                client.create("box", "{\"Image\":\"alpine\"}").json().path("Id").asString();
        Answer again = client.create("/box", "{\"Image\":\"alpine\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message())
                .startsWith("Conflict. The container name \"/box\" is already in use by container \"" + id + "\".");
    }

    @Test
    void findsAContainerByNameIdAndBeginningOfTheId() {
        String id =
                client.create("box", "{\"Image\":\"alpine\"}").json().path("Id").asString();
        for (String reference : List.of("box", "b%6fx", id, id.substring(0, 12))) {
            assertThat(client.get("/containers/" + reference + "/json")
                            .json()
                            .path("Name")
                            .asString())
                    .isEqualTo("/box");
        }
        assertThat(client.get("/containers/nobody/json").status()).isEqualTo(404);
        for (int i = 0; i < 16; i++) {
            client.create("more" + i, "{\"Image\":\"alpine\"}");
        }
        // Seventeen ids begin with sixteen digits.
        assertThat(List.of("0123456789abcdef".split("")))
                .map(digit -> client.get("/containers/" + digit + "/json"))
                .filteredOn(answer -> answer.status() == 400)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.message()).startsWith("multiple IDs found"));
    }

    @Test
    void keepsWhatTheClientAskedForAndShowsItAgain() {
        client.create(
                "box",
                "{\"Image\":\"alpine\",\"Entrypoint\":[\"sh\",\"-c\"],\"Cmd\":[\"echo it's\"],\"Env\":[\"A=b\"],\"Labels\":{\"a\":\"b\"},"
                        + "\"ExposedPorts\":{\"80/tcp\":{},\"53/udp\":{}},\"HostConfig\":{\"NetworkMode\":\"none\",\"Memory\":7,"
                        + "\"PortBindings\":{\"80/tcp\":[{\"HostPort\":\"8080\"}],\"81/tcp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\"\"}]}}}");
        client.post("/containers/box/start");

        JsonNode box = client.get("/containers/box/json").json();
        assertThat(box.path("Path").asString()).isEqualTo("sh");
        assertThat(box.path("Args").toString()).isEqualTo("[\"-c\",\"echo it's\"]");
        assertThat(box.at("/Config/Env/0").asString()).isEqualTo("A=b");
        assertThat(box.at("/HostConfig/Memory").asInt()).isEqualTo(7);
        assertThat(box.at("/NetworkSettings/Ports").toString())
                .isEqualTo(
                        "{\"53/udp\":null,\"80/tcp\":[{\"HostIp\":\"0.0.0.0\",\"HostPort\":\"8080\"}],\"81/tcp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\"32768\"}]}");

        JsonNode listed = client.get("/containers/json").json().get(0);
        assertThat(listed.path("Command").asString()).isEqualTo("sh -c 'echo it'\\''s'");
        assertThat(listed.path("Status").asString()).startsWith("Up ");
        assertThat(listed.path("Ports").toString())
                .contains("{\"PrivatePort\":53,\"Type\":\"udp\"}")
                .contains("{\"PrivatePort\":80,\"Type\":\"tcp\",\"IP\":\"0.0.0.0\",\"PublicPort\":8080}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"label\":[\"tier\"]}|db web",
                "{\"label\":[\"tier=back\"]}|db",
                "{\"label\":{\"tier=back\":true}}|db",
                "{\"label\":[\"tier\",\"tier=front\"]}|web",
                "{\"label\":[\"tier=none\"]}|''",
                "{\"name\":[\"^/we\"]}|web",
                "{\"name\":[\"b\"]}|db web",
                "{\"name\":[\"[\"]}|''",
                "{\"name\":[\"db\",\"old\"]}|old db",
                "{\"status\":[\"running\"]}|web",
                "{\"status\":[\"created\",\"exited\"]}|old db",
                "{\"exited\":[\"143\"]}|old",
                "{\"ancestor\":[\"alpine:latest\"]}|old db web",
                "{\"ancestor\":[\"redis\"]}|''",
            })
    void listsWhatTheFiltersAskFor(String filter, String names) {
        client.create("web", "{\"Image\":\"alpine\",\"Labels\":{\"tier\":\"front\"}}");
        client.create("db", "{\"Image\":\"alpine\",\"Labels\":{\"tier\":\"back\"}}");
        client.create("old", "{\"Image\":\"alpine\"}");
        client.post("/containers/web/start");
        client.post("/containers/old/start");
        client.post("/containers/old/stop");

        JsonNode found =
                client.get("/containers/json?all=true&" + filters(filter)).json();
        assertThat(String.join(" ", names(found))).isEqualTo(names);
    }

    @Test
    void listsOnlyWhatRunsUnlessAskedForMore() {
        client.create("web", "{\"Image\":\"alpine\"}");
        client.create("db", "{\"Image\":\"alpine\"}");
        client.post("/containers/web/start");
        client.post("/containers/web/pause");

        assertThat(names(client.get("/containers/json").json())).containsExactly("web");
        assertThat(names(client.get("/containers/json?limit=1").json())).containsExactly("db");
        assertThat(names(client.get("/containers/json?" + filters("{\"status\":[\"created\"]}"))
                        .json()))
                .containsExactly("db");
        assertThat(client.get("/containers/json").json().get(0).path("Status").asString())
                .endsWith("(Paused)");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1.45, '', application/vnd.docker.multiplexed-stream",
        "/v1.41, '', application/vnd.docker.raw-stream",
        "'', '\"Tty\":true,', application/vnd.docker.raw-stream",
    })
    void framesEachLineOfALogUnlessThereIsATerminal(String version, String terminal, String contentType) {
        client.create("box", "{" + terminal + "\"Image\":\"alpine\"}");
        client.post("/containers/box/start");

        Answer log = client.get(version + "/containers/box/logs?stdout=1&stderr=1");
        assertThat(log.header("Content-Type")).contains(contentType);
        assertThat(log.body())
                .isEqualTo(
                        terminal.isEmpty()
                                ? "\u0001\0\0\0\0\0\0\u0006hello\n\u0002\0\0\0\0\0\0\u0003oh\n"
                                : "hello\noh\n");
    }

    @Test
    void cutsALogByStreamTailAndTime(FakeDocker docker) {
        client.create("box", "{\"Image\":\"alpine\",\"Tty\":true}");
        client.post("/containers/box/start");
        docker.container("box").logs("one\ntwo\npart");

        String logs = "/containers/box/logs?stdout=1";
        assertThat(client.get(logs).body()).isEqualTo("hello\none\ntwo\npart");
        assertThat(client.get(logs + "&tail=2").body()).isEqualTo("two\npart");
        assertThat(client.get(logs + "&tail=0").body()).isEmpty();
        assertThat(client.get(logs + "&tail=all").body()).startsWith("hello");
        assertThat(client.get(logs + "&until=1.5").body()).isEmpty();
        assertThat(client.get(logs + "&since=99999999999").body()).isEmpty();
        assertThat(client.get(logs + "&since=0&until=0").body()).startsWith("hello");
        assertThat(client.get(logs + "&timestamps=1&tail=1").body())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z part");
        assertThat(client.get("/containers/box/logs").message())
                .isEqualTo("Bad parameters: you must choose at least one stream");
    }

    @Test
    void followsALogUntilTheContainerExits(FakeDocker docker) throws Exception {
        client.create("box", "{\"Image\":\"alpine\",\"Tty\":true}");
        client.post("/containers/box/start");
        HttpURLConnection log = client.open("GET", "/containers/box/logs?stdout=1&follow=1&tail=0");
        try (InputStream lines = log.getInputStream()) {
            docker.container("box").logs("more\n");
            assertThat(new String(lines.readNBytes(5), StandardCharsets.UTF_8)).isEqualTo("more\n");
            docker.container("box").logsToStandardError("unseen\n").exit(0);
            assertThat(lines.readAllBytes()).isEmpty();
        }
        assertThat(client.get("/containers/box/logs?stdout=1&follow=1").body()).isEqualTo("hello\nmore\n");
    }

    @Test
    void waitsForTheNextExitAndForTheRemoval(FakeDocker docker) throws Exception {
        client.create("box", "{\"Image\":\"alpine\"}");
        assertThat(client.post("/containers/box/wait").json().path("StatusCode").asInt())
                .isZero();
        assertThat(client.post("/containers/box/wait?condition=never").message())
                .isEqualTo("invalid condition: \"never\"");

        HttpURLConnection exit = client.open("POST", "/containers/box/wait?condition=next-exit");
        HttpURLConnection removal = client.open("POST", "/containers/box/wait?condition=removed");
        assertThat(exit.getResponseCode()).isEqualTo(200);
        assertThat(removal.getResponseCode()).isEqualTo(200);
        client.post("/containers/box/start");
        docker.container("box").exit(7);
        assertThat(new String(exit.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"StatusCode\":7}\n");
        client.delete("/containers/box");
        assertThat(new String(removal.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"StatusCode\":7}\n");
    }

    @Test
    void removesAContainerThatAsksForItWhenItExits(FakeDocker docker) {
        docker.image("job").exitsWith(3);
        client.create("box", "{\"Image\":\"job\",\"HostConfig\":{\"AutoRemove\":true}}");
        FakeContainer box = docker.container("box");
        client.post("/containers/box/start");

        assertThat(client.get("/containers/box/json").status()).isEqualTo(404);
        assertThat(box.status()).isEqualTo(ContainerStatus.EXITED);
        assertThat(box.exitCode()).isEqualTo(3);
        assertThat(docker.containers()).isEmpty();
    }

    @Test
    void pullsADeclaredImageAndNoOther(FakeDocker docker) {
        docker.image("redis:7").notPulledYet();
        assertThat(client.get("/images/redis:7/json").message()).isEqualTo("No such image: redis:7");

        String pull = "/images/create?fromImage=docker.io/library/redis&tag=7";
        assertThat(client.post(pull).lines())
                .extracting(line -> line.path("status").asString())
                .first()
                .isEqualTo("Pulling from library/redis");
        assertThat(client.post(pull).body()).contains("Status: Image is up to date for redis:7");
        JsonNode image = client.get("/images/redis:7/json").json();
        assertThat(client.get("/images/" + image.path("Id").asString() + "/json")
                        .json())
                .isEqualTo(image);
        assertThat(client.get("/images/" + image.path("Id").asString().substring(7, 19) + "/json")
                        .json())
                .isEqualTo(image);

        Answer otherTag = client.post("/images/create?fromImage=redis&tag=8");
        assertThat(otherTag.status()).isEqualTo(404);
        assertThat(otherTag.message()).isEqualTo("manifest for redis:8 not found: manifest unknown: manifest unknown");
        Answer unknown = client.post("/images/create?fromImage=nobody/nothing");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.message()).startsWith("pull access denied for nobody/nothing, repository does not exist");
    }

    @ParameterizedTest
    @CsvSource({
        "al*, alpine:latest",
        "alpine, alpine:latest",
        "*:7, redis:7",
        "ghcr.io/*/agent, ghcr.io/acme/agent:1",
        "redi?, redis:7",
        "redis:8, ''",
    })
    void listsImagesByReference(String pattern, String name, FakeDocker docker) {
        docker.image("redis:7");
        docker.image("ghcr.io/acme/agent:1");
        docker.image("unpulled").notPulledYet();
        List<String> names = new ArrayList<>();
        client.get("/images/json?" + filters("{\"reference\":[\"" + pattern + "\"]}"))
                .json()
                .forEach(image -> names.add(image.at("/RepoTags/0").asString()));
        assertThat(String.join(" ", names)).isEqualTo(name);
        assertThat(client.get("/images/json").json()).hasSize(3);
    }

    @Test
    void streamsEventsAsTheyHappen() throws Exception {
        client.create("before", "{\"Image\":\"alpine\"}");
        HttpURLConnection events = client.open(
                "GET", "/events?" + filters("{\"container\":[\"box\"],\"type\":[\"container\"],\"label\":[\"a=b\"]}"));
        assertThat(events.getResponseCode()).isEqualTo(200);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> line(events));
        client.create("box", "{\"Image\":\"alpine\",\"Labels\":{\"a\":\"b\"}}");
        assertThat(first.get())
                .contains("\"Action\":\"create\"", "\"from\":\"alpine\"", "\"name\":\"box\"", "\"a\":\"b\"");
        events.disconnect();
    }

    @Test
    void tellsOfThePastByFilter() {
        client.create("box", "{\"Image\":\"alpine\"}");
        client.post("/containers/box/start");
        client.post("/containers/box/kill");
        client.post("/images/create?fromImage=alpine");
        long until = System.currentTimeMillis() / 1000 + 1;

        Answer dies = client.get("/events?since=0&until=" + until + "&"
                + filters("{\"event\":[\"die\",\"pull\"],\"image\":[\"alpine\"]}"));
        assertThat(dies.lines())
                .extracting(event -> event.path("Type").asString() + " "
                        + event.path("Action").asString())
                .containsExactly("container die", "image pull");
        assertThat(dies.lines().get(0).at("/Actor/Attributes/exitCode").asString())
                .isEqualTo("137");
    }

    @Test
    void countsInTheInformation() {
        for (String name : List.of("aa", "bb", "cc")) {
            client.create(name, "{\"Image\":\"alpine\"}");
        }
        client.post("/containers/aa/start");
        client.post("/containers/bb/start");
        client.post("/containers/bb/pause");
        JsonNode info = client.get("/info").json();
        assertThat(List.of("Containers", "ContainersRunning", "ContainersPaused", "ContainersStopped", "Images"))
                .extracting(name -> info.path(name).asInt())
                .containsExactly(3, 1, 1, 1, 1);
    }

    @Test
    void refusesToStopByASignalThatIsNone() {
        client.create("box", "{\"Image\":\"alpine\"}");
        assertThat(client.post("/containers/box/stop?signal=BOGUS").status()).isEqualTo(304);
        client.post("/containers/box/start");
        Answer answer = client.post("/containers/box/stop?signal=BOGUS");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo("cannot stop container: box: invalid signal: BOGUS");
        assertThat(client.post("/containers/box/kill?signal=0").message())
                .isEqualTo("cannot kill container: box: invalid signal: 0");
    }

    private static List<String> names(JsonNode containers) {
        List<String> names = new ArrayList<>();
        containers.forEach(
                container -> names.add(container.at("/Names/0").asString().substring(1)));
        return names;
    }

    private static String line(HttpURLConnection connection) {
        try {
            StringBuilder line = new StringBuilder();
            InputStream body = connection.getInputStream();
            for (int next = body.read(); next != '\n' && next >= 0; next = body.read()) {
                line.append((char) next);
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
