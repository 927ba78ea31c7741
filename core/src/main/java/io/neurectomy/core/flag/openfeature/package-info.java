/** The feature flags behind OpenFeature's API, so that flagd or a service can take their place. */
@NullMarked
package io.neurectomy.core.flag.openfeature;

import org.jspecify.annotations.NullMarked;
