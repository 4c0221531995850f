/**
 * People of an identity provider: how they come to have an account and how their role follows the provider. It must not know
 * how a token is made or checked.
 */
@NullMarked
package dev.cordon.access.provider;

import org.jspecify.annotations.NullMarked;
