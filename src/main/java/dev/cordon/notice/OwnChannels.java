package dev.cordon.notice;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The channels people choose for themselves. Their address is seen by nobody else, and is where only references, kinds and times go.
 */
@ApplicationScoped
public class OwnChannels {
    private static final String CHOOSE = """
            insert into channel_choice (person_id, mail_address, channels, changed_at) values (?, ?, ?, ?)
            on conflict (person_id) do update
            set mail_address = excluded.mail_address, channels = excluded.channels, changed_at = excluded.changed_at
            """;
    private static final String OWN =
            "select mail_address, channels, changed_at from channel_choice where person_id = ?";

    private final Transactions transactions;

    OwnChannels(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps what the viewer chose, in place of what they chose before. */
    public ChannelChoice choose(ChannelChoice choice) {
        return transactions.write(transaction -> {
            UUID own = own(transaction, "choose channels");
            MailAddress address = choice.address();
            transaction
                    .rows()
                    .update(
                            CHOOSE,
                            own,
                            address == null ? null : address.text(),
                            choice.channels().stream().distinct().toList(),
                            transaction.now());
            transaction.auditAccount("chooseChannels", own);
            return find(transaction, own);
        });
    }

    /** What the viewer chose. */
    public ChannelChoice own() {
        return transactions.read(transaction -> find(transaction, own(transaction, "see your channels")));
    }

    private static ChannelChoice find(Transaction transaction, UUID person) {
        return transaction
                .rows()
                .first(
                        OWN,
                        row -> {
                            String address = row.textOrNull("mail_address");
                            List<Channel> channels = row.texts("channels").stream()
                                    .map(Channel::valueOf)
                                    .toList();
                            return new ChannelChoice(
                                    address == null ? null : new MailAddress(address),
                                    channels,
                                    row.instant("changed_at"));
                        },
                        person)
                .orElse(ChannelChoice.NONE);
    }

    private static UUID own(Transaction transaction, String what) {
        transaction.viewer().mustBeInPerson(what);
        return Objects.requireNonNull(transaction.viewer().id());
    }
}
