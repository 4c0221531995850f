package dev.cordon.incident;

import dev.cordon.policy.InvalidPolicyException;
import dev.cordon.policy.PolicyReader;
import dev.cordon.policy.ResponsePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The policies as they are written: those that come with Cordon, and those of the operator's folder if there is one. Read
 * once, when Cordon starts.
 */
@ApplicationScoped
class WrittenPolicies {
    private static final Logger LOG = Logger.getLogger(WrittenPolicies.class);
    private static final String SHIPPED = "policies/cordon.yaml";

    private final Optional<PolicyFolder> folder;

    WrittenPolicies(@ConfigProperty(name = "cordon.policies.folder") Optional<Path> folder) {
        this.folder = folder.map(PolicyFolder::new);
    }

    /** @throws UnusablePoliciesException if one of them cannot be used; it names the place, the word and what is allowed */
    List<ResponsePolicy> read() {
        Map<String, String> shipped = Map.of(SHIPPED, shipped());
        Map<String, String> operators = folder.map(PolicyFolder::texts).orElse(Map.of());
        try {
            List<ResponsePolicy> all = PolicyReader.read(shipped, operators);
            folder.ifPresent(present -> tell(present, all, PolicyReader.read(shipped)));
            return all;
        } catch (InvalidPolicyException invalid) {
            throw new UnusablePoliciesException(invalid.getMessage());
        }
    }

    private static void tell(PolicyFolder folder, List<ResponsePolicy> all, List<ResponsePolicy> shipped) {
        Map<String, String> versions =
                shipped.stream().collect(Collectors.toMap(ResponsePolicy::id, ResponsePolicy::version));
        String added = ids(all, policy -> !versions.containsKey(policy.id()));
        String changed =
                ids(all, policy -> !policy.version().equals(versions.getOrDefault(policy.id(), policy.version())));
        String byDefault = ids(all, ResponsePolicy::isDefault);
        LOG.infof("Policies of %s: added %s; changed %s; the default is %s", folder.path(), added, changed, byDefault);
    }

    private static String ids(List<ResponsePolicy> policies, Predicate<ResponsePolicy> which) {
        List<String> ids =
                policies.stream().filter(which).map(ResponsePolicy::id).toList();
        return ids.isEmpty() ? "none" : String.join(", ", ids);
    }

    private static String shipped() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the application");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
