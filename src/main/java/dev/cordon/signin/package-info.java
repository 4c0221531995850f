/**
 * How a request shows who it comes from: the cookie of a session, a bearer token, a reporter's link, an identity provider.
 * It must not decide what anybody may see or do.
 */
@NullMarked
package dev.cordon.signin;

import org.jspecify.annotations.NullMarked;
