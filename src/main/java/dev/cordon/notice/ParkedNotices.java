package dev.cordon.notice;

import dev.cordon.access.Role;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What could not be sent in eight tries, for administrators, who see no incident. */
@ApplicationScoped
public class ParkedNotices {
    private static final Logger LOG = Logger.getLogger(ParkedNotices.class);

    private final Transactions transactions;

    ParkedNotices(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The newest 100. */
    public List<ParkedNotice> newest() {
        return transactions.read(transaction -> {
            transaction.viewer().mustBe(Role.ADMINISTRATOR, "see the parked notices");
            transaction.auditRead("parkedNotices");
            return list(transaction);
        });
    }

    /**
     * Queues one again, with eight new tries and the same id; answers those that are left.
     *
     * @throws NoticeNotFoundException if it is not parked
     */
    public List<ParkedNotice> retry(String text) {
        return transactions.write(transaction -> {
            transaction.viewer().mustBe(Role.ADMINISTRATOR, "retry a notice");
            UUID id = id(text);
            boolean found = transaction
                    .rows()
                    .first("select retry_notice(?, ?) as found", row -> row.flag("found"), id, transaction.now())
                    .orElse(false);
            if (!found) {
                throw new NoticeNotFoundException(text);
            }
            transaction.auditChange("retryNotice");
            LOG.infof("Notice %s is tried again", id);
            return list(transaction);
        });
    }

    private static List<ParkedNotice> list(Transaction transaction) {
        return transaction.rows().list(ParkedNotice.SELECT, ParkedNotice::of);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new NoticeNotFoundException(text);
        }
    }
}
