package dev.cordon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import dev.cordon.browser.Places.Place;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page with letters twice as large, on the narrowest window, in the colours of the system and without motion: nothing is lost. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReflowTest {
    private final Chromium chromium = Chromium.start();
    private final Places places = new Places();

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
    void nothingIsCutOffOrScrollsSideways(Place place) {
        try (Visitor visitor = places.visit(place, chromium)) {
            visitor.look(ColorScheme.LIGHT, 1280);
            visitor.enlarge(200);
            whole(visitor, place.name() + "-200-percent");
            visitor.look(ColorScheme.LIGHT, 640);
            whole(visitor, place.name() + "-200-percent-640");
            visitor.enlarge(100);
            visitor.look(ColorScheme.LIGHT, 320);
            whole(visitor, place.name() + "-320");

            visitor.page()
                    .emulateMedia(new Page.EmulateMediaOptions()
                            .setForcedColors(ForcedColors.ACTIVE)
                            .setReducedMotion(ReducedMotion.REDUCE));
            visitor.page().setViewportSize(1280, 900);
            visitor.picture(place.name() + "-forced-colours");
            assertThat(visitor.sidewaysScroll()).isZero();
            assertThat(visitor.motions()).as(place.name() + " moves").isEmpty();
        }
    }

    private static void whole(Visitor visitor, String name) {
        visitor.picture(name);
        assertThat(visitor.sidewaysScroll()).as(name).isZero();
        assertThat(visitor.cutOff()).as(name).isEmpty();
    }
}
