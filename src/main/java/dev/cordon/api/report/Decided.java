package dev.cordon.api.report;

import dev.cordon.api.view.ReportedDateView;
import dev.cordon.api.view.ReportedHandOverView;
import java.util.List;

/** What a report tells beside what an incident shows: how its dates were planned and its lead handed over. */
public record Decided(List<ReportedDateView> dates, List<ReportedHandOverView> handOvers) {}
