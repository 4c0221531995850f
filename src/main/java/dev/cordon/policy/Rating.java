package dev.cordon.policy;

import dev.cordon.cvss.Severity;
import java.time.Instant;

/** The severity an incident has from an instant on, until the next rating. */
public record Rating(Severity severity, Instant at) {}
