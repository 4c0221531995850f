package dev.cordon.api;

import dev.cordon.access.Transactions;
import dev.cordon.api.view.AuditHeadView;
import dev.cordon.audit.AuditHeads;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The signed heads of the audit log, for those who keep them elsewhere: auditors and administrators. */
@GraphQLApi
public class AuditHeadApi {
    private final Transactions transactions;
    private final AuditHeads heads;

    AuditHeadApi(Transactions transactions, AuditHeads heads) {
        this.transactions = transactions;
        this.heads = heads;
    }

    @Query("auditHead")
    @Description("The newest signed head of the audit log; null before the first. Auditors and administrators only.")
    public @Nullable AuditHeadView auditHead() {
        admit("auditHead");
        return heads.newest().map(AuditHeadView::of).orElse(null);
    }

    @Mutation("exportAuditHead")
    @Description("Seals what was written up to now, and signs and exports the head. Auditors and administrators only.")
    public @NonNull AuditHeadView exportAuditHead() {
        admit("exportAuditHead");
        return AuditHeadView.of(heads.exportNow());
    }

    private void admit(String operation) {
        transactions.read(transaction -> {
            transaction.viewer().mustKeepAudit("see the head of the audit log");
            transaction.auditRead(operation);
            return true;
        });
    }
}
