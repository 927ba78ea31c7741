/** Holds agents. */
@org.jspecify.annotations.NullUnmarked
package app;
