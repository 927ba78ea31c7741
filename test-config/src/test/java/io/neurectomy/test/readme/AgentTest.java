package io.neurectomy.test.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.log.LogCapture;
import io.neurectomy.test.log.LogEvent;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class AgentTest {

    private static final ExecutorService WORKERS = Executors.newSingleThreadExecutor();

    @Test
    void warnsWhenItIsStoppedTwice(LogCapture log) {
        Agent agent = new Agent("a-1");

        agent.stop();
        agent.stop();

        assertThat(log)
                .filteredOn(event -> event.level() == Level.WARNING)
                .extracting(LogEvent::message)
                .containsExactly("agent a-1 is stopped already");
    }

    @Test
    void saysHowItStops(LogCapture log) {
        log.atLevel(Level.DEBUG);

        new Agent("a-1").stop();

        assertThat(log.events(Agent.class)).extracting(LogEvent::message).contains("stopping agent a-1");
    }

    @Test
    void stopsInTheBackground(LogCapture log) throws Exception {
        log.includeSharedThreads(Agent.class.getName());

        WORKERS.submit(new Agent("a-2")::stop).get();

        assertThat(log.messages()).contains("agent a-2 stopped");
    }

    @AfterAll
    static void stopWorkers() {
        WORKERS.shutdown();
    }

    /** The class under test. */
    private static final class Agent {
        private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
        private final String id;
        private boolean stopped;

        Agent(String id) {
            this.id = id;
        }

        void stop() {
            if (stopped) {
                LOG.warn("agent {} is stopped already", id);
                return;
            }
            LOG.debug("stopping agent {}", id);
            stopped = true;
            LOG.info("agent {} stopped", id);
        }
    }
}
