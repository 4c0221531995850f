package dev.cordon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.ExternalDatabase;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Holds two programs to write the same rows of an incident when they are asked for the same change. */
final class WrittenRows {
    private final ExternalDatabase database;

    WrittenRows(ExternalDatabase database) {
        this.database = database;
    }

    void mustBeEqual(Programme programme, Operation operation, Peer first, Peer second) {
        assertThat(written(() -> Answers.mustBeGiven(programme, operation, first)))
                .as("rows of %s by %s and %s", operation, first.name(), second.name())
                .isEqualTo(written(() -> Answers.mustBeGiven(programme, operation, second)));
    }

    private Map<String, Integer> written(Runnable change) {
        Map<String, Integer> before = counts();
        change.run();
        Map<String, Integer> after = counts();
        after.replaceAll((table, count) -> count - before.get(table));
        return after;
    }

    private Map<String, Integer> counts() {
        ToIntFunction<String> count = table -> Integer.parseInt(
                database.values("select count(*)::text as value from " + table).get(0));
        return ChildTable.of(database).stream()
                .map(ChildTable::name)
                .collect(Collectors.toMap(table -> table, count::applyAsInt, Integer::sum, TreeMap::new));
    }
}
