/**
 * CVSS vectors, read strictly, and the scores and severities that follow from them.
 *
 * <p>It must not know incidents, storage, the API or any framework.
 */
@NullMarked
package dev.cordon.cvss;

import org.jspecify.annotations.NullMarked;
