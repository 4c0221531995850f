package dev.cordon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.cordon.testing.AnIncident;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What comes out of the printer: every page of it says how far it may go. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private final Chromium chromium = Chromium.start();

    @AfterAll
    void end() {
        chromium.close();
    }

    @Test
    void everyPageOfAnIncidentSaysHowFarItMayGo() throws IOException {
        AnIncident incident = AnIncident.reported().hoursAgo(30).open();
        for (int i = 0; i < 30; i++) {
            incident.then("addNote", "body", "Note number " + i);
        }
        List<String> pages = printed("incident", "/console/incidents/" + incident.reference(), ".log .ev");

        assertThat(pages)
                .hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(page)
                        .contains("TLP:AMBER+STRICT. Private. Do not forward.")
                        .contains(" of " + pages.size()));
        assertThat(String.join(" ", pages))
                .contains(incident.reference() + ", printed by Maya Lindqvist", "Request smuggling in the proxy")
                .doesNotContain("Sign out", "Record something else");
    }

    @Test
    void aRestrictedIncidentIsForThoseNamedAlone() throws IOException {
        AnIncident incident = AnIncident.reported().open().then("restrictIncident", "restricted", true);

        assertThat(printed("incident-restricted", "/console/incidents/" + incident.reference(), ".log .ev"))
                .allSatisfy(page -> assertThat(page)
                        .contains("TLP:RED. For those named alone.")
                        .doesNotContain("AMBER"));
    }

    @Test
    void theQueueSaysHowFarItMayGo() throws IOException {
        String mark = UUID.randomUUID().toString();
        AnIncident incident = AnIncident.reported().titled("On paper " + mark).open();
        List<String> pages = printed("queue", "/console/queue?text=" + mark, "a.row");

        assertThat(pages).allSatisfy(page -> assertThat(page).contains("TLP:AMBER+STRICT. Private."));
        assertThat(String.join(" ", pages)).contains(incident.reference(), "The queue, printed by Maya Lindqvist");
    }

    private List<String> printed(String name, String path, String content) throws IOException {
        Path file = FOLDER.resolve(name + ".pdf");
        Files.createDirectories(FOLDER);
        try (Visitor maya = Visitor.as("maya", chromium).open(path)) {
            maya.look(ColorScheme.DARK, 1440);
            assertThat(maya.page().locator(content).first()).isVisible();
            maya.page()
                    .pdf(new Page.PdfOptions()
                            .setPath(file)
                            .setFormat("A4")
                            .setPreferCSSPageSize(true)
                            .setPrintBackground(true));
        }
        return textOf(file);
    }

    private static List<String> textOf(Path file) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }
}
