package dev.cordon.api;

import static dev.cordon.api.PageArguments.AFTER;
import static dev.cordon.api.PageArguments.BEFORE;
import static dev.cordon.api.PageArguments.FIRST;
import static dev.cordon.api.PageArguments.LAST;

import dev.cordon.api.input.AcceptEmbargoTermsInput;
import dev.cordon.api.input.AddVendorContactInput;
import dev.cordon.api.input.AddVendorInput;
import dev.cordon.api.input.RecordContactTestInput;
import dev.cordon.api.input.RemoveVendorContactInput;
import dev.cordon.api.input.RenameVendorInput;
import dev.cordon.api.input.RetireVendorInput;
import dev.cordon.api.reading.PageRequest;
import dev.cordon.api.reading.Selection;
import dev.cordon.api.reading.VendorListReader;
import dev.cordon.api.view.EmbargoTermsView;
import dev.cordon.api.view.ListedVendorConnection;
import dev.cordon.api.view.ListedVendorView;
import dev.cordon.incident.VendorList;
import io.smallrye.graphql.api.Context;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The private list of vendors, and the embargo terms they accept. */
@GraphQLApi
public class VendorListApi {
    private final VendorList list;
    private final VendorListReader reader;
    private final Context context;

    VendorListApi(VendorList list, VendorListReader reader, Context context) {
        this.list = list;
        this.reader = reader;
        this.context = context;
    }

    @Query("vendors")
    @Description("The private list of vendors by name, the retired ones last. Committee only.")
    public @NonNull ListedVendorConnection vendors(
            @Name("first") @Description(FIRST) @Nullable Integer first,
            @Name("after") @Description(AFTER) @Nullable String after,
            @Name("last") @Description(LAST) @Nullable Integer last,
            @Name("before") @Description(BEFORE) @Nullable String before) {
        return reader.page(PageRequest.of(first, after, last, before), Selection.ofEntries(context));
    }

    @Query("embargoTerms")
    @Description("The embargo terms that vendors accept before they are shown content. Anyone may read them.")
    public @NonNull EmbargoTermsView embargoTerms() {
        return reader.terms();
    }

    @Mutation("addVendor")
    @Description("Puts a vendor on the list. Committee only.")
    public @NonNull ListedVendorView addVendor(
            @Name("input") @Description("What to do.") @NonNull AddVendorInput input) {
        return list.add(input.name(), reader::one);
    }

    @Mutation("renameVendor")
    @Description("Gives a vendor on the list another name. Committee only.")
    public @NonNull ListedVendorView renameVendor(
            @Name("input") @Description("What to do.") @NonNull RenameVendorInput input) {
        return list.rename(input.vendor(), input.name(), reader::one);
    }

    @Mutation("retireVendor")
    @Description(
            "Takes a vendor off the list: it is notified of nothing more, and keeps what it was told. Committee only.")
    public @NonNull ListedVendorView retireVendor(
            @Name("input") @Description("What to do.") @NonNull RetireVendorInput input) {
        return list.retire(input.vendor(), reader::one);
    }

    @Mutation("addVendorContact")
    @Description("Lets somebody speak for a vendor. They see what it is notified of from then on. Committee only.")
    public @NonNull ListedVendorView addVendorContact(
            @Name("input") @Description("What to do.") @NonNull AddVendorContactInput input) {
        return list.addContact(input.vendor(), input.person(), input.address(), reader::one);
    }

    @Mutation("removeVendorContact")
    @Description(
            "No longer lets somebody speak for a vendor; from the next statement on they see nothing it was notified of. "
                    + "Committee only.")
    public @NonNull ListedVendorView removeVendorContact(
            @Name("input") @Description("What to do.") @NonNull RemoveVendorContactInput input) {
        return list.removeContact(input.vendor(), input.person(), reader::one);
    }

    @Mutation("recordContactTest")
    @Description("Keeps when somebody tried to reach a vendor, and what came of it. Committee only.")
    public @NonNull ListedVendorView recordContactTest(
            @Name("input") @Description("What to do.") @NonNull RecordContactTestInput input) {
        return list.recordTest(input.vendor(), input.outcome(), input.at(), reader::one);
    }

    @Mutation("acceptEmbargoTerms")
    @Description("Accepts the embargo terms for the vendor you speak for. In person only.")
    public @NonNull EmbargoTermsView acceptEmbargoTerms(
            @Name("input") @Description("What to do.") @NonNull AcceptEmbargoTermsInput input) {
        return list.acceptTerms(input.version(), reader::terms);
    }
}
