package dev.cordon.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that vouches for itself. Whoever is given its file as a trust store trusts it, and nobody else does.
 *
 * @param context for servers that show it
 */
public record OwnCertificate(Path store, SSLContext context) {
    private static final String PASSWORD = "for-tests";

    /** For the loopback address. */
    public static OwnCertificate ofThisMachine() {
        return of("san=ip:127.0.0.1");
    }

    /** For the name of another machine. */
    public static OwnCertificate ofSomebodyElse() {
        return of("san=dns:elsewhere.example");
    }

    /** An option that makes a Java process, or a native executable, trust this one alone. */
    public String trusted() {
        return "-Djavax.net.ssl.trustStore=" + store;
    }

    /** The option that goes along with {@link #trusted()}. */
    public String password() {
        return "-Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    private static OwnCertificate of(String names) {
        try {
            Path folder = Files.createTempDirectory("cordon-certificate");
            Path store = folder.resolve("store.p12");
            folder.toFile().deleteOnExit();
            store.toFile().deleteOnExit();
            draw(store, names);
            return new OwnCertificate(store, context(store));
        } catch (IOException | GeneralSecurityException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void draw(Path store, String names) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-dname",
                "CN=cordon-test",
                "-ext",
                names);
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
