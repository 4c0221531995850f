package dev.cordon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console has words for everything the API may answer: nobody reads an enum constant. */
class ConsoleWordsTest {
    private static final Path CONSOLE = Path.of("src", "main", "resources", "console");
    private static final Path SCHEMA = Path.of("src", "test", "resources", "schema.graphql");
    private static final Pattern KEY = Pattern.compile("\\b([A-Z]+(?:_[A-Z]+)*):");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^  ([A-Z]+(?:_[A-Z]+)*)$");

    @ParameterizedTest
    @CsvSource({
        "event-words.js, EVENTS, TimelineKind",
        "words.js, PHASES, Phase",
        "words.js, STATUSES, IncidentStatus",
        "words.js, SEVERITIES, Severity",
        "words.js, WAITING, WaitingOn",
        "words.js, STRENGTHS, Strength",
        "words.js, CANCEL_CAUSES, CancelCause",
        "words.js, CLOSE_REASONS, CloseReason",
        "words.js, VENDOR_ANSWERS, VendorAnswer",
        "words.js, WAIVER_STATES, WaiverState",
        "words.js, RUNGS, Rung",
        "words.js, ADDRESSEES, Addressee",
        "words.js, NOTICES, NoticeDraftKind",
        "words.js, NOTICE_STATES, NoticeDraftState",
        "words.js, CHANGES, MilestoneChangeKind",
        "words.js, MILESTONE_STATES, MilestoneState"
    })
    void everyConstantHasWords(String file, String words, String type) throws IOException {
        assertThat(keys(file, words)).as(words + " of " + file).containsExactlyInAnyOrderElementsOf(constants(type));
    }

    private static List<String> keys(String file, String words) throws IOException {
        String literal = between(Files.readString(CONSOLE.resolve(file)), "export const " + words + " = {", "};");
        // What is inside quotes is words, not a key.
        return found(KEY, literal.replaceAll("\"[^\"]*\"", "\"\""));
    }

    private static List<String> constants(String type) throws IOException {
        return found(CONSTANT, between(Files.readString(SCHEMA), "\nenum " + type + " {", "\n}"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text + "\n")
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String between(String text, String start, String end) {
        Matcher found = Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(text);
        assertThat(found.find()).as(start).isTrue();
        return found.group(1);
    }
}
