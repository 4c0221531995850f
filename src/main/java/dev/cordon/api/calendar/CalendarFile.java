package dev.cordon.api.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Classification;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import dev.cordon.door.PublicUrl;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;

/** Deadlines as a file of the form iCalendar (RFC 5545), all times in UTC. */
@ApplicationScoped
@RegisterResourceBundle(bundleName = "biweekly/messages")
class CalendarFile {
    private static final int[] ALARMS = {24, 2};

    private final PublicUrl url;

    CalendarFile(PublicUrl url) {
        this.url = url;
    }

    String text(DeadlineReader.Found found) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Cordon//Deadlines//EN");
        calendar.setName("Cordon deadlines");
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        found.deadlines().forEach(deadline -> calendar.addEvent(event(deadline, found.at())));
        return Biweekly.write(calendar).go();
    }

    private VEvent event(Deadline deadline, Instant now) {
        VEvent event = new VEvent();
        event.setUid(deadline.milestone() + "@cordon");
        event.setSequence(deadline.moves());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(deadline.dueAt()), true);
        event.setSummary(deadline.summary());
        event.setClassification(Classification.private_());
        event.setTransparency(Transparency.transparent());
        event.setUrl(url.to("/console/incidents/" + deadline.reference()));
        for (int hours : ALARMS) {
            Duration before = Duration.builder().prior(true).hours(hours).build();
            event.addAlarm(VAlarm.display(new Trigger(before, Related.START), deadline.summary()));
        }
        return event;
    }
}
