package dev.cordon.api;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one request may ask for. */
@QuarkusTest
class RequestLimitsTest {
    @Test
    void requestHasOneMutation() {
        var refused = MAYA.send("mutation { a: runSweep { breaches } b: runSweep { breaches } }");

        assertThat(refused.code()).isEqualTo("one-mutation-at-a-time");
        assertThat(MAYA.send(
                                "mutation { ...F } fragment F on Mutation { a: runSweep { breaches } b: runSweep { breaches } }")
                        .code())
                .isEqualTo("one-mutation-at-a-time");
        MAYA.send("mutation { runSweep { breaches } }").succeeds();
    }

    @Test
    void timelinesOfAPageAreTooCostlyAndThatOfOneIncidentIsNot() {
        var incident = AnIncident.reported().open();

        assertThat(MAYA.send("{ incidents(first: 1) { nodes { timeline(first: 1) { nodes { id } } } } }")
                        .code())
                .isEqualTo("too-costly");
        assertThat(MAYA.send("{ incidents(first: 1) { edges { node { ...T } } } }"
                                + " fragment T on Incident { timeline(first: 1) { nodes { id } } }")
                        .code())
                .isEqualTo("too-costly");
        assertThat(incident.timeline()).isNotEmpty();
    }

    @Test
    void aValueThatIsNotOfItsTypeIsNamedInWordsOfTheSchema() {
        var incident = AnIncident.reported().open();

        for (var value : List.of("294277-01-01T00:00:00Z", "", "yesterday")) {
            var refused = incident.tried(MAYA, "waitOn", "on", "REPORTER", "since", value);

            assertThat(refused.code()).as(value).isEqualTo("invalid-value");
            assertThat(refused.response().asString()).doesNotContain("dev.cordon", "Unknown");
        }
        assertThat(incident.tried(MAYA, "addNote", "body", "x", "expectedVersion", "1e99")
                        .response()
                        .asString())
                .contains("errors")
                .doesNotContain("dev.cordon", "Unknown");
        assertThat(MAYA.send(
                                "query($f: BreachFilter) { breaches(first: 1, filter: $f) { nodes { id } } }",
                                "f",
                                Map.of("from", "yesterday"))
                        .response()
                        .asString())
                .contains("errors")
                .doesNotContain("dev.cordon", "System error");
    }

    @Test
    void aliasesAreBoundedWithFragmentsSpelledOut() {
        assertThat(MAYA.send("{ " + aliases(51) + " }").code()).isEqualTo("too-many-aliases");
        assertThat(MAYA.send("{ ...F ...F } fragment F on Query { " + aliases(26) + " }")
                        .code())
                .isEqualTo("too-many-aliases");
        MAYA.send("{ " + aliases(50) + " }").succeeds();
    }

    @Test
    void directivesAreBounded() {
        String fields = IntStream.range(0, 51)
                .mapToObj(i -> "__typename @include(if: true)")
                .collect(Collectors.joining(" "));

        assertThat(MAYA.send("{ " + fields + " }").code()).isEqualTo("too-many-directives");
        MAYA.send("{ __typename @include(if: true) }").succeeds();
    }

    private static String aliases(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + ": __typename").collect(Collectors.joining(" "));
    }

    @Test
    void fragmentsThatDoubleEachOtherAreRefusedAtOnce() {
        String fragments = IntStream.range(0, 30)
                .mapToObj(i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                .collect(Collectors.joining(" "));

        var refused = MAYA.send("{ ...F0 } " + fragments + " fragment F30 on Query { serverTime }");

        assertThat(refused.code()).isEqualTo("too-many-fields");
    }

    @Test
    void fragmentWithinItselfIsRefused() {
        assertThat(MAYA.send("{ ...F } fragment F on Query { serverTime ...F }").message())
                .contains("Fragment cycles");
    }

    @Test
    void depthIsBounded() {
        String deep =
                "{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { ofType {"
                        + " ofType { ofType { name } } } } } } } } } } } } } }";

        assertThat(MAYA.send(deep).message()).contains("maximum query depth exceeded");
    }

    @Test
    void tokensAreBounded() {
        assertThat(MAYA.send("{ " + "serverTime ".repeat(5_000) + "}").json().getList("errors"))
                .hasSize(1);
    }

    @Test
    void bodyIsBounded() {
        var answer = MAYA.send("{ serverTime } # " + "x".repeat(300_000));

        assertThat(answer.response().statusCode()).isEqualTo(413);
    }

    @Test
    void badInputNamesTheValueAndIsNoSystemError() {
        assertThat(MAYA.send("{ incident(reference: \"INC-1\") { title } }").message())
                .contains("\"INC-1\"", "INC-7Q2M4K");
        assertThat(MAYA.send("{ incidents(first: 1, filter: {text: \"a\\u0000b\"}) { totalCount } }")
                        .code())
                .isEqualTo("invalid-page");
        assertThat(MAYA.send("{ milestones(first: 1, filter: {dueFrom: \"+99999-01-01T00:00:00Z\"}) { totalCount } }")
                        .message())
                .isNotEqualTo("System error");
        assertThat(AnIncident.reported()
                        .open()
                        .tried(MAYA, "addNote", "body", "a\u0000b")
                        .code())
                .isEqualTo("invalid-text");
        assertThat(AnIncident.reported()
                        .open()
                        .tried(MAYA, "offerLead", "person", "a\u0000b")
                        .code())
                .isEqualTo("person-not-found");
    }
}
