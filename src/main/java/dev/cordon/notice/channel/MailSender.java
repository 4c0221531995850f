package dev.cordon.notice.channel;

import dev.cordon.notice.Channel;
import dev.cordon.notice.MailAddress;
import dev.cordon.notice.channel.Parcel.Announcement;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends a notice by mail. Its sender is fixed, its {@code Message-ID} that of the row, and it says that no answer is awaited from a
 * machine. What goes into a header is a validated address, a reference or Cordon's own words: nothing can end a line.
 */
@ApplicationScoped
public class MailSender implements Sender {
    private static final MailAddress NOBODY = new MailAddress("cordon@localhost");

    private final ReactiveMailer mailer;
    private final NoticeWords words;
    private final Vertx vertx;

    /** What mails come from. Required along with a mail server. */
    @ConfigProperty(name = "cordon.mail.from")
    Optional<MailAddress> from;

    MailSender(ReactiveMailer mailer, NoticeWords words, Vertx vertx) {
        this.mailer = mailer;
        this.words = words;
        this.vertx = vertx;
    }

    /** The text of a mail about an incident. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notice(String what, String reference, String at, String link);
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Uni<Void> send(Parcel parcel) {
        MailAddress to = parcel.address();
        if (to == null) {
            return Uni.createFrom().failure(new SendingException("NO_ADDRESS"));
        }
        return mailer.send(letter(parcel, to))
                .runSubscriptionOn(this::onAnEventLoop)
                .ifNoItem()
                .after(Duration.ofMillis(LONGEST_MILLIS))
                .fail();
    }

    /**
     * The mail client drops what a server says before it listens, and it begins to listen once it has its connection. On an event loop
     * that comes before anything is read; begun on another thread, it can be late for the greeting, and waits for it in vain.
     */
    private void onAnEventLoop(Runnable begin) {
        vertx.runOnContext(ignored -> begin.run());
    }

    private Mail letter(Parcel parcel, MailAddress to) {
        MailAddress sender = from.orElse(NOBODY);
        Announcement announcement = parcel.announcement();
        Mail mail = announcement == null
                ? Mail.withText(to.text(), subject(parcel), text(parcel))
                : Mail.withText(to.text(), oneLine(announcement.subject()), announcement.body());
        return mail.setFrom(sender.text())
                .addHeader("Message-ID", messageId(parcel.id(), sender))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** The same on every try, so that a mail program shows a repeat once. */
    static String messageId(UUID id, MailAddress from) {
        return "<" + id + "@" + from.domain() + ">";
    }

    private String subject(Parcel parcel) {
        return parcel.reference() + ": " + words.what(parcel);
    }

    private String text(Parcel parcel) {
        return Templates.notice(
                        words.what(parcel),
                        parcel.reference(),
                        parcel.happenedAt().toString(),
                        words.link(parcel))
                .render();
    }

    /** People wrote it: a line break in it would begin a header of theirs. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").trim();
    }
}
