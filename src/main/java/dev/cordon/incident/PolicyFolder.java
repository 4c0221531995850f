package dev.cordon.incident;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder in which an operator keeps policies of their own: files named *.yaml or *.yml, at most {@value #MOST_FILES},
 * of {@value #MOST_BYTES} bytes in all. Names that begin with a dot are not looked at: a mounted ConfigMap keeps its
 * former and present contents there and shows them by links.
 */
record PolicyFolder(Path path) {
    static final int MOST_FILES = 100;
    static final int MOST_BYTES = 4_000_000;

    private static final String REMEDY =
            " Correct it, or unset cordon.policies.folder to go by the policies that come with Cordon.";

    /**
     * The text of each file by its path, in the order of their names.
     *
     * @throws UnusablePoliciesException if the folder or one of the files cannot be read, or if there is too much of it
     */
    Map<String, String> texts() {
        List<Path> files = files();
        if (files.size() > MOST_FILES) {
            throw refusal(path, "holds " + files.size() + " policy files; allowed: at most " + MOST_FILES + ".");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        long bytesLeft = MOST_BYTES;
        for (Path file : files) {
            bytesLeft -= size(file);
            if (bytesLeft < 0) {
                throw refusal(file, "is too large; allowed: " + MOST_BYTES + " bytes in all files of the folder.");
            }
            texts.put(file.toString(), text(file));
        }
        return texts;
    }

    private List<Path> files() {
        if (!Files.isDirectory(path)) {
            throw refusal(path, Files.exists(path) ? "is not a folder." : "is not there.");
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, PolicyFolder::isPolicyFile)) {
            entries.forEach(files::add);
        } catch (IOException failure) {
            throw refusal(path, "cannot be listed.");
        }
        return files.stream().sorted().toList();
    }

    private static boolean isPolicyFile(Path entry) {
        String name = String.valueOf(entry.getFileName());
        boolean named = name.endsWith(".yaml") || name.endsWith(".yml");
        return named && !name.startsWith(".") && !Files.isDirectory(entry);
    }

    private static long size(Path file) {
        try {
            // Nothing but a file has an end: whoever opens a pipe may wait for ever.
            if (Files.isRegularFile(file)) {
                return Files.size(file);
            }
        } catch (IOException failure) {
            // Refused below, like everything that is no readable file.
        }
        throw refusal(file, "is not a file, or a link to nothing.");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notUtf8) {
            throw refusal(file, "is not text in UTF-8.");
        } catch (IOException failure) {
            throw refusal(file, "cannot be read.");
        }
    }

    private static UnusablePoliciesException refusal(Path path, String problem) {
        return new UnusablePoliciesException(path + " " + problem + REMEDY);
    }
}
