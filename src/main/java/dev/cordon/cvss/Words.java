package dev.cordon.cvss;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The words of one version's metrics, read from {@code cvss/words-*.properties}. A modified base metric says what the one
 * it modifies says, of one environment.
 */
final class Words {
    private static final Map<CvssVersion, Words> BY_VERSION = new EnumMap<>(CvssVersion.class);

    static {
        for (CvssVersion version : CvssVersion.values()) {
            BY_VERSION.put(version, new Words(version));
        }
    }

    private final Properties words;
    private final List<MetricWords> metrics;

    private Words(CvssVersion version) {
        this.words = read(version == CvssVersion.V4_0 ? "/cvss/words-4.properties" : "/cvss/words-3.properties");
        this.metrics = Metrics.of(version).stream()
                .map(metric -> wordsOf(metric, version))
                .toList();
    }

    static Words of(CvssVersion version) {
        return BY_VERSION.get(version);
    }

    List<MetricWords> metrics() {
        return metrics;
    }

    MetricWords metric(String abbreviation) {
        return metrics.stream()
                .filter(metric -> metric.abbreviation().equals(abbreviation))
                .findFirst()
                .orElseThrow();
    }

    private MetricWords wordsOf(Metric metric, CvssVersion version) {
        return new MetricWords(
                metric.abbreviation(),
                name(metric.abbreviation()),
                MetricGroup.of(metric, version),
                metric.isMandatory(),
                metric.values().stream()
                        .map(value -> wordsOf(metric.abbreviation(), value))
                        .toList());
    }

    private String name(String abbreviation) {
        return isModified(abbreviation)
                ? "Modified " + decapitalised(name(modified(abbreviation)))
                : text(abbreviation);
    }

    private MetricWords.ValueWords wordsOf(String abbreviation, String value) {
        if (!isModified(abbreviation)) {
            String[] parts = text(abbreviation + "." + value).split(" \\| ", 2);
            return new MetricWords.ValueWords(value, parts[0], parts[1]);
        }
        if (value.equals(Metric.NOT_DEFINED)) {
            String sentence = "In this environment it is as the base metric says.";
            return new MetricWords.ValueWords(value, "Not defined", sentence);
        }
        MetricWords.ValueWords base = wordsOf(modified(abbreviation), value);
        String sentence = "In this environment: " + decapitalised(base.sentence());
        return new MetricWords.ValueWords(value, base.name(), sentence);
    }

    /** Whether the metric says anew, for one environment, what a base metric says. */
    private boolean isModified(String abbreviation) {
        return abbreviation.startsWith("M") && words.containsKey(modified(abbreviation));
    }

    private static String modified(String abbreviation) {
        return abbreviation.substring(1);
    }

    private String text(String key) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("There are no words for " + key);
        }
        return text;
    }

    static String decapitalised(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static Properties read(String resource) {
        Properties words = new Properties();
        try (InputStream stream = Words.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            words.load(reader);
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
