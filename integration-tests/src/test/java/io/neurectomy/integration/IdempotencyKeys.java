package io.neurectomy.integration;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/** Remembers in Redis what was answered under a key, so that a repetition changes nothing and gets the same answer. */
final class IdempotencyKeys implements AutoCloseable {
    private static final String RUNNING = "";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Jedis redis;
    private final String prefix;

    IdempotencyKeys(URI url, String prefix) {
        redis = new Jedis(url);
        this.prefix = prefix + ":";
    }

    /** Answers once for each key. A repetition that comes while the first is at work waits for it. */
    String once(String key, Supplier<String> answer) throws InterruptedException {
        String name = prefix + key;
        if (take(name)) {
            boolean done = false;
            try {
                String made = answer.get();
                synchronized (redis) {
                    redis.set(name, made, SetParams.setParams().ex(KEPT.toSeconds()));
                }
                done = true;
                return made;
            } finally {
                if (!done) {
                    // What failed may be tried again.
                    synchronized (redis) {
                        redis.del(name);
                    }
                }
            }
        }
        String kept = RUNNING;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10); kept.equals(RUNNING); ) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the first request under " + key + " has not ended");
            }
            TimeUnit.MILLISECONDS.sleep(5);
            synchronized (redis) {
                kept = redis.get(name);
            }
            if (kept == null) {
                throw new IllegalStateException("the first request under " + key + " failed");
            }
        }
        return kept;
    }

    private boolean take(String name) {
        synchronized (redis) {
            return "OK"
                    .equals(redis.set(name, RUNNING, SetParams.setParams().nx().ex(KEPT.toSeconds())));
        }
    }

    @Override
    public void close() {
        synchronized (redis) {
            redis.keys(prefix + "*").forEach(redis::del);
            redis.close();
        }
    }
}
