package dev.cordon.notice.channel;

import dev.cordon.notice.target.TargetRefusedException;
import java.util.concurrent.TimeoutException;

/** A try that did not succeed. It names why in one word of its own, never in those of the other side, which may say anything. */
public final class SendingException extends RuntimeException {
    public SendingException(String why) {
        super(why);
    }

    /** Why a try failed, in one word. */
    public static String reason(Throwable failure) {
        if (failure instanceof SendingException || failure instanceof TargetRefusedException) {
            return String.valueOf(failure.getMessage());
        }
        boolean late = failure instanceof TimeoutException || failure instanceof io.smallrye.mutiny.TimeoutException;
        return late ? "TIMEOUT" : failure.getClass().getSimpleName();
    }
}
