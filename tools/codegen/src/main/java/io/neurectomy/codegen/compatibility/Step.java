package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step from a value down to a member or an item, so that a document can be made around a value that breaks.
 *
 * @param around what holds for the object or the array
 * @param name the member's name; null for an item
 * @param position the item's position
 */
record Step(Set<SchemaId> around, @Nullable String name, int position) {

    /** Makes documents around a value, each valid under what holds for them. */
    List<Json> wrap(Witnesses witnesses, Json value) {
        return name == null ? witnesses.arrays(around, position, value) : witnesses.objects(around, name, value);
    }
}
