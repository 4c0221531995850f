/** Where webhooks go: whose they are, which addresses they may have, and how they are signed. It must not know what is sent. */
@NullMarked
package dev.cordon.notice.target;

import org.jspecify.annotations.NullMarked;
