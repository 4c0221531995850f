package dev.cordon.api.lean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the console sends, read from its modules: constants of text, those they name put in. */
final class ConsoleDocuments {
    private static final Path CONSOLE = Path.of("src/main/resources/console");
    private static final Pattern CONSTANT = Pattern.compile("const ([A-Z_]+) =\\s*(?:`([^`]*)`|\"([^\"]*)\")");
    private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Z_]+)}");

    private ConsoleDocuments() {}

    static String of(String module, String constant) throws IOException {
        Map<String, String> constants = new HashMap<>();
        for (String each : new String[] {"incident-fields.js", module}) {
            Matcher matcher = CONSTANT.matcher(Files.readString(CONSOLE.resolve(each)));
            while (matcher.find()) {
                constants.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
            }
        }
        return put(constants.get(constant), constants);
    }

    private static String put(String text, Map<String, String> constants) {
        Matcher named = NAMED.matcher(text);
        return named.find()
                ? put(named.replaceAll(name -> Matcher.quoteReplacement(constants.get(name.group(1)))), constants)
                : text;
    }
}
