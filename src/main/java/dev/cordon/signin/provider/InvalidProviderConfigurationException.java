package dev.cordon.signin.provider;

/** Cordon cannot let people of an identity provider in as it is configured. It refuses to start. */
public final class InvalidProviderConfigurationException extends RuntimeException {
    InvalidProviderConfigurationException(String problem) {
        super("Cordon refuses to start: " + problem);
    }
}
