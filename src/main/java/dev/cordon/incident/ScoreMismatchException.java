package dev.cordon.incident;

import dev.cordon.access.DomainException;
import java.math.BigDecimal;

/** The score a client sent is not the one its vector gives. */
public final class ScoreMismatchException extends DomainException {
    ScoreMismatchException(BigDecimal sent, BigDecimal computed, String vector) {
        super("The score sent is " + sent + ", but " + vector + " gives " + computed
                + ". Send no score, or correct the vector.");
    }
}
