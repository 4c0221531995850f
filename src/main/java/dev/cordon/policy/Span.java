package dev.cordon.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a deadline in the unit of its source: "24 hours", "1 business day", "1 month".
 * The amount is from 1 to {@value #LARGEST_AMOUNT}; anything else is an {@link IllegalArgumentException}.
 */
public record Span(int amount, ClockUnit unit) {
    static final int LARGEST_AMOUNT = 10_000;

    private static final Pattern WORDS = Pattern.compile("(\\S+) (\\S.*)");

    public Span {
        if (amount < 1 || amount > LARGEST_AMOUNT) {
            throw new IllegalArgumentException(badAmount(String.valueOf(amount)));
        }
    }

    /** The span that {@code words} says, the inverse of {@link #toString()}; a plural with 1 is understood too. */
    public static Span parse(String words) {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + words + "\" is not an amount and a unit, such as \"24 hours\"");
        }
        ClockUnit unit = ClockUnit.called(matcher.group(2))
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + matcher.group(2) + "\" is not a unit; allowed: hours, days, business days, months"));
        return new Span(amount(matcher.group(1)), unit);
    }

    private static int amount(String digits) {
        if (!digits.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(badAmount(digits));
        }
        return Integer.parseInt(digits);
    }

    private static String badAmount(String amount) {
        return "\"" + amount + "\" is not an amount; allowed: whole numbers from 1 to " + LARGEST_AMOUNT;
    }

    @Override
    public String toString() {
        return amount + " " + unit.words(amount);
    }
}
