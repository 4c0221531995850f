/** The ways out: mail, signed webhooks and incoming webhooks. Each sends one parcel and knows neither who may see it nor how often it was tried. */
@NullMarked
package dev.cordon.notice.channel;

import org.jspecify.annotations.NullMarked;
