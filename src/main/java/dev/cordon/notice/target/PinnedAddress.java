package dev.cordon.notice.target;

/**
 * A target with the address its name had when it was looked up.
 *
 * @param address of IPv4 or IPv6, in digits
 */
public record PinnedAddress(TargetUrl url, String address) {}
