package dev.cordon.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Holds an exported log against itself and against signed heads, without a database. The first place where the log does not
 * hold ends the walk: what comes after it proves nothing.
 */
public final class AuditVerifier {
    private final TrustedHeads heads;
    private final List<String> findings = new ArrayList<>();
    private ChainLink end = ChainLink.BEGINNING;
    private Optional<SignedHead> agreed = Optional.empty();
    private boolean unbroken = true;

    private AuditVerifier(TrustedHeads heads) {
        this.heads = heads;
        this.findings.addAll(heads.faults());
    }

    /**
     * Verifies a log.
     *
     * @param log its lines in the order of positions, one row each
     * @param heads the lines of one or more heads files, in any order
     */
    static Verdict verify(Iterator<String> log, Iterator<String> heads, PublicKeys keys) {
        AuditVerifier verifier = new AuditVerifier(TrustedHeads.read(heads, keys));
        verifier.walk(log);
        return new Verdict(List.copyOf(verifier.findings), verifier.remarks());
    }

    private void walk(Iterator<String> log) {
        compareWithHeads();
        while (unbroken && log.hasNext()) {
            follow(log.next(), log);
        }
        if (unbroken) {
            heads.newestAfter(end.position()).ifPresent(this::findTruncation);
        }
    }

    private void follow(String line, Iterator<String> rest) {
        long position = end.position() + 1;
        try {
            ExportedRow exported = ExportedRow.parse(line);
            if (exported.claimed().position() != position) {
                breakOff(misplaced(position, exported.claimed().position(), rest));
                return;
            }
            end = end.next(exported.row());
            if (!end.equals(exported.claimed())) {
                breakOff("Row " + position
                        + " was edited, or a row before it was exchanged: its hash does not follow from its"
                        + " content and the hash before it.");
                return;
            }
            compareWithHeads();
        } catch (IllegalArgumentException | UnreadableLineException unreadable) {
            breakOff("Row " + position + " cannot be read, so it was edited: " + unreadable.getMessage() + ".");
        }
    }

    private void compareWithHeads() {
        for (SignedHead head : heads.at(end.position())) {
            if (!head.hash().equals(end.hash())) {
                breakOff("The log was rewritten: " + TrustedHeads.describe(head)
                        + ", has another hash. The first exchanged row is" + " one of " + (agreedPosition() + 1)
                        + " to " + end.position() + ".");
                return;
            }
            agreed = Optional.of(head);
        }
    }

    private String misplaced(long expected, long found, Iterator<String> rest) {
        if (found < expected) {
            return "Rows are out of order from position " + expected + " on: row " + found + " stands there again.";
        }
        while (rest.hasNext()) {
            if (isAt(expected, rest.next())) {
                return "Rows are out of order from position " + expected + " on: row " + found
                        + " stands there, and row " + expected + " comes later.";
            }
        }
        return found == expected + 1
                ? "Row " + expected + " was deleted: row " + found + " stands in its place."
                : "Rows " + expected + " to " + (found - 1) + " were deleted: row " + found + " stands in their place.";
    }

    private static boolean isAt(long position, String line) {
        try {
            return ExportedRow.parse(line).claimed().position() == position;
        } catch (UnreadableLineException unreadable) {
            return false;
        }
    }

    private void findTruncation(SignedHead head) {
        breakOff("The log was truncated: it ends at position " + end.position() + ", but " + TrustedHeads.describe(head)
                + ", shows that it had " + head.position() + " rows. Rows " + (end.position() + 1) + " to "
                + head.position() + " are missing.");
    }

    private void breakOff(String finding) {
        findings.add(finding);
        unbroken = false;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        agreed.ifPresent(head -> remarks.add("Rows 1 to " + head.position() + " are as they were when "
                + TrustedHeads.describe(head) + ", was made."));
        long unsigned = end.position() - agreedPosition();
        if (unbroken && unsigned > 0) {
            remarks.add("Warning: " + unsigned + (unsigned == 1 ? " row" : " rows")
                    + " after that are chained but not signed: a newer head would cover them.");
        }
        return remarks;
    }

    private long agreedPosition() {
        return agreed.map(SignedHead::position).orElse(0L);
    }
}
