package dev.cordon.api.reading;

import dev.cordon.access.Role;
import dev.cordon.access.Transactions;
import dev.cordon.access.account.Account;
import dev.cordon.api.view.AccountConnection;
import dev.cordon.api.view.AccountEdge;
import dev.cordon.api.view.AccountView;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads people's accounts for administrators: the enabled ones first, then by handle. */
@ApplicationScoped
public class AccountReader {
    private static final Order ENABLED_FIRST =
            new Order("account", "(p.disabled_at is not null)::integer", "integer", "p.handle", false);

    private final Transactions transactions;

    AccountReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A page of everybody. */
    public AccountConnection page(PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            transaction.viewer().mustBeInPerson("see the people");
            transaction.viewer().mustBe(Role.ADMINISTRATOR, "see the people");
            Page<AccountView> page = Page.read(
                    transaction.rows(),
                    request,
                    new Page.Query(Account.COLUMNS, "from person p\n", new Conditions(), ENABLED_FIRST, selection),
                    row -> AccountView.of(Account.of(row, transaction.now())));
            return new AccountConnection(
                    page.values(),
                    page.entries().stream()
                            .map(entry -> new AccountEdge(entry.cursor(), entry.value()))
                            .toList(),
                    page.info(),
                    page.total());
        });
    }
}
