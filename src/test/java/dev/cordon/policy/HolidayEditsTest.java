package dev.cordon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the committee decides about holidays, on top of what a file says by then. */
class HolidayEditsTest {
    private static final String NEW_YEAR = "2027-01-01";
    private static final String MAY_DAY = "2027-05-01";
    private static final String CHRISTMAS = "2027-12-25";

    private final Calendar written = Calendars.mondayToFriday("UTC", NEW_YEAR, CHRISTMAS);

    @Test
    void withoutAnyTheCalendarIsAsWritten() {
        assertThat(HolidayEdits.NONE.on(written)).isEqualTo(written);
        assertThat(HolidayEdits.NONE.reaching(written.holidays(), written)).isEqualTo(HolidayEdits.NONE);
    }

    @Test
    void theyReachExactlyTheListThatWasGiven() {
        HolidayEdits edits = HolidayEdits.NONE.reaching(dates(NEW_YEAR, MAY_DAY), written);

        assertThat(edits.on(written).holidays()).isEqualTo(dates(NEW_YEAR, MAY_DAY));
        assertThat(edits.on(written).zone()).isEqualTo(written.zone());
        assertThat(edits.reaching(dates(CHRISTMAS), written).on(written).holidays())
                .isEqualTo(dates(CHRISTMAS));
    }

    @Test
    void aDateTheFileNamesLaterIsAHolidayAndOneItNoLongerNamesIsNone() {
        HolidayEdits edits = HolidayEdits.NONE.reaching(dates(NEW_YEAR, CHRISTMAS, MAY_DAY), written);

        assertThat(edits.on(Calendars.mondayToFriday("UTC", "2028-01-01")).holidays())
                .isEqualTo(dates("2028-01-01", MAY_DAY));
    }

    @Test
    void whatWasDecidedAboutADateStaysDecidedWhateverTheFileSays() {
        HolidayEdits edits = HolidayEdits.NONE.reaching(dates(NEW_YEAR, MAY_DAY), written);
        Calendar later = Calendars.mondayToFriday("UTC", MAY_DAY, CHRISTMAS);

        assertThat(edits.on(later).holidays()).isEqualTo(dates(MAY_DAY));
        HolidayEdits further = edits.reaching(dates(MAY_DAY, "2028-01-01"), later);
        assertThat(further.on(written).holidays()).isEqualTo(dates(NEW_YEAR, MAY_DAY, "2028-01-01"));
    }

    @Test
    void aCalendarIsNamedByWhatItSaysAndNotByItsId() {
        assertThat(written.version())
                .isEqualTo(new Calendar("other", written.zone(), written.days(), written.holidays()).version())
                .isNotEqualTo(written.with(dates(NEW_YEAR)).version())
                .isNotEqualTo(Calendars.mondayToFriday("Asia/Tokyo", NEW_YEAR, CHRISTMAS)
                        .version());
    }

    private static Set<LocalDate> dates(String... dates) {
        return Arrays.stream(dates).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
