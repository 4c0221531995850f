package dev.cordon.door;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.UrlAttributes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes out of spans what stands behind the path of an address: what somebody searches for, and what a provider hands back. */
@ApplicationScoped
public class QuietSpans implements SpanProcessor {
    private static final List<AttributeKey<String>> TOLD = List.of(UrlAttributes.URL_QUERY, UrlAttributes.URL_FULL);

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> key : TOLD) {
            String text = span.getAttribute(key);
            if (text != null) {
                span.setAttribute(key, key.equals(UrlAttributes.URL_FULL) ? text.split("[?#]", 2)[0] : "");
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Nothing is known by then that was not when it started.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
