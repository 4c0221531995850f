package dev.cordon.notice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address mail can be sent to, written plainly: no name beside it, no quotes, no comment, no second address, and nothing that
 * could end a header. At most 254 characters of ASCII.
 */
@RegisterForReflection // Configuration finds of(String) by its name.
public record MailAddress(String text) {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    /** @throws InvalidMailAddressException if it has another form */
    public MailAddress {
        if (!isOne(text)) {
            throw new InvalidMailAddressException();
        }
    }

    /** For the reading of configuration. */
    public static MailAddress of(String text) {
        return new MailAddress(text.trim());
    }

    /** The address, or nothing for a text that is none: reporters write what they like. */
    public static Optional<MailAddress> in(String text) {
        return isOne(text.trim()) ? Optional.of(new MailAddress(text.trim())) : Optional.empty();
    }

    /** The part after the at sign. */
    public String domain() {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches() && !text.contains("..");
    }
}
