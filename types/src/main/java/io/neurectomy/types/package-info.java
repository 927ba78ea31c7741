/**
 * The types that NEURECTOMY's services exchange as JSON. Each reads and writes with any Jackson 3 mapper, refuses what its
 * schema forbids, and keeps what it allows.
 */
@NullMarked
package io.neurectomy.types;

import org.jspecify.annotations.NullMarked;
