package dev.cordon.samples;

import dev.cordon.access.Secret;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.account.Sessions;
import dev.cordon.door.SessionCookie;
import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs anybody in as any of the sample people at {@code /dev/sign-in}, by a session as real as any other. Only a page of
 * Cordon itself may ask for it, so that no other site signs a developer in.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class SampleSignInPage {
    private static final String PATH = "/dev/sign-in";
    private static final int SEE_OTHER = 303;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private static final String PEOPLE = """
            select id, handle, name, lower(role) || case when machine then ', a machine' else '' end as role
            from person where sample and disabled_at is null order by id
            """;
    private static final String SAMPLE = "select id from person where sample and disabled_at is null and handle = ?";
    private static final String SIGNED_IN = "select p.handle from session s join person p on p.id = s.person_id"
            + " where s.secret_hash = ? and s.ended_at is null and s.expires_at > ? and p.disabled_at is null";

    private final Transactions transactions;
    private final Sessions sessions;
    private final SessionCookie cookie;

    SampleSignInPage(Transactions transactions, Sessions sessions, SessionCookie cookie) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    void open(@Observes Router router) {
        router.get(PATH).blockingHandler(this::show);
        router.post(PATH).blockingHandler(this::signIn);
    }

    private void show(RoutingContext request) {
        Optional<String> brought = cookie.secretIn(request.request());
        String page = transactions.writeAsNobody(transaction -> SamplePage.of(
                people(transaction),
                brought.map(secret -> signedIn(transaction, secret)).orElse(null)));
        request.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                // Under a stricter one, browsers send the form with "Origin: null".
                .putHeader("Referrer-Policy", "same-origin")
                .end(page);
    }

    private void signIn(RoutingContext request) {
        if (!isAskedByCordonItself(request.request())) {
            request.fail(FORBIDDEN);
            return;
        }
        String handle =
                Optional.ofNullable(request.request().getParam("person")).orElse("");
        Optional<Secret> secret = transactions.writeAsNobody(transaction -> begin(transaction, handle));
        if (secret.isEmpty()) {
            request.fail(NOT_FOUND);
            return;
        }
        request.response().addCookie(cookie.of(secret.get().text(), sessions.lifetime()));
        request.response().setStatusCode(SEE_OTHER).putHeader("Location", PATH).end();
    }

    private Optional<Secret> begin(Transaction transaction, String handle) {
        Optional<UUID> person = transaction.rows().first(SAMPLE, row -> row.uuid("id"), handle.replace("\0", ""));
        return person.map(id -> {
            transaction.auditAccount("signInAsSample", id);
            return sessions.begin(transaction, id);
        });
    }

    /** A browser says where a form comes from; whatever says nothing is no browser and has no form. */
    private static boolean isAskedByCordonItself(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean sameSite = site == null || "same-origin".equals(site);
        return sameSite && (origin == null || origin.equals(request.scheme() + "://" + request.authority()));
    }

    private static List<SamplePage.Sample> people(Transaction transaction) {
        return transaction
                .rows()
                .list(PEOPLE, row -> new SamplePage.Sample(row.text("handle"), row.text("name"), row.text("role")));
    }

    private static @Nullable String signedIn(Transaction transaction, String secret) {
        return transaction
                .rows()
                .first(SIGNED_IN, row -> row.text("handle"), new Secret(secret).hash(), transaction.now())
                .orElse(null);
    }
}
