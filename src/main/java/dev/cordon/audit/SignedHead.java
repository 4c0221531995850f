package dev.cordon.audit;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * The end of the chain at some time, signed: whoever keeps it can tell later whether the log up to there is still the same.
 *
 * @param position how many rows the chain had; 0 for an empty log
 * @param hash of the row at that position, in hexadecimal digits
 * @param keyId which key signed, see {@link PublicKeys#id}
 * @param signature Ed25519 over {@link #message}
 */
public record SignedHead(long position, String hash, Instant signedAt, String keyId, String signature) {
    private static final Set<String> NAMES = Set.of("position", "hash", "signed_at", "key_id", "signature");

    /** What is signed, as text that other tools can write too (docs/audit.md). */
    static byte[] message(ChainLink end, Instant signedAt, String keyId) {
        String text = String.join(
                        "\n",
                        "cordon-audit-head-v1",
                        String.valueOf(end.position()),
                        end.hash(),
                        signedAt.toString(),
                        keyId)
                + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] message() {
        return message(new ChainLink(position, hash), signedAt, keyId);
    }

    byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }

    /** One line for the heads file and the log. */
    public String line() {
        return Json.createObjectBuilder()
                .add("position", position)
                .add("hash", hash)
                .add("signed_at", signedAt.toString())
                .add("key_id", keyId)
                .add("signature", signature)
                .build()
                .toString();
    }

    /** @throws UnreadableLineException saying what is wrong with the line */
    static SignedHead parse(String line) {
        Map<String, JsonValue> head = JsonLine.parse(line, NAMES);
        try {
            return new SignedHead(
                    JsonLine.number(head, "position"),
                    JsonLine.text(head, "hash"),
                    Instant.parse(JsonLine.text(head, "signed_at")),
                    JsonLine.text(head, "key_id"),
                    JsonLine.text(head, "signature"));
        } catch (DateTimeParseException noInstant) {
            throw new UnreadableLineException("signed_at is no instant", noInstant);
        }
    }
}
