package dev.cordon.notice.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookKeyTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The vector that the reference implementations of Standard Webhooks are held to. */
    @Test
    void signsAsTheStandardsOwnVectorSays() {
        String signature =
                WebhookKey.of(KEY).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aNewKeyIsReadAsItIsWritten() {
        WebhookKey key = WebhookKey.random();

        assertThat(key.text()).startsWith("whsec_").hasSize(6 + 44);
        assertThat(WebhookKey.of(key.text()).bytes()).isEqualTo(key.bytes());
        assertThat(key.toString()).doesNotContain(key.text().substring(6));
    }
}
