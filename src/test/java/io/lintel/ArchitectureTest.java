package io.lintel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** docs/ARCHITECTURE.md's table, kept true. */
@AnalyzeClasses(packages = "io.lintel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PLAIN_ROOMS = {
        "io.lintel.system..",
        "io.lintel.camera..",
        "io.lintel.model..",
        "io.lintel.face..",
        "io.lintel.storage..",
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
    static final ArchRule ARROWS_POINT_ONLY_WHERE_THE_TABLE_SAYS = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("system")
            .definedBy("io.lintel.system..")
            .layer("camera")
            .definedBy("io.lintel.camera..")
            .layer("model")
            .definedBy("io.lintel.model..")
            .layer("face")
            .definedBy("io.lintel.face..")
            .layer("storage")
            .definedBy("io.lintel.storage..")
            .layer("audit")
            .definedBy("io.lintel.audit..")
            .layer("gallery")
            .definedBy("io.lintel.gallery..")
            .layer("door")
            .definedBy("io.lintel.door..")
            .layer("alarm")
            .definedBy("io.lintel.alarm..")
            .layer("access")
            .definedBy("io.lintel.access..")
            .layer("schedule")
            .definedBy("io.lintel.schedule..")
            .layer("account")
            .definedBy("io.lintel.account..")
            .layer("benchmark")
            .definedBy("io.lintel.benchmark..")
            .layer("config")
            .definedBy("io.lintel.config..")
            .layer("service")
            .definedBy("io.lintel.service..")
            .layer("json")
            .definedBy("io.lintel.json..")
            .layer("security")
            .definedBy("io.lintel.security..")
            .layer("web")
            .definedBy("io.lintel.web..")
            .layer("admin")
            .definedBy("io.lintel.admin..")
            .layer("api")
            .definedBy("io.lintel.api..")
            .layer("edge")
            .definedBy("io.lintel", "io.lintel.cli..", "io.lintel.wiring..", "io.lintel.kiosk..")
            .whereLayer("system")
            .mayNotAccessAnyLayer()
            .whereLayer("camera")
            .mayOnlyAccessLayers("system")
            .whereLayer("model")
            .mayOnlyAccessLayers("system")
            .whereLayer("face")
            .mayOnlyAccessLayers("model", "system")
            .whereLayer("storage")
            .mayOnlyAccessLayers("system")
            .whereLayer("audit")
            .mayOnlyAccessLayers("storage", "system")
            .whereLayer("gallery")
            .mayOnlyAccessLayers("face", "storage", "system")
            .whereLayer("door")
            .mayOnlyAccessLayers("system")
            .whereLayer("alarm")
            .mayOnlyAccessLayers("door", "system")
            .whereLayer("access")
            .mayOnlyAccessLayers("camera", "face", "gallery", "door", "schedule", "audit", "system")
            .whereLayer("schedule")
            .mayOnlyAccessLayers("door", "gallery", "storage", "system")
            .whereLayer("account")
            .mayOnlyAccessLayers("storage", "audit", "system")
            .whereLayer("benchmark")
            .mayOnlyAccessLayers("face", "gallery", "model", "system")
            .whereLayer("config")
            .mayOnlyAccessLayers("system")
            .whereLayer("service")
            .mayOnlyAccessLayers(
                    "access",
                    "audit",
                    "camera",
                    "config",
                    "door",
                    "face",
                    "gallery",
                    "schedule",
                    "storage",
                    "account",
                    "system")
            .whereLayer("security")
            .mayOnlyAccessLayers("account", "config", "service", "schedule", "storage", "system")
            .whereLayer("json")
            .mayOnlyAccessLayers("access", "face", "gallery", "schedule", "service", "system")
            .whereLayer("web")
            .mayOnlyAccessLayers("security", "service", "audit", "system")
            .whereLayer("admin")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("edge")
            .mayOnlyBeAccessedByLayers("admin", "api");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("io.lintel.(*)..").namingSlices("$1").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PLAIN_ROOMS_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(PLAIN_ROOMS)
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
}
