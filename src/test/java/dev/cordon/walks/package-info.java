/** One incident for each policy that comes with Cordon, walked over the API from its report to its close. Knows no class of the domain. */
@NullMarked
package dev.cordon.walks;

import org.jspecify.annotations.NullMarked;
