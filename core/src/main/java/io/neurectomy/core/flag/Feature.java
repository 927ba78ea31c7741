package io.neurectomy.core.flag;

/** What can be switched on and off. */
public enum Feature {
    /** Draws with WebGPU where the browser has it. */
    WEBGPU_RENDERING("ENABLE_WEBGPU", true),

    /** Runs containers in Firecracker's virtual machines. */
    FIRECRACKER_RUNTIME("ENABLE_FIRECRACKER", false),

    /** Offers agents that are still tried out. */
    EXPERIMENTAL_AGENTS("ENABLE_EXPERIMENTAL", false),

    /** Keeps the state of agents as events. */
    EVENT_SOURCING("ENABLE_EVENT_SOURCING", false),

    /** Runs in several regions at once. */
    MULTI_REGION("ENABLE_MULTI_REGION", false);

    private final String variable;
    private final boolean enabledByDefault;

    Feature(String variable, boolean enabledByDefault) {
        this.variable = variable;
        this.enabledByDefault = enabledByDefault;
    }

    /**
     * Returns where operators set it.
     *
     * @return the name of the environment variable
     */
    public String variable() {
        return variable;
    }

    /**
     * Says what it is where nobody sets it.
     *
     * @return the declared default
     */
    public boolean enabledByDefault() {
        return enabledByDefault;
    }
}
