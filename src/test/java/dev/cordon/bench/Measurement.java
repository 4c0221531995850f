package dev.cordon.bench;

import dev.cordon.testing.ExternalDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;

/**
 * One load on one program.
 *
 * @param subject what was asked, of how much
 * @param server seconds of the processor for 1,000 answers, of the program
 * @param database the same of PostgreSQL, all its processes
 * @param resident megabytes the program held afterwards
 */
record Measurement(
        String subject,
        int connections,
        String peer,
        int round,
        Load.Outcome outcome,
        double server,
        double database,
        double resident) {
    /** Takes one. */
    static Measurement of(
            Load load, Load.Question question, String subject, int connections, int round, Duration time) {
        long postgres = ExternalDatabase.pid();
        long program = question.peer().pid();
        double server = Processor.seconds(program);
        double database = Processor.secondsWithChildren(postgres);
        Load.Outcome outcome = load.run(question, connections, time);
        double thousands = outcome.answers() / 1000.0;
        return new Measurement(
                subject,
                connections,
                question.peer().name(),
                round,
                outcome,
                (Processor.seconds(program) - server) / thousands,
                (Processor.secondsWithChildren(postgres) - database) / thousands,
                Processor.resident(program));
    }

    double both() {
        return server + database;
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("subject", subject)
                .add("connections", connections)
                .add("peer", peer)
                .add("round", round)
                .add("answers", outcome.answers())
                .add("failures", outcome.failures())
                .add("seconds", outcome.seconds())
                .add("p50Millis", outcome.median())
                .add("p99Millis", outcome.slowest())
                .add("serverCpuPer1000", server)
                .add("databaseCpuPer1000", database)
                .add("residentMegabytes", resident)
                .build();
    }
}
