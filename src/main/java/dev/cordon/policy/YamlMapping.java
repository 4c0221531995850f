package dev.cordon.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys and values of one mapping in a policy file: allowed keys only, and each once. Of a stored text, others are passed over. */
record YamlMapping(YamlValue whole, Map<String, YamlValue> values) {

    static YamlMapping of(YamlValue whole, MappingNode node, List<String> allowedKeys) {
        Map<String, YamlValue> values = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            YamlValue keyValue = new YamlValue(whole.file(), whole.path(), entry.getKeyNode());
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a word)";
            if (!allowedKeys.contains(key) && whole.file().stored()) {
                continue;
            }
            if (!allowedKeys.contains(key)) {
                throw keyValue.refusal("unknown key \"" + key + "\"; allowed: " + String.join(", ", allowedKeys));
            }
            if (values.put(key, whole.at(key, entry.getValueNode())) != null) {
                throw keyValue.refusal("the key \"" + key + "\" stands here twice; once is allowed");
            }
        }
        return new YamlMapping(whole, values);
    }

    /** The word under {@code key} of any node, after a space, to name things in refusals; nothing if absent. */
    static String peek(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return "";
        }
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance)
                .map(value -> " " + ((ScalarNode) value).getValue())
                .findFirst()
                .orElse("");
    }

    YamlValue required(String key) {
        return optional(key).orElseThrow(() -> whole.refusal("the field \"" + key + "\" is missing"));
    }

    Optional<YamlValue> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The items of a list, on the path of this mapping: each will be called by a name of its own. */
    List<YamlValue> parts(String key) {
        return optional(key).map(YamlValue::items).orElse(List.of()).stream()
                .map(item -> new YamlValue(whole.file(), whole.path(), item.node()))
                .toList();
    }

    /** Refuses the first of these keys that is there. */
    void forbid(String why, String... keys) {
        for (String key : keys) {
            optional(key).ifPresent(value -> {
                throw value.refusal("not allowed here: " + why);
            });
        }
    }
}
