package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.cordon.testing.GraphQL;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser of their own, at the console. */
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final String CUT_OFF = """
            () => {
              const isText = (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "";
              const scrolls = (element) => {
                for (let each = element; each; each = each.parentElement) {
                  if (/auto|scroll/.test(getComputedStyle(each).overflowX)) return true;
                }
                return false;
              };
              const isCut = (element) => {
                const style = getComputedStyle(element);
                if (style.visibility === "hidden" || element.closest(".sr, .skip, svg, .mini, .bar, input, textarea, select, [hidden]")) return false;
                if (!element.checkVisibility() || element.clientWidth === 0) return false;
                const tooWide = element.scrollWidth > element.clientWidth + 2;
                const tooHigh = element.scrollHeight > element.clientHeight + 2;
                if (/hidden|clip/.test(style.overflowX) && tooWide) return true;
                if (/hidden|clip/.test(style.overflowY) && tooHigh) return true;
                if (![...element.childNodes].some(isText)) return false;
                if (style.display !== "inline" && style.overflowX === "visible" && tooWide) return true;
                const range = document.createRange();
                range.selectNodeContents(element);
                const { left, right } = range.getBoundingClientRect();
                return (left < -1 || right > innerWidth + 1) && !scrolls(element);
              };
              const unseen = [...document.querySelectorAll(".sr")];
              unseen.forEach((each) => (each.style.display = "none"));
              const found = [...document.querySelectorAll("body *")].filter(isCut);
              unseen.forEach((each) => (each.style.display = ""));
              return found.map((element) => element.outerHTML.slice(0, 160));
            }
            """;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // A refusal of the API is not one of the page.
            if (List.of("error", "warning").contains(message.type())
                    && !message.text().contains("Failed to load")) {
                complaints.add(message.text());
            }
        });
    }

    /** A sample person, or nobody. */
    static Visitor as(@Nullable String handle, Chromium chromium) {
        return as(handle, chromium, new Browser.NewContextOptions().setViewportSize(1440, 1000));
    }

    static Visitor as(@Nullable String handle, Chromium chromium, Browser.NewContextOptions options) {
        if (options.timezoneId == null) {
            options.setTimezoneId("Europe/Berlin");
        }
        Visitor visitor = new Visitor(chromium.browser().newContext(options.setBaseURL(base())));
        if (handle != null) {
            visitor.signIn(handle);
        }
        return visitor;
    }

    static String base() {
        return "http://localhost:" + RestAssured.port;
    }

    void signIn(String handle) {
        String cookie = given().redirects()
                .follow(false)
                .post("/dev/sign-in?person=" + handle)
                .getCookie(GraphQL.COOKIE);
        context.addCookies(List.of(new Cookie(GraphQL.COOKIE, cookie).setUrl(base())));
    }

    /** Their session is over, without their knowing. */
    void loseSession() {
        context.clearCookies();
    }

    void offline(boolean offline) {
        context.setOffline(offline);
    }

    Visitor open(String path) {
        page.navigate(path);
        assertThat(page.locator("main h1").first()).isVisible();
        return this;
    }

    /** Changes what the page is looked at with. */
    void look(ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
    }

    Page page() {
        return page;
    }

    void sees(String text) {
        assertThat(page.locator("body")).containsText(text);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    Locator field(String label) {
        return page.getByLabel(label).first();
    }

    /** Errors of scripts and of the content security policy. */
    List<String> complaints() {
        return complaints;
    }

    /** What axe-core finds wrong for people who use the page otherwise than by sight and mouse. */
    List<String> barriers() {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(each ->
                                each.getId() + ": " + each.getNodes().get(0).getHtml() + " "
                                        + each.getNodes().get(0).getFailureSummary())
                        .toList();
    }

    /** How many pixels the page is wider than its window. */
    int sidewaysScroll() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Letters of this many per cent, as somebody sets them in their browser. */
    void enlarge(int percent) {
        page.evaluate("percent => document.documentElement.style.fontSize = percent + '%'", percent);
    }

    /** What hides part of its text, lets it run out of its box, or has it outside the window where no scrolling leads. */
    @SuppressWarnings("unchecked")
    List<String> cutOff() {
        return (List<String>) page.evaluate(CUT_OFF);
    }

    /** What moves for longer than one can see. */
    @SuppressWarnings("unchecked")
    List<String> motions() {
        return (List<String>) page.evaluate("() => document.getAnimations()"
                + ".filter(each => each.effect.getComputedTiming().duration > 1)"
                + ".map(each => each.effect.target.outerHTML.slice(0, 120))");
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
