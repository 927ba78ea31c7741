package io.neurectomy.codegen.pattern;

/**
 * How many characters a tree matches.
 *
 * @param min at least so many
 * @param max at most so many, {@link #UNBOUNDED} if there is no bound
 */
record Width(long min, long max) {

    private static final long UNBOUNDED = 1L << 40;

    static Width of(Regex regex) {
        if (regex instanceof Regex.Choice choice) {
            return choice.options().stream()
                    .map(Width::of)
                    .reduce((a, b) -> new Width(Math.min(a.min, b.min), Math.max(a.max, b.max)))
                    .orElseThrow();
        }
        if (regex instanceof Regex.Sequence sequence) {
            return sequence.parts().stream()
                    .map(Width::of)
                    .reduce(new Width(0, 0), (a, b) -> new Width(limit(a.min + b.min), limit(a.max + b.max)));
        }
        if (regex instanceof Regex.Repeat repeat) {
            Width body = of(repeat.body());
            long times = repeat.max().isPresent() ? repeat.max().getAsInt() : UNBOUNDED;
            return new Width(product(body.min, repeat.min()), product(body.max, times));
        }
        if (regex instanceof Regex.Group group) {
            return of(group.body());
        }
        if (regex instanceof Regex.BackReference) {
            return new Width(0, UNBOUNDED);
        }
        boolean one =
                regex instanceof Regex.Literal || regex instanceof Regex.Dot || regex instanceof Regex.CharacterClass;
        return one ? new Width(1, 1) : new Width(0, 0);
    }

    boolean bounded() {
        return max < UNBOUNDED;
    }

    boolean fixed() {
        return min == max && bounded();
    }

    private static long product(long width, long times) {
        return width == 0 || times == 0 ? 0 : width > UNBOUNDED / times ? UNBOUNDED : limit(width * times);
    }

    private static long limit(long width) {
        return Math.min(width, UNBOUNDED);
    }
}
