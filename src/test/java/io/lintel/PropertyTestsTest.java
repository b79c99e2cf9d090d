package io.lintel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;

/** All tries of a jqwik property share one instance of the test: state that one leaves behind makes the others tests of nothing. */
@AnalyzeClasses(packages = "io.lintel", importOptions = ImportOption.OnlyIncludeTests.class)
class PropertyTestsTest {

    @ArchTest
    static final ArchRule A_PROPERTY_WITH_STATE_BEGINS_ANEW_AT_EACH_TRY = classes()
            .that(describe("have a property and state", PropertyTestsTest::hasPropertyAndState))
            .should(have(methodAnnotatedWith(BeforeTry.class)));

    private static boolean hasPropertyAndState(JavaClass test) {
        boolean state = test.getFields().stream()
                .map(field -> field.getModifiers())
                .anyMatch(modifiers ->
                        !modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.FINAL));
        return state && methodAnnotatedWith(Property.class).test(test);
    }

    private static DescribedPredicate<JavaClass> methodAnnotatedWith(Class<?> annotation) {
        return describe(
                "a method with @" + annotation.getSimpleName(),
                test -> test.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(annotation.getName())));
    }
}
