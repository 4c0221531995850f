/**
 * Signing in at an identity provider by OpenID Connect: where it is asked, what its claims are mapped to, and how a browser's
 * visit there becomes a session. It must not decide what anybody may see or do.
 */
@NullMarked
package dev.cordon.signin.provider;

import org.jspecify.annotations.NullMarked;
