package dev.cordon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of the console's files, which a native image reads in place of a folder. */
class ConsoleFilesTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "console");

    @Test
    void listNamesEveryFileOfTheFolderInOrder() throws IOException {
        List<String> listed = Files.readAllLines(FOLDER.resolve("files.txt"));

        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(listed)
                    .as("src/main/resources/console/files.txt: add or remove the lines that differ")
                    .isSorted()
                    .filteredOn(line -> !line.startsWith("lib/"))
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !List.of("files.txt", "jsconfig.json", Shell.FILE)
                                    .contains(name))
                            .toList());
        }
    }

    @Test
    void filesAreThereAndTheirBuildIsNamedAfterThem() {
        ConsoleFiles files = ConsoleFiles.load();

        assertThat(files.file("app.js")).isPresent();
        assertThat(files.file("lib/lit-html/lit-html.js")).isPresent();
        assertThat(files.file("../application.properties")).isEmpty();
        assertThat(files.buildId()).hasSize(16).isEqualTo(ConsoleFiles.load().buildId());
    }

    @Test
    void mediaTypeComesFromTheName() {
        byte[] content = "export {}".getBytes(StandardCharsets.UTF_8);

        assertThat(ConsoleFile.of("a/b.js", content).mediaType()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(ConsoleFile.of("b.css", content).mediaType()).isEqualTo("text/css; charset=utf-8");
    }
}
