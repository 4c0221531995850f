package dev.cordon.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.json.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider on a port of its own: discovery, keys, the code flow with PKCE, signed tokens. It signs whoever it is
 * told to in at once, without asking for a password.
 */
public final class OpenIdServer implements QuarkusTestResourceLifecycleManager {
    public static final String CLIENT = "cordon";
    public static final String SECRET = "a-client-secret-of-more-than-32-characters";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Starts Cordon with this provider, and with roles for its groups. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OpenIdServer.class));
        }
    }

    private record Visit(String redirectUri, String nonce, String challenge) {}

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private HttpServer server;
    private String keyId = "first";
    private KeyPair keys = newKeys();
    private JwtClaimsBuilder visitor = Jwt.claims();
    private @Nullable String replayedNonce;

    @Override
    public Map<String, String> start() {
        startAt(0);
        return configuration(url());
    }

    /** Starts on this port; 0 is any. */
    public void startAt(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/jwks", this::keySet);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    /** What tells Cordon of a provider at this address. */
    public static Map<String, String> configuration(String url) {
        return Map.of(
                "quarkus.oidc.tenant-enabled", "true",
                "quarkus.oidc.auth-server-url", url,
                "quarkus.oidc.client-id", CLIENT,
                "quarkus.oidc.credentials.secret", SECRET,
                "quarkus.oidc.token.forced-jwk-refresh-interval", "0S",
                "cordon.oidc.role-claim", "realm_access/roles",
                "cordon.oidc.roles", "team=COMMITTEE,developers=RESPONDER,auditors=AUDITOR,admins=ADMINISTRATOR");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(OpenIdServer.class));
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The claims of a good token for somebody with these groups. */
    public JwtClaimsBuilder claims(String subject, String... groups) {
        long now = Instant.now().getEpochSecond();
        return Jwt.claims()
                .issuer(url())
                .subject(subject)
                .audience(CLIENT)
                .claim("preferred_username", subject)
                .claim("name", "Somebody " + subject)
                .claim("realm_access", Map.of("roles", List.of(groups)))
                .issuedAt(now)
                .expiresAt(now + 300);
    }

    /** Signs them with the present key. */
    public String sign(JwtClaimsBuilder claims) {
        return sign(claims, keyId, keys);
    }

    public static String sign(JwtClaimsBuilder claims, String keyId, KeyPair keys) {
        return claims.jws().keyId(keyId).algorithm(SignatureAlgorithm.RS256).sign(keys.getPrivate());
    }

    public String keyId() {
        return keyId;
    }

    /** From now on another key signs, and is the only one that is published. */
    public void rotateKey() {
        keyId = UUID.randomUUID().toString();
        keys = newKeys();
    }

    /** Whoever comes by browser from now on is this person. */
    public void expect(JwtClaimsBuilder claims) {
        visitor = claims;
    }

    /** From now on every ID token carries this nonce, as one of another visit would; none for the right one. */
    public void replayNonce(@Nullable String nonce) {
        replayedNonce = nonce;
    }

    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void discovery(HttpExchange exchange) throws IOException {
        String document = Json.createObjectBuilder()
                .add("issuer", url())
                .add("authorization_endpoint", url() + "/authorize")
                .add("token_endpoint", url() + "/token")
                .add("jwks_uri", url() + "/jwks")
                .add("response_types_supported", Json.createArrayBuilder(List.of("code")))
                .add("subject_types_supported", Json.createArrayBuilder(List.of("public")))
                .add("id_token_signing_alg_values_supported", Json.createArrayBuilder(List.of("RS256")))
                .add("code_challenge_methods_supported", Json.createArrayBuilder(List.of("S256")))
                .build()
                .toString();
        answer(exchange, 200, document);
    }

    private void keySet(HttpExchange exchange) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        String document = Json.createObjectBuilder()
                .add(
                        "keys",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kty", "RSA")
                                        .add("use", "sig")
                                        .add("alg", "RS256")
                                        .add("kid", keyId)
                                        .add("n", base64(key.getModulus()))
                                        .add("e", base64(key.getPublicExponent()))))
                .build()
                .toString();
        answer(exchange, 200, document);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !asked.getOrDefault("scope", "").contains("openid")) {
            answer(exchange, 400, "{\"error\": \"invalid_request\"}");
            return;
        }
        String code = UUID.randomUUID().toString();
        visits.put(code, new Visit(asked.get("redirect_uri"), asked.get("nonce"), asked.get("code_challenge")));
        String state = URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + state);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Visit visit = visits.remove(asked.getOrDefault("code", ""));
        String client =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (visit == null
                || !client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !visit.redirectUri.equals(asked.get("redirect_uri"))
                || !visit.challenge.equals(sha256(asked.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String idToken = sign(visitor.claim("nonce", replayedNonce == null ? visit.nonce : replayedNonce));
        answer(
                exchange,
                200,
                Json.createObjectBuilder()
                        .add("id_token", idToken)
                        .add("access_token", idToken)
                        .add("token_type", "Bearer")
                        .add("expires_in", 300)
                        .build()
                        .toString());
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
