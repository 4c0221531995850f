package dev.cordon.door;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Cordon at an https address, behind a proxy that the tests are, with small budgets of requests. */
public class BehindAProxy implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cordon.public-url", "https://Cordon.example.org:443/",
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.trusted-proxies", "127.0.0.1,::1",
                "cordon.limits.anonymous.requests", "3",
                "cordon.limits.anonymous.per", "1H",
                "cordon.limits.caller.requests", "5",
                "cordon.limits.caller.per", "1H",
                "cordon.limits.address.requests", "12",
                "cordon.limits.address.per", "1H",
                "cordon.limits.report.requests", "2");
    }
}
