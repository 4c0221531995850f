package dev.cordon.api.input;

import dev.cordon.notice.Channel;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** By which channels you want to be told, in place of what you chose before. */
@Input("ChooseChannelsInput")
@Description("By which channels you want to be told, in place of what you chose before.")
public record ChooseChannelsInput(
        @Description("By which; none of them to be told nothing.") @NonNull
        List<@NonNull Channel> channels,

        @Description("Where mail goes: a plain address, at most 254 characters of ASCII.") @Nullable
        String mailAddress) {}
