package io.lintel.serve;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every JAX-RS route of the program, read from its classes: nobody has to enter a new one anywhere. */
final class RouteTable {

    /**
     * @param path with something plausible in place of its parameters
     * @param roles who may; empty for everybody
     * @param signedIn whether any signed-in person may, whatever the role
     * @param consumes the first content type that it takes
     */
    record Route(
            String method,
            String path,
            Set<String> roles,
            boolean signedIn,
            boolean open,
            String consumes,
            String where) {

        boolean changesState() {
            return !Set.of("GET", "HEAD", "OPTIONS").contains(method);
        }

        boolean isAtTheDoor() {
            return path.startsWith("/door/");
        }

        @Override
        public String toString() {
            return method + " " + path + " (" + where + ")";
        }
    }

    /** {@code {id}} or {@code {id: pattern}}; the pattern may hold braces of its own. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+\\s*(?::((?:[^{}]|\\{[^{}]*\\})*))?\\}");

    private static final List<String> EXAMPLES = List.of(
            "1",
            "lintel.camera.source",
            "camera",
            "lintel-box-20261130T023000Z.backup",
            "1".repeat(24),
            "1".repeat(36));

    private RouteTable() {}

    static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.lintel")
                .forEach(type -> {
                    if (type.isAnnotatedWith(Path.class)) {
                        addAll(routes, type.reflect());
                    }
                });
        return routes;
    }

    private static void addAll(List<Route> routes, Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getDeclaredMethods()) {
            verb(method).ifPresent(verb -> {
                Path own = method.getAnnotation(Path.class);
                routes.add(new Route(
                        verb,
                        concrete(base + (own == null ? "" : "/" + own.value())),
                        roles(resource, method),
                        rule(resource, method) instanceof Authenticated,
                        rule(resource, method) instanceof PermitAll,
                        consumes(resource, method),
                        resource.getSimpleName() + "." + method.getName()));
            });
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Set<String> roles(Class<?> resource, Method method) {
        return rule(resource, method) instanceof RolesAllowed allowed
                ? new TreeSet<>(Arrays.asList(allowed.value()))
                : Set.of();
    }

    /** The method's own rule, else its class's; null for a route that lets nobody in. */
    private static Annotation rule(Class<?> resource, Method method) {
        for (var element : List.of(method, resource)) {
            for (var kind : List.of(RolesAllowed.class, PermitAll.class, DenyAll.class, Authenticated.class)) {
                Annotation found = element.getAnnotation(kind);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String consumes(Class<?> resource, Method method) {
        Consumes consumes = method.isAnnotationPresent(Consumes.class)
                ? method.getAnnotation(Consumes.class)
                : resource.getAnnotation(Consumes.class);
        return consumes == null ? "application/x-www-form-urlencoded" : consumes.value()[0];
    }

    private static String concrete(String template) {
        return PARAMETER.matcher(template.replaceAll("/+", "/")).replaceAll(parameter -> example(parameter.group(1)));
    }

    /** Something that the parameter's pattern takes. */
    private static String example(@Nullable String pattern) {
        return EXAMPLES.stream()
                .filter(example -> pattern == null || example.matches(pattern.strip()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("add an example of " + pattern + " to EXAMPLES"));
    }
}
