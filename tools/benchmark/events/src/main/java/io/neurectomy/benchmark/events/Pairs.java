package io.neurectomy.benchmark.events;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Measures two sides in turn, so that what else the machine does meets both. */
final class Pairs {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Pairs() {}

    /** Makes ready what is not measured. */
    interface Side {
        Job prepare() throws Exception;
    }

    /** What is measured; returns over how many it took. */
    interface Job {
        int run() throws Exception;
    }

    /**
     * What one job took of the clock and of this process's processors.
     *
     * @param micros of the clock for one
     * @param cpuMicros of the processors for one
     */
    record Cost(double micros, double cpuMicros) {}

    /**
     * The pairs of a comparison.
     *
     * @param speeds how fast ours was where the other is 1, of each pair in ascending order
     * @param addedCpu what ours took more of the processors for one, of each pair in ascending order
     */
    record Result(List<Double> speeds, List<Double> addedCpu) {
        double speed() {
            return median(speeds);
        }

        double addedCpuMicros() {
            return median(addedCpu);
        }
    }

    static Cost cost(Side side) throws Exception {
        Job job = side.prepare();
        long cpu = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        int count = job.run();
        double micros = (System.nanoTime() - begin) / 1e3;
        return new Cost(micros / count, (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / count);
    }

    /** Runs each side unmeasured until the compiler is done with it, then in pairs that begin with either. */
    static Result compare(int pairs, Side other, Side ours) throws Exception {
        for (int i = 0; i < 3; i++) {
            cost(other);
            cost(ours);
        }
        List<Double> speeds = new ArrayList<>();
        List<Double> addedCpu = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            boolean oursFirst = i % 2 == 1;
            Cost first = cost(oursFirst ? ours : other);
            Cost second = cost(oursFirst ? other : ours);
            Cost ourCost = oursFirst ? first : second;
            Cost otherCost = oursFirst ? second : first;
            speeds.add(otherCost.micros() / ourCost.micros());
            addedCpu.add(ourCost.cpuMicros() - otherCost.cpuMicros());
        }
        return new Result(
                speeds.stream().sorted().toList(), addedCpu.stream().sorted().toList());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
