package __package__;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A __Name__ as it is stored, with its validated parts.
 *
 * @param id the identifier, not blank
 * @param quantity how many units, zero or more
 * @param tags free labels, copied on construction
 */
public record __Name__(String id, int quantity, List<String> tags) {

    /** Checks and copies the components. */
    public __Name__ {
        requireNonNull(id, "id");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (quantity < 0) {
            throw new IllegalArgumentException("quantity must not be negative: " + quantity);
        }
        tags = List.copyOf(tags);
    }

    /**
     * Starts a builder.
     *
     * @param id the identifier
     * @return a builder with no tags and quantity zero
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * Returns a copy with another quantity.
     *
     * @param newQuantity the new quantity, zero or more
     * @return the copy
     */
    public __Name__ withQuantity(int newQuantity) {
        return new __Name__(id, newQuantity, tags);
    }

    /**
     * Tells whether a label is present.
     *
     * @param tag the label to look for
     * @return true if this has the label
     */
    public boolean hasTag(String tag) {
        return tags.contains(tag);
    }

    /** Builds a {@link __Name__} step by step; not safe for use by several threads. */
    public static final class Builder {
        private final String id;
        private final List<String> tags = new ArrayList<>();
        private int quantity;

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Sets the quantity.
         *
         * @param newQuantity the quantity, zero or more
         * @return this builder
         */
        public Builder quantity(int newQuantity) {
            this.quantity = newQuantity;
            return this;
        }

        /**
         * Adds a label.
         *
         * @param tag the label
         * @return this builder
         */
        public Builder tag(String tag) {
            tags.add(tag);
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         */
        public __Name__ build() {
            return new __Name__(id, quantity, tags);
        }
    }
}
