package io.lintel.cli;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.audit.AuditKind;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.service.ServiceFixture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands over real services, without Quarkus. */
class ServiceCommandsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private ServiceFixture fixture;
    private PersonId alva;

    @BeforeEach
    void open() {
        fixture = new ServiceFixture(folder);
        alva = fixture.gallery.add("Alva", towards(1, 0, 0));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void identifyKeepsTheMarginOfTheDoor() throws Exception {
        fixture.gallery.add("Alva's twin", towards(1, 0.1, 0));

        int exitCode = run(true, "identify", photo(1, 0, 0));

        JsonNode face = new ObjectMapper().readTree(out.toString()).at("/photos/0/faces/0");
        assertThat(exitCode).isEqualTo(ExitCode.NO);
        assertThat(face.get("verdict").asText()).isEqualTo("ambiguous");
        assertThat(face.get("person").isNull()).isTrue();
    }

    @Test
    void identifyNamesThePersonWhoLeadsByTheMargin() {
        fixture.gallery.add("Bruno", towards(0, 1, 0));

        assertThat(run(false, "identify", photo(1, 0, 0))).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Alva (number " + alva + ")");
    }

    @Test
    void lookupsByCommandAreInTheLog() {
        String photo = photo(1, 0, 0);

        assertThat(run(false, "verify", alva.toString(), photo)).isEqualTo(ExitCode.OK);
        assertThat(run(false, "identify", photo)).isEqualTo(ExitCode.OK);
        assertThat(run(false, "compare", photo, photo)).isEqualTo(ExitCode.OK);

        assertThat(fixture.rows(AuditKind.FACE_LOOKED_UP))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.event().actor()).isEqualTo(CommandLineUser.CLI));
    }

    @Test
    void anOverriddenLookAlikeIsInTheLog() {
        assertThat(run(false, "add", "Alva's sister", photo(1, 0, 0.9), "--allow-look-alike"))
                .isEqualTo(ExitCode.OK);

        assertThat(fixture.rows(AuditKind.PERSON_ENROLLED))
                .singleElement()
                .satisfies(row -> assertThat(row.event().details()).contains("looks_like_" + alva));
    }

    @Test
    void aConsentsTermIsSetByCommand() {
        run(false, "add", "Bruno", photo(0, 1, 0), "--consent", "entry", "--keep-days", "30");

        Person bruno = fixture.gallery.people.list("Bruno", 1, 0).getFirst().person();
        assertThat(bruno.consent().keepDays()).isEqualTo(30);
    }

    @Test
    void aTermWithoutAConsentIsRefused() {
        assertThat(run(false, "add", "Bruno", photo(0, 1, 0), "--keep-days", "30"))
                .isNotEqualTo(ExitCode.OK);
        assertThat(fixture.gallery.people.list("Bruno", 1, 0)).isEmpty();
    }

    private String photo(double... person) {
        return fixture.photo(person).file().toString();
    }

    private int run(boolean json, String... words) {
        Console console =
                new Console(new PrintWriter(out, true), new PrintWriter(new StringWriter(), true), () -> json);
        Map<Class<?>, Object> services =
                Map.of(fixture.people.getClass(), fixture.people, fixture.lookups.getClass(), fixture.lookups);
        ServiceRunner runner = new ServiceRunner() {
            @Override
            public int run(boolean web, Work<Services> work) {
                try {
                    return work.with(new Services() {
                        @Override
                        public <S> S get(Class<S> service) {
                            return service.cast(services.get(service));
                        }
                    });
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
        return new CommandLine(new LintelCommand())
                .addSubcommand(new VerifyCommand(runner, console))
                .addSubcommand(new IdentifyCommand(runner, console))
                .addSubcommand(new CompareCommand(runner, console))
                .addSubcommand(new PeopleAddCommand(runner, console))
                .setExecutionExceptionHandler((problem, line, parsed) -> ExitCode.FAILED)
                .execute(words);
    }
}
