package dev.cordon.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The browser of this machine, if it has one: named by {@code CONSOLE_BROWSER}, or where systems put it. */
final class Chromium implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Chromium.class);
    private static final List<String> WELL_KNOWN = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final String NONE =
            "No Chromium or Chrome found; set CONSOLE_BROWSER=/path/to/chrome or install chromium."
                    + " Browser tests skipped.";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // Continuous integration runs as root, where Chromium refuses to start with its sandbox.
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Starts it. Without one, tests are skipped here and fail under continuous integration, which must not go green so. */
    static Chromium start() {
        Optional<Path> executable = Stream.concat(
                        Stream.ofNullable(System.getenv("CONSOLE_BROWSER")), WELL_KNOWN.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                fail("CI has no browser. Install chromium, or set CONSOLE_BROWSER.");
            }
            LOG.warn(NONE);
            assumeTrue(false, NONE);
        }
        return new Chromium(executable.orElseThrow());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
