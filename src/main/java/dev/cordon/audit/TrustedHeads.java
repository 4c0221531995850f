package dev.cordon.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The heads of a file whose signatures fit a known key, by position; and what is wrong with the others. */
final class TrustedHeads {
    private final PublicKeys keys;
    private final NavigableMap<Long, List<SignedHead>> byPosition = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private TrustedHeads(PublicKeys keys) {
        this.keys = keys;
    }

    static TrustedHeads read(Iterator<String> lines, PublicKeys keys) {
        TrustedHeads heads = new TrustedHeads(keys);
        for (int number = 1; lines.hasNext(); number++) {
            heads.read(number, lines.next());
        }
        if (heads.byPosition.isEmpty()) {
            heads.faults.add(
                    "There is no head with a good signature to hold the log against: truncation and rewriting could"
                            + " not be seen.");
        }
        return heads;
    }

    List<String> faults() {
        return faults;
    }

    /** The heads that were signed at a position; usually one or none. */
    Collection<SignedHead> at(long position) {
        return byPosition.getOrDefault(position, List.of());
    }

    /** The newest head beyond a position, if there is one. */
    Optional<SignedHead> newestAfter(long position) {
        return byPosition.isEmpty() || byPosition.lastKey() <= position
                ? Optional.empty()
                : Optional.of(byPosition.lastEntry().getValue().get(0));
    }

    private void read(int number, String line) {
        try {
            accept(number, SignedHead.parse(line));
        } catch (UnreadableLineException unreadable) {
            faults.add("Line " + number + " of the heads cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private void accept(int number, SignedHead head) {
        if (keys.confirm(head)) {
            byPosition
                    .computeIfAbsent(head.position(), position -> new ArrayList<>())
                    .add(head);
            return;
        }
        String fault = keys.know(head)
                ? "has a bad signature: it was changed, or somebody without the key made it"
                : "is signed with a key that was not given, " + head.keyId() + ": add that public key if you trust it";
        faults.add("The head at position " + head.position() + " (line " + number + " of the heads) " + fault + ".");
    }

    static String describe(SignedHead head) {
        return "the head at position " + head.position() + ", signed " + head.signedAt();
    }
}
