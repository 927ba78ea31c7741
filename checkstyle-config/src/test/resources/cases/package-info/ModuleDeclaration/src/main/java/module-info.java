/** Is a module. */
module app {
    requires transitive java.logging;

    exports app;
    opens app to java.logging;
    uses java.lang.Runnable;
    provides java.lang.Runnable with app.Task;
}
