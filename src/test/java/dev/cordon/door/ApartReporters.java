package dev.cordon.door;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Cordon with one address for those who sign in and another for reporters. */
public class ApartReporters implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cordon.public-url", "https://cordon.example.org",
                "cordon.reporter-url", "https://Report.example.org:443/");
    }
}
