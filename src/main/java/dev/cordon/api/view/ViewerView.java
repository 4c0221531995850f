package dev.cordon.api.view;

import dev.cordon.access.Role;
import dev.cordon.access.Viewer;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Who is asking. */
@Type("Viewer")
@Description("Who is asking.")
@DefaultNonNull
public record ViewerView(
        @Description("Unique lower-case name.") String handle,
        @Description("Name as they write it.") String name,
        @Description("What they are to the programme.") Role role,
        @Description("Whether it is a script or bot.") boolean machine) {
    /** The viewer; null if nobody is signed in. */
    public static ViewerView of(Viewer viewer) {
        return viewer.isSignedIn()
                ? new ViewerView(viewer.handle(), viewer.name(), viewer.role(), viewer.machine())
                : null;
    }
}
