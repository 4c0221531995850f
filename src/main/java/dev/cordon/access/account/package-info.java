/**
 * Accounts of people and what they sign in with: sessions, passwords, tokens. It must not know how a request brings them.
 */
@NullMarked
package dev.cordon.access.account;

import org.jspecify.annotations.NullMarked;
