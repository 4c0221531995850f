package dev.cordon.leak;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The committed matrix, {@code leak-matrix.txt}; its own head says how it is read. */
final class Matrix {
    static final Path FILE = Path.of("src", "test", "resources", "leak-matrix.txt");
    static final String NONE = "-";
    private static final String GAP = "\\s{2,}";

    private final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();

    static Matrix read() {
        Matrix matrix = new Matrix();
        Map<String, List<String>> section = new LinkedHashMap<>();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                section =
                        matrix.sections.computeIfAbsent(line.replaceAll("[\\[\\]]", ""), name -> new LinkedHashMap<>());
                continue;
            }
            List<String> cells = List.of(line.split(GAP));
            if (section.put(cells.get(0), cells.subList(1, cells.size())) != null) {
                throw new AssertionError(FILE + " lists \"" + cells.get(0) + "\" twice.");
            }
        }
        return matrix;
    }

    private static List<String> lines() {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new AssertionError(FILE + " cannot be read", failure);
        }
    }

    /** What must be listed and is not, and what is listed and no longer there, as an instruction; empty if all is well. */
    String difference(String section, Collection<String> live, String cells) {
        Set<String> missing = new TreeSet<>(live);
        missing.removeAll(names(section));
        Set<String> gone = new TreeSet<>(names(section));
        gone.removeAll(live);
        return told("Add to [" + section + "] of " + FILE + ", with who may get it:", missing, cells)
                + told("Take out of [" + section + "] of " + FILE + ":", gone, "");
    }

    private static String told(String what, Set<String> names, String cells) {
        return names.isEmpty()
                ? ""
                : what + names.stream().map(name -> "\n" + name + "  " + cells).collect(joining()) + "\n";
    }

    Set<String> names(String section) {
        return lines(section).keySet();
    }

    /** The audiences a line names; none for {@code -}. */
    Set<String> audiences(String section, String name) {
        return words(cells(section, name).get(0));
    }

    /** The cells of a line after its name. */
    List<String> cells(String section, String name) {
        List<String> cells = lines(section).get(name);
        if (cells == null || cells.isEmpty()) {
            throw new AssertionError("[" + section + "] of " + FILE + " needs a line for \"" + name + "\".");
        }
        return cells;
    }

    /** What a caller is for an incident in this state. */
    Set<String> audiences(String caller, State state) {
        return words(cells("callers", caller).get(1 + state.ordinal()));
    }

    /** What a caller is wherever no incident matters. */
    Set<String> anywhere(String caller) {
        return words(cells("callers", caller).get(0));
    }

    /** Everything a caller is for some incident or none. */
    Set<String> everything(String caller) {
        Set<String> all = new HashSet<>(anywhere(caller));
        for (State state : State.values()) {
            all.addAll(audiences(caller, state));
        }
        return all;
    }

    private Map<String, List<String>> lines(String section) {
        return sections.getOrDefault(section, Map.of());
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.equals(NONE)).collect(toCollection(TreeSet::new));
    }
}
