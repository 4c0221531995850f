package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the manifests of {@code k8s/} rely on: migrations apart from the replicas, a start that says what is missing, a clean end. */
class OperatedInAClusterIT {
    private static final int WAITING = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void migrationsRunWithTheOwnersPasswordAloneAndReplicasWithoutIt() {
        ExternalDatabase database = ExternalDatabase.create("migrated_apart");

        try (PackagedCordon migrations = migrationsOf(database)) {
            assertThat(migrations.launch().exitCode()).as(migrations.log()).isZero();
        }

        try (PackagedCordon replica = replicaOf(database).start()) {
            assertThat(replica.isReady()).isTrue();
        }
    }

    @Test
    void aReplicaRefusesADatabaseThatWasNotMigrated() {
        ExternalDatabase database = ExternalDatabase.create("not_migrated");

        try (PackagedCordon replica = replicaOf(database).launch()) {
            assertThat(replica.exitCode()).isNotZero();
            assertThat(replica.log()).contains("QUARKUS_INIT_AND_EXIT=true");
        }
    }

    /** As the next version leaves it, while replicas are exchanged. */
    @Test
    void aReplicaStartsOnADatabaseThatIsAheadOfIt() {
        ExternalDatabase database = ExternalDatabase.create("ahead");
        try (PackagedCordon migrations = migrationsOf(database)) {
            assertThat(migrations.launch().exitCode()).as(migrations.log()).isZero();
        }
        database.run(
                "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                        + " values (9999, '999901010000', 'of the next version', 'SQL', 'V999901010000__of_the_next_version.sql', 'cordon_owner', 1, true)");

        try (PackagedCordon replica = PackagedCordon.on(database).start()) {
            assertThat(replica.isReady()).isTrue();
        }
    }

    /** More than there are event loops: on each of them resolvers would run one behind the other. */
    @Test
    void whoeverWaitsForALockHoldsUpNobodyElse() throws Exception {
        ExternalDatabase database = patient("side_by_side");

        try (PackagedCordon cordon = PackagedCordon.on(database)
                        .withoutBudgets()
                        .with("QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE", "1")
                        .start();
                Connection inTheWay = database.connect("postgres")) {
            inTheWay.setAutoCommit(false);
            inTheWay.createStatement().execute("lock table incident in exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> answers =
                    Stream.generate(() -> report(cordon)).limit(WAITING).toList();

            await().atMost(PATIENCE).until(() -> waiting(database) == WAITING);

            inTheWay.rollback();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.get().body()).contains("\"reference\":\"INC-"));
        }
    }

    @Test
    void endsWithoutAnErrorWhenItIsToldTo() {
        ExternalDatabase database = ExternalDatabase.create("ended");

        try (PackagedCordon cordon = PackagedCordon.on(database).start()) {
            assertThat(cordon.terminate()).as(cordon.log()).isZero();
        }
    }

    @Test
    void answersWhatIsInFlightBeforeItEnds() throws Exception {
        ExternalDatabase database = patient("in_flight");

        try (PackagedCordon cordon = PackagedCordon.on(database).start();
                Connection inTheWay = database.connect("postgres")) {
            inTheWay.setAutoCommit(false);
            inTheWay.createStatement().execute("lock table incident in exclusive mode");
            CompletableFuture<HttpResponse<String>> answer = report(cordon);
            await().atMost(PATIENCE).until(() -> waiting(database) == 1);
            CompletableFuture<Integer> end = CompletableFuture.supplyAsync(cordon::terminate);
            await().atMost(PATIENCE).until(() -> !cordon.isReady());
            inTheWay.rollback();

            assertThat(answer.get().body()).contains("\"reference\":\"INC-");
            assertThat(end.get()).isZero();
        }
    }

    private static CompletableFuture<HttpResponse<String>> report(PackagedCordon cordon) {
        String body =
                "{\"query\":\"mutation { reportVulnerability(input: {title: \\\"t\\\", body: \\\"b\\\"}) { reference } }\"}";
        HttpRequest request = HttpRequest.newBuilder(cordon.at("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Where no request gives up on a lock before the test has seen what it wants to see; usually that takes two seconds. */
    private static ExternalDatabase patient(String name) {
        ExternalDatabase database = ExternalDatabase.create(name);
        database.run(
                "alter role cordon_app in database " + name + " set lock_timeout = '5min'",
                "alter role cordon_app in database " + name + " set statement_timeout = '5min'");
        return database;
    }

    /** How many requests wait; a sweep may wait beside them. */
    private static int waiting(ExternalDatabase database) {
        return database.values("select pid::text as value from pg_stat_activity"
                        + " where datname = current_database() and usename = 'cordon_app' and wait_event_type = 'Lock'")
                .size();
    }

    private static PackagedCordon migrationsOf(ExternalDatabase database) {
        return PackagedCordon.alone()
                .with("QUARKUS_DATASOURCE_JDBC_URL", database.url())
                .with("QUARKUS_FLYWAY_PASSWORD", ExternalDatabase.passwordOf("cordon_owner"))
                .with("QUARKUS_INIT_AND_EXIT", "true");
    }

    private static PackagedCordon replicaOf(ExternalDatabase database) {
        return PackagedCordon.on(database)
                .without("QUARKUS_FLYWAY_PASSWORD")
                .with("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
    }
}
