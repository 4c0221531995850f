package dev.cordon.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the console as it is sent: as it is, and compressed once.
 *
 * @param tag names exactly this content
 */
record ConsoleFile(String mediaType, byte[] plain, byte[] zipped, String tag) {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "svg", "image/svg+xml");

    /** @throws IllegalArgumentException if the ending of the name is not one of a console file */
    static ConsoleFile of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String mediaType = Optional.ofNullable(MEDIA_TYPES.get(ending))
                .orElseThrow(() -> new IllegalArgumentException("No media type is known for \"" + name + "\""));
        return new ConsoleFile(
                mediaType, content, zip(content), Digest.of(content).text());
    }

    private static byte[] zip(byte[] content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }
}
