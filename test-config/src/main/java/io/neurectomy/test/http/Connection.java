package io.neurectomy.test.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serves the requests of one connection, one after another. */
final class Connection {
    private final Socket socket;
    private final Ledger ledger;
    private final CountDownLatch stopped;

    Connection(Socket socket, Ledger ledger, CountDownLatch stopped) {
        this.socket = socket;
        this.ledger = ledger;
        this.stopped = stopped;
    }

    void serve() {
        try {
            socket.setTcpNoDelay(true);
            RequestReader reader = new RequestReader(socket.getInputStream(), socket.getOutputStream());
            ReceivedRequest request = reader.next();
            while (request != null && sendsAndStaysOpen(ledger.answer(request), request)) {
                request = reader.next();
            }
        } catch (RequestReader.UnreadableException e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            // The client went away, or the test is over: both are what tests do here.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sendsAndStaysOpen(Answer answer, ReceivedRequest request) throws IOException, InterruptedException {
        if (isStoppedAfter(answer.delay())) {
            return false;
        }
        byte[] bytes = answer.bytes(!request.method().equals("HEAD"));
        OutputStream out = socket.getOutputStream();
        if (answer.pace().isZero()) {
            out.write(bytes);
        } else {
            for (byte next : bytes) {
                if (isStoppedAfter(answer.pace())) {
                    return false;
                }
                out.write(next);
                out.flush();
            }
        }
        out.flush();
        switch (answer.ending()) {
            case RESET -> socket.setSoLinger(true, 0);
            case STALL -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            default -> {}
        }
        return answer.ending() == Answer.Ending.KEEP_OPEN && !request.closesConnection();
    }

    private void refuse(String reason) {
        String problem = "[http-unreadable] " + reason;
        ledger.problem(problem);
        try {
            socket.getOutputStream()
                    .write(Answer.of(400, "text/plain; charset=utf-8", problem)
                            .header("Connection", "close")
                            .bytes(true));
        } catch (IOException e) {
            // It won't hear; the test will.
            return;
        }
    }

    private boolean isStoppedAfter(Duration time) throws InterruptedException {
        return stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
