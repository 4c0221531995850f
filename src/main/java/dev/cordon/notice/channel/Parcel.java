package dev.cordon.notice.channel;

import dev.cordon.notice.Channel;
import dev.cordon.notice.MailAddress;
import dev.cordon.notice.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notice as it is sent. Nothing of an incident's content can be in it.
 *
 * @param id the same on every try
 * @param reference of the incident
 * @param happenedAt when what it tells of happened
 * @param sentAt when this try is made
 * @param address whom a mail goes to; null for the other channels
 * @param door where a webhook goes to; null for mail
 * @param announcement what people approved for publication, for announcements alone
 */
public record Parcel(
        UUID id,
        NoticeKind kind,
        Channel channel,
        Audience audience,
        String reference,
        Instant happenedAt,
        Instant sentAt,
        @Nullable MailAddress address,
        @Nullable Door door,
        @Nullable Announcement announcement) {
    /** As what somebody is told. */
    public enum Audience {
        TEAM,
        VENDOR,
        ADMINISTRATOR,
        REPORTER,
        TARGET,
        ADDRESS
    }

    /** Where a webhook goes to, with the keys to sign with: the current one first. */
    public record Door(String url, List<String> keys) {
        /** Never the keys, nor the address, which may be a password itself: records print themselves into logs. */
        @Override
        public String toString() {
            return "Door[hidden]";
        }
    }

    /** A text that people approved for publication. */
    public record Announcement(String subject, String body) {}
}
