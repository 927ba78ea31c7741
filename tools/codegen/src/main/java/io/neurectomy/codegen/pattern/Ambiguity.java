package io.neurectomy.codegen.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The position automaton of a tree (Glushkov), with the number of ways from one position to the next. A text can be read in
 * exponentially many ways if from a position two different walks over the same characters lead back to it.
 */
final class Ambiguity {

    /** Beyond this the question costs more than its answer is worth. */
    private static final int MOST_POSITIONS = 250;

    /** A bounded repetition of at least so many is as bad as one without a bound. */
    private static final int AS_GOOD_AS_UNBOUNDED = 12;

    private final List<CharacterSet> positions = new ArrayList<>();

    /** The positions that stand for the end of the text, where no character matches. */
    private final BitSet ends = new BitSet();

    private int[][] ways = new int[0][0];
    private boolean tooLarge;
    private int budget = 3_000_000;

    private record Part(boolean nullable, List<Integer> first, List<Integer> last) {
        static final Part EMPTY = new Part(true, List.of(), List.of());
    }

    private Ambiguity() {}

    static Ambiguity of(Regex root) {
        Ambiguity automaton = new Ambiguity();
        automaton.ways = new int[MOST_POSITIONS][MOST_POSITIONS];
        Part all = automaton.part(root);
        // Where the expression may end here, whatever follows, the first reading is good enough and none is tried after
        // it.
        for (int last : all.last()) {
            if (!automaton.ends.get(last)) {
                for (int p = 0; p < automaton.positions.size(); p++) {
                    automaton.ways[last][p] = 0;
                }
            }
        }
        return automaton;
    }

    boolean isExponential() {
        if (tooLarge) {
            return false;
        }
        int n = positions.size();
        int[][] next = new int[n][];
        for (int p = 0; p < n; p++) {
            int from = p;
            next[p] = IntStream.range(0, n).filter(q -> ways[from][q] > 0).toArray();
        }
        for (int p = 0; p < n && budget > 0; p++) {
            if (returnsInTwoWays(p, next)) {
                return true;
            }
        }
        return false;
    }

    /** Walks pairs of positions from (p, p); a pair of different ones, or a doubled step, that comes back is two ways. */
    private boolean returnsInTwoWays(int p, int[][] next) {
        int n = next.length;
        BitSet seen = new BitSet();
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(p * n + p);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            boolean split = state >= n * n;
            int a = state % (n * n) / n;
            int b = state % n;
            for (int c : next[a]) {
                for (int d : next[b]) {
                    if (--budget <= 0) {
                        return false;
                    }
                    if (c != d && !positions.get(c).intersects(positions.get(d))) {
                        continue;
                    }
                    boolean splitNow = split || c != d || (a == b && ways[a][c] > 1);
                    if (splitNow && c == p && d == p) {
                        return true;
                    }
                    int reached = (splitNow ? n * n : 0) + c * n + d;
                    if (!seen.get(reached)) {
                        seen.set(reached);
                        queue.add(reached);
                    }
                }
            }
        }
        return false;
    }

    private Part part(Regex regex) {
        if (tooLarge) {
            return Part.EMPTY;
        }
        if (regex instanceof Regex.Choice choice) {
            boolean nullable = false;
            List<Integer> first = new ArrayList<>();
            List<Integer> last = new ArrayList<>();
            for (Regex option : choice.options()) {
                Part part = part(option);
                nullable |= part.nullable();
                first.addAll(part.first());
                last.addAll(part.last());
            }
            return new Part(nullable, first, last);
        }
        if (regex instanceof Regex.Sequence sequence) {
            Part all = Part.EMPTY;
            for (Regex next : sequence.parts()) {
                all = join(all, part(next));
            }
            return all;
        }
        if (regex instanceof Regex.Repeat repeat) {
            return repeat(repeat);
        }
        if (regex instanceof Regex.Group group) {
            return part(group.body());
        }
        if (regex instanceof Regex.Literal literal) {
            return position(CharacterSet.range(literal.codePoint(), literal.codePoint()));
        }
        if (regex instanceof Regex.Dot) {
            return position(CharacterSet.LINE_TERMINATOR.complement());
        }
        if (regex instanceof Regex.CharacterClass set) {
            return position(set.set().orElse(CharacterSet.EMPTY.complement()));
        }
        if (regex instanceof Regex.End) {
            ends.set(positions.size());
            return position(CharacterSet.EMPTY);
        }
        return Part.EMPTY;
    }

    private Part repeat(Regex.Repeat repeat) {
        if (repeat.max().isPresent() && repeat.max().getAsInt() < AS_GOOD_AS_UNBOUNDED) {
            Part all = Part.EMPTY;
            for (int i = 0; i < repeat.max().getAsInt(); i++) {
                Part body = part(repeat.body());
                all = join(all, i < repeat.min() ? body : new Part(true, body.first(), body.last()));
            }
            return all;
        }
        Part body = part(repeat.body());
        link(body.last(), body.first());
        return new Part(body.nullable() || repeat.min() == 0, body.first(), body.last());
    }

    private Part join(Part a, Part b) {
        link(a.last(), b.first());
        List<Integer> first = new ArrayList<>(a.first());
        if (a.nullable()) {
            first.addAll(b.first());
        }
        List<Integer> last = new ArrayList<>(b.last());
        if (b.nullable()) {
            last.addAll(a.last());
        }
        return new Part(a.nullable() && b.nullable(), first, last);
    }

    private void link(List<Integer> from, List<Integer> to) {
        for (int a : from) {
            for (int b : to) {
                ways[a][b]++;
            }
        }
    }

    private Part position(CharacterSet set) {
        if (positions.size() >= MOST_POSITIONS) {
            tooLarge = true;
            return Part.EMPTY;
        }
        List<Integer> here = List.of(positions.size());
        positions.add(set);
        return new Part(false, here, here);
    }
}
