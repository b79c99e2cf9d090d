package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In a native image a wrong entry is ignored silently and a missing one kills the process when C++ looks it up, so both
 * are caught here: each entry must exist on the class path, and each name in the libraries must be an entry.
 */
class ReachabilityMetadataTest {

    private static final String METADATA = "/META-INF/native-image/io.lintel/lintel/reachability-metadata.json";

    static Stream<Arguments> entries() throws IOException {
        return read().valueStream().map(entry -> argumentSet(entry.get("type").asText(), entry));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEntryNamesAClassItsMethodsAndItsFields(JsonNode entry) throws ReflectiveOperationException {
        Class<?> type = typeOf(entry.get("type").asText());

        assertThat(executablesOf(entry)).hasSize(entry.path("methods").size());
        for (JsonNode field : entry.path("fields")) {
            assertThat(type.getDeclaredField(field.get("name").asText())).isNotNull();
        }
    }

    @Test
    void everyClassThatOpenCvLooksUpIsAnEntry() throws IOException {
        assertThat(LibraryText.openCv().classes()).isNotEmpty().isSubsetOf(jniTypes());
    }

    @Test
    void everyClassThatOnnxRuntimeLooksUpIsAnEntry() throws IOException {
        assertThat(LibraryText.onnxRuntime().classes())
                .contains("ai.onnxruntime.OrtException")
                .isSubsetOf(jniTypes());
    }

    @Test
    void everyMethodShapeThatTheLibrariesLookUpIsAnEntry() throws IOException, ReflectiveOperationException {
        assertThat(LibraryText.openCv().methodDescriptors()).isNotEmpty().isSubsetOf(jniDescriptors());
        assertThat(LibraryText.onnxRuntime().methodDescriptors())
                .contains("(ILjava/lang/String;)V")
                .isSubsetOf(jniDescriptors());
    }

    @Test
    void everyClassThatKeepsASourceOfSecretsBeginsAtRunTime() throws IOException {
        String arguments = new String(ReachabilityMetadataTest.class
                .getResourceAsStream("/META-INF/native-image/io.lintel/lintel/native-image.properties")
                .readAllBytes());
        List<String> keepers = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.lintel").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isAssignableTo(Random.class))
                        .map(field -> field.getOwner().getName())
                        .toList();
        assertThat(keepers)
                .isNotEmpty()
                .allSatisfy(keeper -> assertThat(arguments).contains(keeper));
    }

    private static Set<String> jniTypes() throws IOException {
        return read().valueStream()
                .filter(entry -> entry.path("jniAccessible").asBoolean())
                .map(entry -> entry.get("type").asText())
                .collect(Collectors.toSet());
    }

    private static List<String> jniDescriptors() throws IOException, ReflectiveOperationException {
        List<String> descriptors = new ArrayList<>();
        for (JsonNode entry : read()) {
            if (entry.path("jniAccessible").asBoolean()) {
                executablesOf(entry).forEach(e -> descriptors.add(descriptorOf(e)));
            }
        }
        return descriptors;
    }

    private static List<Executable> executablesOf(JsonNode entry) throws ReflectiveOperationException {
        Class<?> type = typeOf(entry.get("type").asText());
        List<Executable> found = new ArrayList<>();
        for (JsonNode method : entry.path("methods")) {
            String name = method.get("name").asText();
            List<Class<?>> parameters = new ArrayList<>();
            for (JsonNode parameter : method.get("parameterTypes")) {
                parameters.add(typeOf(parameter.asText()));
            }
            Class<?>[] types = parameters.toArray(Class<?>[]::new);
            found.add(name.equals("<init>") ? type.getDeclaredConstructor(types) : type.getDeclaredMethod(name, types));
        }
        return found;
    }

    private static String descriptorOf(Executable executable) {
        Class<?> returned = executable instanceof Method method ? method.getReturnType() : void.class;
        return MethodType.methodType(returned, executable.getParameterTypes()).descriptorString();
    }

    private static Class<?> typeOf(String name) throws ClassNotFoundException {
        if (name.endsWith("[]")) {
            return typeOf(name.substring(0, name.length() - 2)).arrayType();
        }
        Class<?> primitive = Class.forPrimitiveName(name);
        return primitive != null
                ? primitive
                : Class.forName(name, false, ReachabilityMetadataTest.class.getClassLoader());
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = ReachabilityMetadataTest.class.getResourceAsStream(METADATA)) {
            return new ObjectMapper().readTree(in).get("reflection");
        }
    }
}
