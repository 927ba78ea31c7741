/** Exports the sample types of one module. */
module __package__ {
    requires static org.jspecify;
    requires transitive __base__;

    exports __package__;
}
