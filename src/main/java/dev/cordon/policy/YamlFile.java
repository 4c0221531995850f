package dev.cordon.policy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The text of a policy file and where it came from: one YAML document of at most {@value #LARGEST_BYTES} bytes, without
 * anchors and aliases, so that what is written is what is meant, once.
 */
record YamlFile(PolicySource place, String text) {
    static final int LARGEST_BYTES = 1_000_000;

    /** The document's root; an {@link InvalidPolicyException} if it is not such a text. */
    YamlValue root() {
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            throw refusal(1, 1, "the text is larger than allowed: " + LARGEST_BYTES + " bytes");
        }
        try {
            yaml().parse(new StringReader(text)).forEach(new Structure()::admit);
            Node node = yaml().compose(new StringReader(text));
            if (node == null) {
                throw refusal(1, 1, "the text is empty; allowed: a mapping with policies or calendars");
            }
            return new YamlValue(place, "", node);
        } catch (YAMLException notYaml) {
            throw refusal(notYaml);
        }
    }

    /** What of YAML's structure has been seen so far. */
    private final class Structure {
        private boolean documentSeen;

        void admit(Event event) {
            if (event instanceof NodeEvent node && node.getAnchor() != null) {
                throw refusal(
                        event.getStartMark(), "\"" + node.getAnchor() + "\": anchors and aliases are not allowed");
            }
            if (event instanceof DocumentStartEvent) {
                if (documentSeen) {
                    throw refusal(event.getStartMark(), "a second document begins; one is allowed");
                }
                documentSeen = true;
            }
        }
    }

    private InvalidPolicyException refusal(YAMLException notYaml) {
        if (notYaml instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return refusal(marked.getProblemMark(), "this is not YAML: " + marked.getProblem());
        }
        if (notYaml instanceof ReaderException unreadable) {
            String before = text.substring(0, text.offsetByCodePoints(0, unreadable.getPosition()));
            int line =
                    (int) before.chars().filter(character -> character == '\n').count() + 1;
            String word = String.format("U+%04X", unreadable.getCodePoint());
            return refusal(line, before.length() - before.lastIndexOf('\n'), word + " is not allowed in YAML");
        }
        return refusal(1, 1, "this is not YAML: " + notYaml.getMessage());
    }

    private InvalidPolicyException refusal(Mark mark, String problem) {
        return refusal(mark.getLine() + 1, mark.getColumn() + 1, problem);
    }

    private InvalidPolicyException refusal(int line, int column, String problem) {
        return new InvalidPolicyException(place + ":" + line + ":" + column + ": " + problem);
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
