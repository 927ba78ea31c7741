package io.neurectomy.test.docker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an image as people write it: without Docker's own registry and its folder {@code library}.
 *
 * @param repository such as {@code alpine} or {@code ghcr.io/acme/agent}
 * @param tag such as {@code latest}
 */
record ImageName(String repository, String tag) {
    private static final Pattern FORM =
            Pattern.compile("((?:[A-Za-z0-9.-]+(?::\\d+)?/)?[A-Za-z0-9._/-]+?)(?::(\\w[\\w.-]{0,127}))?");
    private static final Pattern PATH = Pattern.compile("[a-z0-9]+(?:[._/-]+[a-z0-9]+)*");

    /**
     * Reads a name.
     *
     * @param text such as {@code alpine}, {@code redis:7} or {@code docker.io/library/alpine:latest}
     * @throws EngineException if it is none; the message is Docker's
     */
    static ImageName parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw EngineException.badRequest("invalid reference format");
        }
        String tag = parts.group(2) == null ? "latest" : parts.group(2);
        String whole = parts.group(1);
        int slash = whole.indexOf('/');
        String first = slash < 0 ? "" : whole.substring(0, slash);
        boolean named = first.contains(".") || first.contains(":") || first.equals("localhost");
        String domain = named ? first : "docker.io";
        String path = named ? whole.substring(slash + 1) : whole;
        if (domain.equals("index.docker.io")) {
            domain = "docker.io";
        }
        if (domain.equals("docker.io") && path.startsWith("library/")) {
            path = path.substring("library/".length());
        }
        if (!PATH.matcher(path).matches()) {
            String full = domain.equals("docker.io") && !path.contains("/") ? "library/" + path : path;
            throw EngineException.badRequest(
                    path.chars().anyMatch(Character::isUpperCase)
                            ? "invalid reference format: repository name (%s) must be lowercase".formatted(full)
                            : "invalid reference format");
        }
        return new ImageName(domain.equals("docker.io") ? path : domain + "/" + path, tag);
    }

    @Override
    public String toString() {
        return repository + ":" + tag;
    }
}
