package dev.cordon.incident;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What people call an incident by: {@code INC-} and six random Crockford base32 characters, never sequential, so that a
 * reference says nothing about how many there are.
 *
 * @see <a href="https://www.crockford.com/base32.html">Crockford's base 32</a>
 */
public record Reference(String text) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;
    private static final Pattern FORM = Pattern.compile("INC-[" + DIGITS + "]{" + LENGTH + "}");

    /**
     * @throws InvalidReferenceException if the text is not of that form
     */
    public Reference {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidReferenceException(text);
        }
    }

    static Reference random(RandomGenerator random) {
        StringBuilder text = new StringBuilder("INC-");
        for (int i = 0; i < LENGTH; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new Reference(text.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
