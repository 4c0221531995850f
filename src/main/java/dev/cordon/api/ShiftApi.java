package dev.cordon.api;

import dev.cordon.api.input.CancelShiftInput;
import dev.cordon.api.input.SetShiftInput;
import dev.cordon.api.view.PersonView;
import dev.cordon.api.view.ShiftView;
import dev.cordon.notice.oncall.NewShift;
import dev.cordon.notice.oncall.Shifts;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Who is on call: the team reads it, the committee sets it. */
@GraphQLApi
public class ShiftApi {
    private final Shifts shifts;

    ShiftApi(Shifts shifts) {
        this.shifts = shifts;
    }

    @Query("onCall")
    @Description("The shift of an instant; null between shifts. Committee and responders only.")
    public @Nullable ShiftView onCall(@Name("at") @Description("When; now if not given.") @Nullable Instant at) {
        return shifts.at(at).map(ShiftView::of).orElse(null);
    }

    @Query("shifts")
    @Description("The shifts of a period, the earliest 200. Committee and responders only.")
    public @NonNull List<@NonNull ShiftView> shifts(
            @Name("from") @Description("When the period begins.") @NonNull Instant from,
            @Name("until") @Description("When it ends.") @NonNull Instant until) {
        return shifts.between(from, until).stream().map(ShiftView::of).toList();
    }

    @Query("proposedLead")
    @Description(
            "Whom to offer the next lead to: of those on call, who was offered one longest ago, as far as you see. Null between"
                    + " shifts. Committee and responders only.")
    public @Nullable PersonView proposedLead() {
        return shifts.nextLead().map(ShiftView::person).orElse(null);
    }

    @Mutation("setShift")
    @Description("Sets who is on call. Shifts may touch, not overlap. Committee only.")
    public @NonNull ShiftView setShift(@Name("input") @Description("The shift.") @NonNull SetShiftInput input) {
        return ShiftView.of(shifts.set(new NewShift(input.person(), input.backup(), input.from(), input.until())));
    }

    @Mutation("cancelShift")
    @Description("Takes a shift back. Committee only.")
    public @NonNull ShiftView cancelShift(@Name("input") @Description("Which one.") @NonNull CancelShiftInput input) {
        return ShiftView.of(shifts.cancel(input.id()));
    }
}
