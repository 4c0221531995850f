package dev.cordon.policy;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a policy file, knowing its file, its path ("policy x, milestone y, until") and its place in the text.
 * Each way of reading it throws an {@link InvalidPolicyException} if it is something else.
 */
record YamlValue(PolicySource file, String path, Node node) {

    String text() {
        return scalar(Set.of(Tag.STR), "text, in quotes if it looks like a number, a date, true or false");
    }

    boolean flag() {
        return switch (scalar(Set.of(Tag.BOOL), "true or false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal("allowed: true or false");
        };
    }

    /** A text or date that {@code parser} understands; {@code allowed} describes what it does. */
    <T> T parsed(Function<String, T> parser, String allowed) {
        String text = scalar(Set.of(Tag.STR, Tag.TIMESTAMP), allowed + ", as text");
        try {
            return parser.apply(text);
        } catch (DateTimeException misunderstood) {
            throw refusal("\"" + text + "\" is not understood; allowed: " + allowed);
        }
    }

    Span span() {
        String text = text();
        try {
            return Span.parse(text);
        } catch (IllegalArgumentException misunderstood) {
            throw refusal(misunderstood.getMessage());
        }
    }

    <E extends Enum<E>> E oneOf(Collection<E> allowed) {
        String text = text();
        return allowed.stream()
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refusal("\"" + text + "\" is unknown; allowed: " + words(allowed)));
    }

    /** A list of at least one word, none of them twice, in the order of the file. */
    <E extends Enum<E>> List<E> someOf(Collection<E> allowed) {
        Set<E> words = new LinkedHashSet<>();
        for (YamlValue item : items()) {
            if (!words.add(item.oneOf(allowed))) {
                throw item.refusal("\"" + item.text() + "\" is named twice");
            }
        }
        if (words.isEmpty()) {
            throw refusal("the list is empty; allowed: some of " + words(allowed));
        }
        return List.copyOf(words);
    }

    List<YamlValue> items() {
        if (node instanceof SequenceNode sequence && Tag.SEQ.equals(node.getTag())) {
            return sequence.getValue().stream()
                    .map(item -> new YamlValue(file, path, item))
                    .toList();
        }
        throw refusal(shown() + " is not allowed here; allowed: a list");
    }

    YamlMapping mapping(List<String> allowedKeys) {
        if (node instanceof MappingNode mapping && Tag.MAP.equals(node.getTag())) {
            return YamlMapping.of(this, mapping, allowedKeys);
        }
        throw refusal(
                shown() + " is not allowed here; allowed: a mapping with the keys " + String.join(", ", allowedKeys));
    }

    /** The same value with its name on the path, as found under {@code key} if it is there. */
    YamlValue called(String label, String key) {
        return new YamlValue(file, join(path, label + YamlMapping.peek(node, key)), node);
    }

    YamlValue at(String step, Node child) {
        return new YamlValue(file, join(path, step), child);
    }

    InvalidPolicyException refusal(String problem) {
        Mark mark = node.getStartMark();
        String subject = path.isEmpty() ? "" : path + ": ";
        return new InvalidPolicyException(
                file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": " + subject + problem);
    }

    private String scalar(Set<Tag> tags, String allowed) {
        if (node instanceof ScalarNode scalar
                && tags.contains(node.getTag())
                && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw refusal(shown() + " is not allowed here; allowed: " + allowed);
    }

    private String shown() {
        return node instanceof ScalarNode scalar ? "\"" + scalar.getValue() + "\"" : "a " + node.getNodeId();
    }

    private static String join(String path, String step) {
        return path.isEmpty() ? step : path + ", " + step;
    }

    private static String words(Collection<? extends Enum<?>> allowed) {
        return allowed.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
