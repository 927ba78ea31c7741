/** Holds agents. */
package app;
