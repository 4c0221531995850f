package dev.cordon.leak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that came back from one request. */
record Answer(int status, Map<String, List<String>> headers, String body) {
    private static final String REFERENCE = "INC-[0-9A-Z]{6}";

    /** Status, headers and body as one text. */
    String everything() {
        return status + "\n" + headers + "\n\n" + body;
    }

    /** The same with what differs between any two requests masked: the date, and the words of the request that come back. */
    String comparable(Iterable<String> sent) {
        Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.putAll(headers);
        kept.remove("date");
        String text = (status + "\n" + kept + "\n\n" + body).replaceAll(REFERENCE, "INC-??????");
        for (String word : sent) {
            text = text.replace(word, "?");
        }
        return text;
    }
}
