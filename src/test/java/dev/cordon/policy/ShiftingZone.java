package dev.cordon.policy;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A zone whose offset tests change, as an update of the time zone data does: {@code Test/Shifting}. */
public final class ShiftingZone {
    public static final String ID = "Test/Shifting";
    private static volatile ZoneOffset offset = ZoneOffset.UTC;

    private ShiftingZone() {}

    /** Makes the zone known; its offset is none until it shifts. */
    public static void register() {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(ID)) {
            ZoneRulesProvider.registerProvider(new Provider());
        }
        shiftTo(0);
    }

    /** From now on the zone is, and always was, that many hours ahead. */
    public static void shiftTo(int hours) {
        offset = ZoneOffset.ofHours(hours);
    }

    private static final class Provider extends ZoneRulesProvider {
        @Override
        protected Set<String> provideZoneIds() {
            return Set.of(ID);
        }

        @Override
        protected ZoneRules provideRules(String zone, boolean forCaching) {
            // What may be cached would not shift.
            return forCaching ? null : offset.getRules();
        }

        @Override
        protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
            return new TreeMap<>(Map.of("test", offset.getRules()));
        }
    }
}
