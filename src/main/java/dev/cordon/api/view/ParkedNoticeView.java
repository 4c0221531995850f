package dev.cordon.api.view;

import dev.cordon.notice.ParkedNotice;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** A notice that could not be sent in eight tries. Which incident it is about does not show. */
@Type("ParkedNotice")
@Description("A notice that could not be sent in eight tries. Which incident it is about does not show.")
@DefaultNonNull
public record ParkedNoticeView(
        @Description("Identifies the notice; also its Message-ID and webhook-id.") @Id
        String id,

        @Description("What kind of thing it tells of.") String kind,

        @Description("How it was to be told.") String channel,

        @Description("As what somebody was to be told: TEAM, VENDOR, ADMINISTRATOR, REPORTER, TARGET or ADDRESS.")
        String audience,

        @Description("Name of the webhook target; null for mail.") @Nullable
        String target,

        @Description("When the thing happened.") Instant happenedAt,

        @Description("When the last try failed.") Instant parkedAt,

        @Description("How many tries there were.") int tries,

        @Description("Why the last one failed, in one word.")
        String failure) {
    public static ParkedNoticeView of(ParkedNotice notice) {
        return new ParkedNoticeView(
                notice.id().toString(),
                notice.kind(),
                notice.channel(),
                notice.audience(),
                notice.target(),
                notice.happenedAt(),
                notice.parkedAt(),
                notice.tries(),
                notice.failure());
    }
}
