package io.lintel.fuzz;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs a {@link Fuzz} test many times where JUnit would run it once. */
class FuzzExtension implements InvocationInterceptor, ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == byte[].class
                && AnnotationSupport.isAnnotated(parameter.getDeclaringExecutable(), Fuzz.class);
    }

    /** A placeholder: each run is given its own bytes. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new byte[0];
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> once, ReflectiveInvocationContext<Method> test, ExtensionContext context) {
        once.skip();
        Method method = context.getRequiredTestMethod();
        Object instance = context.getRequiredTestInstance();
        String name = method.getDeclaringClass().getSimpleName() + "/" + method.getName();
        FuzzTarget target = new FuzzTarget(
                method.getAnnotation(Fuzz.class), input -> ReflectionSupport.invokeMethod(method, instance, input));
        new FuzzRun(name, target).run();
    }
}
