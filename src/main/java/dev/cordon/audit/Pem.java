package dev.cordon.audit;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The blocks of a PEM file, as {@code openssl} writes it. */
final class Pem {
    private Pem() {}

    /**
     * The contents of every block with this label, such as {@code PRIVATE KEY}.
     *
     * @throws IllegalArgumentException if one is not base64
     */
    static List<byte[]> blocks(String text, String label) {
        Pattern block = Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----");
        return block.matcher(text)
                .results()
                .map(match -> Base64.getDecoder().decode(match.group(1).replaceAll("\\s", "")))
                .toList();
    }
}
