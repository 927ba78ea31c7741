/** Holds agents. */
@Deprecated
package app;
