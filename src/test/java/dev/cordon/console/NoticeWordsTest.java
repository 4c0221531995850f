package dev.cordon.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.notice.Channel;
import dev.cordon.notice.NoticeKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console offers the kinds and channels that the API knows, and no other. */
class NoticeWordsTest {
    private static final Pattern WORD = Pattern.compile("\\b([A-Z][A-Z_]+): \"");

    @Test
    void everyKindOfNoticeHasItsWords() throws IOException {
        assertThat(keysOf("NOTICE_KINDS")).containsExactlyInAnyOrderElementsOf(namesOf(NoticeKind.values()));
    }

    @Test
    void everyChannelHasItsWords() throws IOException {
        assertThat(keysOf("NOTICE_CHANNELS")).containsExactlyInAnyOrderElementsOf(namesOf(Channel.values()));
    }

    private static List<String> namesOf(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> keysOf(String words) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(NoticeWordsTest.class.getResourceAsStream("/console/notice-words.js"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String body = text.substring(text.indexOf("const " + words));
            return WORD.matcher(body.substring(0, body.indexOf("};")))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }
    }
}
