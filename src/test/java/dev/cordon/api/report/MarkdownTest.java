package dev.cordon.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of others in Markdown: it reads as it was written and does nothing. */
class MarkdownTest {
    private static final int SEED = 20_260_302;
    private static final String ALPHABET = "\\`*_[]<>|~&{$@#-+=!.:)1aw/ \t\n\r\u2028\u202e";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0000',
            value = {
                "<img src=x onerror=alert(1)>¦\\<img src=x onerror=alert(1)\\>",
                "[click](javascript:alert(1))¦\\[click\\](javascript:alert(1))",
                "![x](https://evil.example/p.png)¦!\\[x\\](https\\://evil.example/p.png)",
                "www.evil.example¦www\\.evil.example",
                "a | b¦a \\| b",
                "already \\| escaped¦already \\\\\\| escaped",
                "`code` *em* **strong** ~~gone~~¦\\`code\\` \\*em\\* \\*\\*strong\\*\\* \\~\\~gone\\~\\~",
                "_em_ but snake_case¦\\_em\\_ but snake_case",
                "&lt;b&gt;¦\\&lt;b\\&gt;",
                "# heading¦\\# heading",
                "- item¦\\- item",
                "1. item¦1\\. item",
                "12) item¦12\\) item",
                "7.¦7\\.",
                "9.8 of 10¦9.8 of 10",
                "=== rule¦\\=== rule",
                "{: .class} $x$ @all¦\\{: .class} \\$x\\$ \\@all",
                "CVSS:3.1/AV:N and 19:00:00.001¦CVSS:3.1/AV:N and 19:00:00.001",
            })
    void textOfOthersIsNotRead(String written, String escaped) {
        assertThat(Markdown.escaped(written)).isEqualTo(escaped);
    }

    @Test
    void linesBecomeOneAndNothingTurnsTheDirectionOfWriting() {
        assertThat(Markdown.escaped(" one\r\n\r\n## two\u2028three\u202egnp.exe\u0000\tfour "))
                .isEqualTo("one ## two three gnp.exe four");
    }

    @Test
    void generatedTextNeverLeavesItsCell() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            String hostile = IntStream.range(0, random.nextInt(30))
                    .mapToObj(at -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                    .collect(Collectors.joining());

            Markdown markdown = new Markdown();
            markdown.table(List.of("One", "Two"), List.of(List.of(hostile, "x"), Arrays.asList(null, hostile)));

            List<String> lines = markdown.text().lines().toList();
            assertThat(lines).as("seed %d, round %d", SEED, i).hasSize(4);
            for (String line : lines.subList(2, 4)) {
                String bare = line.replaceAll("\\\\[^A-Za-z0-9\\s]", "·");
                assertThat(bare.chars().filter(character -> character == '|').count())
                        .as(line)
                        .isEqualTo(3);
                assertThat(bare)
                        .as(line)
                        .doesNotContainPattern("[\\\\`*\\[\\]<>~&{$@]")
                        .doesNotContain("://", "www.");
            }
        }
    }

    @Test
    void everyPartIsAParagraphOfItsOwn() {
        Markdown markdown = new Markdown();

        markdown.heading(2, "Why | what");
        markdown.sentence("# Not a heading.");
        markdown.list(List.of("- one", "two"));

        assertThat(markdown.text()).isEqualTo("## Why \\| what\n\n\\# Not a heading.\n\n- \\- one\n- two\n");
    }
}
