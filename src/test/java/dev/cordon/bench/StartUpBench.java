package dev.cordon.bench;

import static dev.cordon.bench.Bench.median;
import static dev.cordon.bench.Bench.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Program;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What it takes from the start of the process to its first correct answer, in turn for the jar and the native executable. */
class StartUpBench {
    private static final String HEAD = """
            | program | s to the first answer | CPU s to the first answer | resident MB then |
            |---|---|---|---|
            """;

    private final Programme programme = Programme.of("bench_start", 1_000);
    private final String question = Operation.INCIDENT.bodies(programme).get(0);
    private final Map<Program, List<Start>> starts = new LinkedHashMap<>();

    private record Start(double seconds, double processor, double resident) {}

    @Test
    void takesWhatItTakes() {
        for (int round = 0; round < Bench.count("starts", 5, 2); round++) {
            for (Program program : Bench.programs()) {
                starts.computeIfAbsent(program, first -> new ArrayList<>()).add(start(program));
            }
        }
        keep();
        programme.database().drop();
        assertThat(starts).isNotEmpty();
    }

    private Start start(Program program) {
        long begin = System.nanoTime();
        try (PackagedCordon cordon = programme.cordon(program).start()) {
            assertThat(programme.committee().succeed(cordon, question)).containsKey("incident");
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Start(seconds, Processor.seconds(cordon.pid()), Processor.resident(cordon.pid()));
        }
    }

    private void keep() {
        JsonArrayBuilder json = Json.createArrayBuilder();
        StringBuilder table = new StringBuilder(HEAD);
        starts.forEach((program, its) -> {
            its.forEach(start -> json.add(Json.createObjectBuilder()
                    .add("program", program.name())
                    .add("seconds", start.seconds)
                    .add("cpuSeconds", start.processor)
                    .add("residentMegabytes", start.resident)));
            table.append("| %s | %.2f | %.2f | %.0f |%n"
                    .formatted(
                            program == Program.EXECUTABLE ? "native" : "jar",
                            median(its.stream().map(Start::seconds).toList()),
                            median(its.stream().map(Start::processor).toList()),
                            median(its.stream().map(Start::resident).toList())));
        });
        Bench.keep("start-up.json", json.build().toString());
        Bench.keep("start-up.md", table.toString());
        say("start-up%n%s", table);
    }
}
