package dev.cordon.policy;

/**
 * The refusal of a policy file. Its message gives the place (file:line:column), the policy, the milestone, the
 * offending word and what is allowed instead.
 */
public class InvalidPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidPolicyException(String message) {
        super(message);
    }
}
