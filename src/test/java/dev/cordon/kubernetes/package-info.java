/** The manifests of {@code k8s/}, held to what a cluster demands. It must not know the program. */
@NullMarked
package dev.cordon.kubernetes;

import org.jspecify.annotations.NullMarked;
