package io.neurectomy.test.service;

import io.neurectomy.test.internal.SkippedServices;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the services that {@link NeedsService} names, and skips or fails the tests where there are none. */
public final class NeedsServiceExtension
        implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private static final ServiceLocator LOCATOR = new ServiceLocator(System.getenv(), Containers.ofTestcontainers());

    private final ServiceLocator locator;

    /** Creates the extension; {@link NeedsService} names it. */
    public NeedsServiceExtension() {
        this(LOCATOR);
    }

    NeedsServiceExtension(ServiceLocator locator) {
        this.locator = locator;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (locator.isRequired()) {
            return ConditionEvaluationResult.enabled("services are required");
        }
        List<String> missing = new ArrayList<>();
        for (Service service : needed(context)) {
            if (locator.locate(service) instanceof Availability.Missing absent) {
                missing.add(line(service, absent.reason(), absent.remedy()));
            }
        }
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("the services are there");
        }
        SkippedServices.add(context.getRequiredTestClass().getName(), missing);
        return ConditionEvaluationResult.disabled(String.join(" ", missing));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        require(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        require(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Services.class;
    }

    @Override
    public Services resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return require(context);
    }

    private Services require(ExtensionContext context) {
        Map<Service, URI> urls = new EnumMap<>(Service.class);
        List<String> absent = new ArrayList<>();
        for (Service service : needed(context)) {
            Availability found = locator.locate(service);
            if (found instanceof Availability.Available available) {
                urls.put(service, available.url());
            } else if (found instanceof Availability.Missing missing) {
                absent.add(line(service, missing.reason(), missing.remedy()));
            } else if (found instanceof Availability.Dead dead) {
                absent.add(line(service, dead.reason(), dead.remedy()));
            }
        }
        if (!absent.isEmpty()) {
            throw new ServiceUnavailableException(String.join(System.lineSeparator(), absent));
        }
        return new Services(urls);
    }

    private static String line(Service service, String reason, String remedy) {
        return "[needs-service] " + service + ": " + reason + ". " + remedy;
    }

    /** The services of the class, of those around it, and of the method. */
    private static Set<Service> needed(ExtensionContext context) {
        Set<Service> needed = EnumSet.noneOf(Service.class);
        Optional<ExtensionContext> at = Optional.of(context);
        while (at.isPresent()) {
            at.flatMap(ExtensionContext::getElement)
                    .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsService.class))
                    .ifPresent(annotation -> needed.addAll(List.of(annotation.value())));
            at = at.get().getParent();
        }
        return needed;
    }
}
