package dev.cordon.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The leak matrix: everybody calls everything about an incident in every state, and every byte that comes back is searched
 * for what {@code leak-matrix.txt} does not give them (R2, R3, R5). The schema and the tables are read from the running
 * system: what the file does not list fails.
 */
@QuarkusTest
class LeakMatrixTest {
    @Inject
    MovedTime time;

    @Inject
    AgroalDataSource pool;

    private final Client client = new Client();
    private final Matrix matrix = Matrix.read();

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void everyFieldAndOperationAndArgumentOfTheSchemaIsListed() {
        Schema schema = Schema.live(client);
        Set<String> fields = new TreeSet<>(schema.fields().toList());
        Set<String> constants = new TreeSet<>(schema.constants().toList());

        assertThat(fields).hasSizeGreaterThan(200);
        assertThat(matrix.difference("fields", fields, "<audiences>")
                        + matrix.difference("operations", schema.operations().toList(), "<audiences>")
                        + matrix.difference("arguments", schema.arguments().toList(), "<recipe>")
                        + matrix.difference("constants", constants, ""))
                .isEmpty();
        assertThat(schema.kindsWithoutARule())
                .as("interfaces and unions: teach the matrix to walk them")
                .isEmpty();
    }

    @Test
    void everyColumnWithIncidentDataIsListed() {
        assertThat(matrix.difference("columns", Canaries.columns(matrix), "<audiences>"))
                .isEmpty();
    }

    @Test
    void everyCallerIsListed() {
        assertThat(matrix.difference("callers", new Cast().names(), "<audiences>  <one cell for each state>"))
                .isEmpty();
        assertThat(matrix.names("callers"))
                .allSatisfy(
                        caller -> assertThat(matrix.cells("callers", caller)).hasSize(1 + State.values().length));
    }

    @Test
    void nobodyGetsWhatTheMatrixDoesNotGiveThem() {
        try (CapturedLog log = new CapturedLog()) {
            Stage stage = new Stage(client, matrix, time);
            Performance performance = new Performance(stage);
            performance.plantAndCompareLists();
            performance.callEveryList();
            performance.callEverythingHidden();
            try (OpenRows open = new OpenRows(pool)) {
                assertThat(open.readable()).as("row-level security is off").isTrue();
                performance.callEveryList();
                performance.callTheTellingHidden();
            }
            performance.callEverythingSeen();
            performance.searchWhatOperatorsSee(client, log);

            System.out.println(stage.size());
            SoftAssertions.assertSoftly(softly -> {
                softly.assertThat(String.join("\n", stage.trial().leaks()))
                        .as("leaks")
                        .isEmpty();
                softly.assertThat(String.join("\n", stage.neverSeen()))
                        .as("positive controls: what nobody was shown was not searched for either")
                        .isEmpty();
            });
        }
    }
}
