/**
 * Accounts that Cordon keeps itself: passwords, sessions, one-time links, tokens, and the people who have them. It must not
 * know how a request carries a secret, nor what anybody sees once they are in.
 */
@NullMarked
package dev.cordon.access.account;

import org.jspecify.annotations.NullMarked;
