package dev.cordon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.cordon.browser.Places.Place;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in light and dark, wide and narrow: no barrier, no sideways scroll, nothing the policy has to stop. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final int NARROWEST = 320;

    private final Chromium chromium = Chromium.start();
    private final Places places = new Places();

    @BeforeAll
    void needsABrowser() {
        assertThat(chromium.browser().isConnected()).isTrue();
    }

    @AfterAll
    void end() {
        Outbox.clear();
        chromium.close();
    }

    static List<Place> places() {
        return Places.all();
    }

    @ParameterizedTest
    @MethodSource("places")
    void pageIsForEverybody(Place place) {
        try (Visitor visitor = places.visit(place, chromium)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(WIDE, NARROW)) {
                    visitor.look(scheme, width);
                    check(visitor, place.name() + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
            visitor.look(ColorScheme.LIGHT, NARROWEST);
            assertThat(visitor.sidewaysScroll()).as(place.name() + " at 320").isZero();
            assertThat(visitor.complaints()).as(place.name()).isEmpty();
        }
    }

    private static void check(Visitor visitor, String name) {
        visitor.picture(name);
        assertThat(visitor.barriers()).as(name).isEmpty();
        assertThat(visitor.sidewaysScroll()).as(name).isZero();
    }
}
