/** Holds the sample types of one module. */
@org.jspecify.annotations.NullMarked
package __package__;
