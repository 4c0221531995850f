/** Who is on call, and who leads next. It must not know what they are told. */
@NullMarked
package dev.cordon.notice.oncall;

import org.jspecify.annotations.NullMarked;
