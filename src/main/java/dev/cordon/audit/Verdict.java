package dev.cordon.audit;

import java.util.List;

/**
 * What a verification found, in sentences for people.
 *
 * @param findings what speaks against the log; none if it is intact
 * @param remarks what was checked, and what could not be
 */
public record Verdict(List<String> findings, List<String> remarks) {
    public boolean isIntact() {
        return findings.isEmpty();
    }
}
