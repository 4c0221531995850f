package dev.cordon.incident;

import dev.cordon.access.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The embargo terms that vendors accept before they are shown content: the operator's words, and their version, which is
 * the beginning of their hash.
 */
@ApplicationScoped
public class EmbargoTerms {
    private static final int DIGITS = 12;

    private final String text;

    EmbargoTerms(@ConfigProperty(name = "cordon.embargo-terms") String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public String version() {
        return HexFormat.of().formatHex(Secret.sha256(text)).substring(0, DIGITS);
    }
}
