package dev.cordon.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of a policy file that describes one calendar. */
record CalendarSection(YamlMapping fields) {
    private static final List<String> KEYS = List.of("id", "zone", "days", "holidays");
    private static final List<DayOfWeek> WEEKDAYS = List.of(DayOfWeek.values());

    static CalendarSection of(YamlValue value) {
        return new CalendarSection(value.called("calendar", "id").mapping(KEYS));
    }

    YamlValue id() {
        return fields.required("id");
    }

    Calendar calendar() {
        return new Calendar(id().text(), zone(fields), days(fields), holidays());
    }

    static ZoneId zone(YamlMapping fields) {
        return fields.required("zone").parsed(ZoneId::of, "a time zone such as UTC or Europe/Prague");
    }

    static Set<DayOfWeek> days(YamlMapping fields) {
        return Set.copyOf(fields.required("days").someOf(WEEKDAYS));
    }

    private Set<LocalDate> holidays() {
        Set<LocalDate> dates = new HashSet<>();
        for (YamlValue item : fields.optional("holidays").map(YamlValue::items).orElse(List.of())) {
            LocalDate date = item.parsed(LocalDate::parse, "a date such as 2026-12-25");
            if (!Calendar.mayName(date)) {
                throw item.refusal("\"" + date + "\" is too far away; allowed: dates from 2000 to 2100");
            }
            if (!dates.add(date)) {
                throw item.refusal("\"" + date + "\" is named twice");
            }
            if (dates.size() > Calendar.MOST_HOLIDAYS) {
                throw item.refusal("there are too many; allowed: at most " + Calendar.MOST_HOLIDAYS + " holidays");
            }
        }
        return dates;
    }
}
