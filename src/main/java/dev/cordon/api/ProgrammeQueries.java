package dev.cordon.api;

import dev.cordon.access.Transactions;
import dev.cordon.api.view.SweepRunView;
import dev.cordon.api.view.ViewerView;
import dev.cordon.sweep.Sweep;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Queries about the programme rather than an incident: who asks, the time, the sweep. */
@GraphQLApi
public class ProgrammeQueries {
    private final Transactions transactions;
    private final Sweep sweep;

    ProgrammeQueries(Transactions transactions, Sweep sweep) {
        this.transactions = transactions;
        this.sweep = sweep;
    }

    @Query("viewer")
    @Description("Who is asking; null if nobody is signed in.")
    public @Nullable ViewerView viewer() {
        return transactions.read(transaction -> ViewerView.of(transaction.viewer()));
    }

    @Query("serverTime")
    @Description("The time deadlines go by: the database's.")
    public @NonNull Instant serverTime() {
        return transactions.read(transaction -> transaction.now());
    }

    @Query("lastSweep")
    @Description("The newest pass of the sweep by any replica; null before the first. Operators only.")
    public @Nullable SweepRunView lastSweep() {
        return transactions.read(transaction -> {
            transaction.viewer().mustBeOperator("see the sweep");
            return sweep.last(transaction.rows()).map(SweepRunView::of).orElse(null);
        });
    }

    @Mutation("runSweep")
    @Description("Runs the sweep now, beside the ones that run by themselves. Operators only.")
    public @NonNull SweepRunView runSweep() {
        transactions.read(transaction -> {
            transaction.viewer().mustBeOperator("run the sweep");
            return true;
        });
        return SweepRunView.of(sweep.run());
    }
}
