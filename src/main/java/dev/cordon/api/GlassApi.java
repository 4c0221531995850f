package dev.cordon.api;

import dev.cordon.api.input.AskToBreakGlassInput;
import dev.cordon.api.input.ConfirmBreakGlassInput;
import dev.cordon.api.reading.GlassBreakReader;
import dev.cordon.api.view.GlassBreakView;
import dev.cordon.incident.GlassBreaks;
import dev.cordon.incident.Reference;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** How two people let somebody into an incident that nobody can open any more. */
@GraphQLApi
public class GlassApi {
    private final GlassBreaks glass;
    private final GlassBreakReader reader;

    GlassApi(GlassBreaks glass, GlassBreakReader reader) {
        this.glass = glass;
        this.reader = reader;
    }

    @Query("glassBreaks")
    @Description("Who asked to break the glass and waits for a second person, the newest first. Administrators only.")
    public @NonNull List<@NonNull GlassBreakView> glassBreaks() {
        return reader.waiting();
    }

    @Mutation("askToBreakGlass")
    @Description(
            "Asks to let somebody into an incident that nobody can open any more. A second person confirms it within 24 "
                    + "hours. Administrators in person only.")
    public @NonNull GlassBreakView askToBreakGlass(
            @Name("input") @Description("What to do.") @NonNull AskToBreakGlassInput input) {
        GlassBreaks.Ask ask = new GlassBreaks.Ask(new Reference(input.reference()), input.person(), input.reason());
        return glass.ask(ask, reader::find);
    }

    @Mutation("confirmBreakGlass")
    @Description(
            "Confirms it as the second person, which lets them in. Another administrator or a committee member in person, "
                    + "but not the one who is let in.")
    public @NonNull GlassBreakView confirmBreakGlass(
            @Name("input") @Description("What to do.") @NonNull ConfirmBreakGlassInput input) {
        return glass.confirm(input.id(), (transaction, broken) -> GlassBreakView.of(broken, transaction.viewer()));
    }
}
