package dev.cordon.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.leak.Trial.Asking;
import dev.cordon.samples.MovedTime;
import dev.cordon.testing.Statements;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An incident is behind two locks: the condition in the application's queries, and row-level security. Every select the
 * application sends for somebody who sees a restricted incident is sent again for somebody who does not, with one of the
 * locks open (R4).
 */
@QuarkusTest
class EachLockAloneTest {
    /** The sweep's, if it finds something due while the test runs: what it writes is no answer to anybody. */
    private static final Pattern WRITES = Pattern.compile("\\b(insert into|delete from|update \\w+ set)\\b");

    @Inject
    MovedTime time;

    @Inject
    AgroalDataSource pool;

    private final Map<String, List<List<String>>> sent = new TreeMap<>();
    private final Set<String> tried = new TreeSet<>();
    private final Set<String> inReach = new TreeSet<>();
    private final List<String> tables = Canaries.tables();
    private Stage stage;

    @AfterEach
    void timeGoesOn() {
        time.follow();
    }

    @Test
    void everySelectIsHeldByEitherLockAlone() throws SQLException {
        stage = new Stage(new Client(), Matrix.read(), time);
        stage.plant(Set.of(State.OPEN, State.RESTRICTED, State.DUPLICATE)::contains);
        SoftAssertions softly = new SoftAssertions();
        Set<String> counted = callEverythingAs("member-added");
        tryLocks("member", softly);
        counted.addAll(callEverythingAs("responder-added"));
        tryLocks("responder", softly);

        System.out.printf("each lock alone: %d selects, %d reach the hidden incident%n", tried.size(), inReach.size());
        softly.assertAll();
        counted.removeAll(tried);
        assertThat(counted).as("selects PostgreSQL counted that were not tried").isEmpty();
        assertThat(inReach)
                .as("positive control: with both locks open the rows are there")
                .hasSizeGreaterThan(20);
        assertThat(inReach).anyMatch(sql -> !sql.equals(Lock.withoutPredicate(sql)));
    }

    /** Answers the selects that PostgreSQL counted meanwhile, in one form. */
    private Set<String> callEverythingAs(String caller) throws SQLException {
        sent.clear();
        // Statements prepared earlier would not be told again.
        pool.flush(AgroalDataSource.FlushMode.ALL);
        try (SentStatements told = new SentStatements()) {
            List<String> counted = Statements.during(() -> {
                Asking who = new Asking(caller, State.RESTRICTED);
                stage.lists(who);
                stage.operations()
                        .forEach(
                                operation -> stage.call(who, operation, stage.target(stage.planted(State.RESTRICTED))));
            });
            told.all().forEach((sql, values) -> {
                if (readsIncidents(sql)) {
                    sent.put(sql, values);
                }
            });
            return normal(counted.stream().filter(this::readsIncidents).toList());
        }
    }

    /** Sends what was sent for somebody who sees the incident again for somebody who does not. */
    private void tryLocks(String blind, SoftAssertions softly) throws SQLException {
        tried.addAll(normal(sent.keySet()));
        try (Lock held = Lock.withRowLevelSecurity(stage.handle(blind));
                Lock open = Lock.withoutRowLevelSecurity(stage.handle(blind))) {
            sent.forEach((sql, all) -> all.forEach(literals -> {
                String forgetful = Lock.withoutPredicate(sql);
                List<String> both = held.rows(sql, literals);
                softly.assertThat(String.join("\n", both).contains(hidden()))
                        .as(sql)
                        .isFalse();
                softly.assertThat(held.rows(forgetful, literals).equals(both))
                        .as("row-level security alone, for the " + blind + ": " + sql)
                        .isTrue();
                softly.assertThat(forgetful.equals(sql)
                                || open.rows(sql, literals).equals(both))
                        .as("the application's condition alone, for the " + blind + ": " + sql)
                        .isTrue();
                if (!open.rows(forgetful, literals).equals(both)) {
                    inReach.add(sql);
                }
            }));
        }
    }

    private String hidden() {
        return String.valueOf(stage.planted(State.RESTRICTED).id());
    }

    private boolean readsIncidents(String sql) {
        String text = sql.strip().toLowerCase(Locale.ROOT);
        return (text.startsWith("select") || text.startsWith("with "))
                && !WRITES.matcher(text).find()
                && tables.stream()
                        .anyMatch(table -> Pattern.compile("(from|join) " + table + "\\b")
                                .matcher(text)
                                .find());
    }

    /** One form for a statement, whichever of its constants PostgreSQL takes out. */
    private static Set<String> normal(Collection<String> statements) {
        return statements.stream()
                .map(sql -> sql.replaceAll("\\$\\d+|'[^']*'|-?\\b(\\d+(\\.\\d+)?|true|false|null)\\b", "?")
                        .replaceAll("\\s+", " ")
                        // A list of constants is counted as one.
                        .replaceAll("\\?( /\\*, \\.\\.\\. \\*/|(, \\?)+)", "?")
                        .strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
