package io.lintel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/ARCHITECTURE.md's table, kept true. */
@AnalyzeClasses(packages = "io.lintel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/io/lintel");

    private static final String[] PLAIN_PACKAGES = {
        "io.lintel.system..",
        "io.lintel.camera..",
        "io.lintel.model..",
        "io.lintel.face..",
        "io.lintel.storage..",
        "io.lintel.crypto..",
        "io.lintel.audit..",
        "io.lintel.gallery..",
        "io.lintel.door..",
        "io.lintel.access..",
        "io.lintel.schedule..",
        "io.lintel.account..",
        "io.lintel.alarm..",
        "io.lintel.benchmark..",
        "io.lintel.service.."
    };

    @ArchTest
    static void everyPackageUsesOnlyThePackagesThatItsRowNames(JavaClasses classes) throws IOException {
        Map<String, ArchitectureTable> table = ArchitectureTable.read();
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            if (topLevel(type).isEmpty()) {
                continue; // the entry point
            }
            assertThat(table).containsKey(topLevel(type));
            Set<String> allowed = table.get(topLevel(type)).dependencies();
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("io.lintel.")
                        && !topLevel(target).equals(topLevel(type))
                        && !allowed.contains(topLevel(target))) {
                    violations.add(dependency.getDescription());
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    /** So that a row that nobody uses any more does not stay in the table. */
    @ArchTest
    static void everyDependencyInTheTableExists(JavaClasses classes) throws IOException {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("io.lintel.")
                        && !topLevel(target).equals(topLevel(type))) {
                    used.computeIfAbsent(topLevel(type), name -> new TreeSet<>())
                            .add(topLevel(target));
                }
            }
        }
        ArchitectureTable.read()
                .forEach((name, row) ->
                        assertThat(row.dependencies()).as(name).isSubsetOf(used.getOrDefault(name, Set.of())));
    }

    @Test
    void theTableSaysWhatEachPackageSaysOfItself() throws IOException {
        for (Map.Entry<String, ArchitectureTable> row : ArchitectureTable.read().entrySet()) {
            assertThat(ArchitectureTable.sentenceOf(
                            SOURCES.resolve(row.getKey()).resolve("package-info.java")))
                    .as(row.getKey())
                    .isEqualTo(row.getValue().sentence());
        }
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path folder : files.filter(Files::isDirectory).toList()) {
                assertThat(ArchitectureTable.sentenceOf(folder.resolve("package-info.java")))
                        .as(folder.toString())
                        .isNotEmpty();
            }
        }
    }

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.lintel.(*)..").namingSlices("$1").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PLAIN_PACKAGES_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(PLAIN_PACKAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "jakarta..", "io.smallrye..", "org.eclipse.microprofile..", "io.vertx..");

    @ArchTest
    static final ArchRule OPENCV_STAYS_WITH_PICTURES = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.lintel.model..",
                    "io.lintel.storage..",
                    "io.lintel.audit..",
                    "io.lintel.door..",
                    "io.lintel.schedule..",
                    "io.lintel.alarm..",
                    "io.lintel.account..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.opencv..", "nu.pattern..");

    @ArchTest
    static final ArchRule ONNX_RUNTIME_STAYS_WITH_FACES = noClasses()
            .that()
            .resideOutsideOfPackages("io.lintel.face..", "io.lintel.model..", "io.lintel.benchmark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule PI4J_STAYS_BEHIND_THE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("io.lintel.door.pi4j..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.pi4j..");

    @ArchTest
    static final ArchRule SQL_STAYS_IN_STORES = noClasses()
            .that()
            .resideOutsideOfPackage("io.lintel.storage..")
            .and(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are not stores") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.getName().replaceFirst("\\$.*", "").endsWith("Store");
                }
            })
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..");

    private static String topLevel(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("io.lintel")
                ? ""
                : name.substring("io.lintel.".length()).replaceFirst("\\..*", "");
    }
}
