package dev.cordon.notice;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** No parked notice has this id. */
public final class NoticeNotFoundException extends DomainException {
    NoticeNotFoundException(String id) {
        super("There is no parked notice \"" + Excerpt.of(id) + "\". Take an id from parkedNotices.");
    }
}
