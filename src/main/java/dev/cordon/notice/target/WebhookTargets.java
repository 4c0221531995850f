package dev.cordon.notice.target;

import dev.cordon.access.Person;
import dev.cordon.access.Role;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The targets of webhooks, which administrators make, give new keys and disable, in person. */
@ApplicationScoped
public class WebhookTargets {
    /** How long the former key of a target is good after a rotation. */
    static final Duration OVERLAP = Duration.ofHours(24);

    private static final Logger LOG = Logger.getLogger(WebhookTargets.class);
    private static final String MAKE = """
            insert into webhook_target (id, name, channel, url, host, kinds, person_id, secret, created_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DISABLE =
            "update webhook_target set disabled_at = ? where id = ? and disabled_at is null";
    private static final String ALL =
            WebhookTarget.SELECT + "true order by t.disabled_at is not null, t.name, t.id limit 200";

    private final Transactions transactions;
    private final Seal seal;

    WebhookTargets(Transactions transactions, Seal seal) {
        this.transactions = transactions;
        this.seal = seal;
    }

    /** Makes a target, with a key of its own. */
    public MadeTarget make(NewTarget wanted) {
        return transactions.write(transaction -> {
            admit(transaction, "make a webhook target");
            UUID id = UUID.randomUUID();
            WebhookKey key = WebhookKey.random();
            insert(transaction, id, wanted, key);
            return new MadeTarget(kept(transaction, "createWebhookTarget", id), key);
        });
    }

    /**
     * Gives a target another key. The one before signs along for 24 hours.
     *
     * @throws WebhookTargetNotFoundException if there is none, or it is disabled
     */
    public MadeTarget rotate(String text) {
        return transactions.write(transaction -> {
            admit(transaction, "give a webhook target another key");
            UUID id = id(text);
            WebhookKey key = WebhookKey.random();
            boolean found = transaction
                    .rows()
                    .first(
                            "select rotate_webhook_key(?, ?, ?, ?) as found",
                            row -> row.flag("found"),
                            id,
                            seal.close(key.text()),
                            transaction.now().plus(OVERLAP),
                            transaction.now())
                    .orElse(false);
            if (!found) {
                throw new WebhookTargetNotFoundException(text);
            }
            return new MadeTarget(kept(transaction, "rotateWebhookKey", id), key);
        });
    }

    /**
     * Tells a target nothing any more, from the next statement on; what is queued for it is withdrawn.
     *
     * @throws WebhookTargetNotFoundException if there is none, or it is disabled
     */
    public WebhookTarget disable(String text) {
        return transactions.write(transaction -> {
            admit(transaction, "disable a webhook target");
            UUID id = id(text);
            if (transaction.rows().update(DISABLE, transaction.now(), id) == 0) {
                throw new WebhookTargetNotFoundException(text);
            }
            return kept(transaction, "disableWebhookTarget", id);
        });
    }

    /** The first 200, the disabled ones last. */
    public List<WebhookTarget> all() {
        return transactions.read(transaction -> {
            admit(transaction, "see the webhook targets");
            return transaction.rows().list(ALL, WebhookTarget::of);
        });
    }

    private void insert(Transaction transaction, UUID id, NewTarget wanted, WebhookKey key) {
        String handle = wanted.person();
        transaction
                .rows()
                .update(
                        MAKE,
                        id,
                        wanted.name(),
                        wanted.channel(),
                        seal.close(wanted.url().url().toString()),
                        wanted.url().host(),
                        wanted.kinds(),
                        handle == null ? null : Person.withHandle(handle).id,
                        seal.close(key.text()),
                        transaction.viewer().id(),
                        transaction.now());
    }

    private static WebhookTarget kept(Transaction transaction, String operation, UUID id) {
        transaction.auditChange(operation);
        LOG.infof("Webhook target %s: %s", id, operation);
        return transaction
                .rows()
                .first(WebhookTarget.SELECT + "t.id = ?", WebhookTarget::of, id)
                .orElseThrow();
    }

    private static void admit(Transaction transaction, String what) {
        transaction.viewer().mustBeInPerson(what);
        transaction.viewer().mustBe(Role.ADMINISTRATOR, what);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new WebhookTargetNotFoundException(text);
        }
    }
}
