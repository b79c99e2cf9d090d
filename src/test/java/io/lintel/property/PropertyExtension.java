package io.lintel.property;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExecutableInvoker;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs a {@link Property} many times where JUnit would run it once. */
class PropertyExtension implements InvocationInterceptor, ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Generator.class
                && AnnotationSupport.isAnnotated(parameter.getDeclaringExecutable(), Property.class);
    }

    /** A placeholder: each try is given its own generator. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Generator(Choices.replaying(new long[0]));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> once, ReflectiveInvocationContext<Method> test, ExtensionContext context) {
        once.skip();
        int tries =
                context.getRequiredTestMethod().getAnnotation(Property.class).tries();
        long seed = Long.getLong("property.seed", ThreadLocalRandom.current().nextLong());
        new PropertyRunner(tries * Integer.getInteger("property.factor", 1), seed)
                .run(generator -> runOnce(context, generator));
    }

    private static void runOnce(ExtensionContext context, Generator generator) throws Throwable {
        Class<?> type = context.getRequiredTestClass();
        ExecutableInvoker invoker = context.getExecutableInvoker();
        Object test = invoker.invoke(type.getDeclaredConstructor());
        try {
            methods(type, BeforeEach.class, HierarchyTraversalMode.TOP_DOWN)
                    .forEach(each -> invoker.invoke(each, test));
            ReflectionSupport.invokeMethod(context.getRequiredTestMethod(), test, generator);
        } finally {
            methods(type, AfterEach.class, HierarchyTraversalMode.BOTTOM_UP)
                    .forEach(each -> invoker.invoke(each, test));
        }
    }

    private static List<Method> methods(
            Class<?> type, Class<? extends Annotation> annotation, HierarchyTraversalMode order) {
        return AnnotationSupport.findAnnotatedMethods(type, annotation, order);
    }
}
