package io.neurectomy.test.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true, https = false)
class RunnersTest {
    @SuppressWarnings("NullAway.Init") // Set before each test.
    KubernetesClient kubernetes;

    @Test
    void startsAPodForEachAgent() {
        new Runners(kubernetes).start("a-1");

        assertThat(kubernetes.pods().inNamespace("agents").list().getItems())
                .extracting(pod -> pod.getMetadata().getName())
                .containsExactly("runner-a-1");
    }

    @Test
    void findsPodsByLabelUntilTheyAreDeleted() {
        Runners runners = new Runners(kubernetes);
        runners.start("a-1");
        runners.start("a-2");

        assertThat(runners.names("a-2")).containsExactly("runner-a-2");
        kubernetes.pods().inNamespace("agents").withName("runner-a-2").delete();
        assertThat(runners.names("a-2")).isEmpty();
    }

    @Test
    void tellsAWatcherWhatChanges() throws InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (var watch = kubernetes.pods().inNamespace("agents").watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, Pod pod) {
                seen.add(action + " " + pod.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.add("closed: " + cause);
            }
        })) {
            assertThat(watch).isNotNull();
            new Runners(kubernetes).start("a-1");
            kubernetes.pods().inNamespace("agents").withName("runner-a-1").delete();

            assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("ADDED runner-a-1");
            assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("DELETED runner-a-1");
        }
    }

    /** The README says that it is not there; where this fails, the README is to be changed. */
    @Test
    void hasNoServerSideApply() {
        Pod pod = Runners.pod("a-1");

        assertThatThrownBy(() ->
                        kubernetes.pods().inNamespace("agents").resource(pod).serverSideApply())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(404));
    }

    /** The class under test. */
    private record Runners(KubernetesClient kubernetes) {
        void start(String agent) {
            kubernetes.pods().inNamespace("agents").resource(pod(agent)).create();
        }

        List<String> names(String agent) {
            return kubernetes.pods().inNamespace("agents").withLabel("agent", agent).list().getItems().stream()
                    .map(pod -> pod.getMetadata().getName())
                    .toList();
        }

        static Pod pod(String agent) {
            return new PodBuilder()
                    .withNewMetadata()
                    .withName("runner-" + agent)
                    .addToLabels("agent", agent)
                    .endMetadata()
                    .withNewSpec()
                    .addNewContainer()
                    .withName("runner")
                    .withImage("acme/runner")
                    .endContainer()
                    .endSpec()
                    .build();
        }
    }
}
