package dev.cordon.chaos;

import static dev.cordon.chaos.Chaos.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, a whole answer below 500 comes back, the process goes on, and neither answer nor log has a stack trace
 * (P16) or, the log, a word of what was sent (R5). One exception: where the body's framing breaks after the head was read,
 * the server may close the connection in order instead of answering, as RFC 9112 lets it.
 */
class MalformedRequestsAreAnsweredChaos {
    private static final List<String> TRACES =
            List.of("\tat ", "    at ", "java.lang.", "dev.cordon.", "graphql.schema.");

    private final long seed = Chaos.seed();
    private final ExternalDatabase database = ExternalDatabase.create("malformed");
    /** One example of each. */
    private final Map<String, String> findings = new ConcurrentSkipListMap<>();

    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();

    @Test
    void allOfThem() throws IOException {
        try (PackagedCordon cordon = Chaos.cordon(database).start()) {
            Caller maya = new People(database).add("maya", Role.COMMITTEE);
            List<String> references = List.of(reported(cordon, maya), reported(cordon, maya), "INC-CANARY");
            MalformedRequests requests = MalformedRequests.of(seed, cordon, maya, references);

            IntStream.range(0, Chaos.count("requests", 10_000))
                    .parallel()
                    .forEach(number -> send(number, requests.draw(number), cordon.port()));

            say("answers: %s", answers);
            assertThat(requests.valid().send(cordon.port()).body())
                    .as("afterwards")
                    .contains("serverTime");
            assertThat(findings).isEmpty();
            holdsNothingOfThem(cordon.log());
        }
    }

    private static String reported(PackagedCordon cordon, Caller maya) {
        return maya.mutate(cordon, "reportVulnerability", Map.of("body", "?"), "reference")
                .getString("reference");
    }

    private void send(int number, RawRequest request, int port) {
        String finding = finding(request, port);
        if (!finding.isEmpty()) {
            String example = "request %d: %s%n    %s%n".formatted(number, finding, request.printable(2_000));
            findings.put(request.kind() + ": " + finding.substring(0, Math.min(finding.length(), 24)), example);
        }
    }

    private String finding(RawRequest request, int port) {
        try {
            RawAnswer answer = request.send(port);
            count(request, String.valueOf(answer.status()));
            return objection(request, answer);
        } catch (RawAnswer.ClosedWithoutAnswer closed) {
            count(request, "closed");
            boolean endless = request.kind().equals(BrokenHttp.BROKEN_BODY) || request.saysItsLengthTwice();
            return endless ? "" : "closed without an answer";
        } catch (IOException failure) {
            count(request, "aborted");
            return failure.toString();
        }
    }

    private void count(RawRequest request, String outcome) {
        answers.merge(request.kind() + " " + outcome, 1, Integer::sum);
    }

    private static String objection(RawRequest request, RawAnswer answer) {
        if (answer.status() >= 500) {
            return "answered with " + answer.status() + " " + answer.body();
        }
        if (request.kind().startsWith("too large") && answer.status() != 413) {
            return "answered with " + answer.status() + ", not 413";
        }
        if (request.kind().equals("valid") && !answer.body().contains("\"data\"")) {
            return "refused: " + answer.status() + " " + answer.body();
        }
        if (answer.body().contains("\"correlationId\":\"")) {
            return "failed inside: " + answer.body();
        }
        return TRACES.stream().anyMatch(answer.body()::contains) ? "names what is inside: " + answer.body() : "";
    }

    private static void holdsNothingOfThem(String log) {
        assertThat(log.lines())
                .as("the log")
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("    at "))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("canary"))
                .noneMatch(line -> line.contains(" ERROR "));
    }
}
