package io.neurectomy.codegen.json;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text that was read, and the place of each of its values. Places go by identity, because equal values stand in many
 * places; they are worked out when the first one is asked for, because most documents are read and never complained about.
 */
public final class JsonDocument {

    private final String file;
    private final Json root;
    private final int[] offsets;
    private final int[] lineStarts;
    private volatile @Nullable IdentityHashMap<Json, Place> places;

    JsonDocument(String file, Json root, int[] offsets, int[] lineStarts) {
        this.file = file;
        this.root = root;
        this.offsets = offsets;
        this.lineStarts = lineStarts;
    }

    /**
     * Returns what was read.
     *
     * @return the file or resource as the user named it
     */
    public String file() {
        return file;
    }

    /**
     * Returns the value.
     *
     * @return the value of the whole text
     */
    public Json root() {
        return root;
    }

    /**
     * Returns where a value of this document stands.
     *
     * @param value a value below {@link #root()}, the same instance
     * @return its place; that of the root for a value which is not of this document
     */
    public Location locate(Json value) {
        IdentityHashMap<Json, Place> known = places;
        if (known == null) {
            known = new IdentityHashMap<>(offsets.length);
            new Walk(known).visit(root, null, "");
            places = known;
        }
        Place place = known.get(value);
        return place == null ? location(offsets[0], "") : location(offsets[place.index], place.pointer());
    }

    private Location location(int offset, String pointer) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Location(file, line + 1, offset - lineStarts[line] + 1, pointer);
    }

    /** Numbers the values as the reader met them: each before its members or items. */
    private static final class Walk {
        private final IdentityHashMap<Json, Place> places;
        private int next;

        Walk(IdentityHashMap<Json, Place> places) {
            this.places = places;
        }

        void visit(Json value, @Nullable Place parent, String step) {
            Place place = new Place(parent, step, next++);
            places.put(value, place);
            if (value instanceof Json.Obj object) {
                object.members().forEach((name, member) -> visit(member, place, name));
            } else if (value instanceof Json.Arr array) {
                int index = 0;
                for (Json item : array.items()) {
                    visit(item, place, Integer.toString(index++));
                }
            }
        }
    }

    private record Place(@Nullable Place parent, String step, int index) {

        String pointer() {
            StringBuilder out = new StringBuilder();
            append(out);
            return out.toString();
        }

        private void append(StringBuilder out) {
            if (parent != null) {
                parent.append(out);
                out.append('/');
                for (int i = 0; i < step.length(); i++) {
                    char c = step.charAt(i);
                    switch (c) {
                        case '~' -> out.append("~0");
                        case '/' -> out.append("~1");
                        default -> out.append(c);
                    }
                }
            }
        }
    }
}
