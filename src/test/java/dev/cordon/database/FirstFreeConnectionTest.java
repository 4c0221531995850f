package dev.cordon.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.threads.JBossThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which connection of the pool somebody gets. */
@QuarkusTest
class FirstFreeConnectionTest {
    @Inject
    AgroalDataSource pool;

    /** Threads as those that answer requests are: for others Quarkus remembers nothing anyway. */
    private final ExecutorService one = single();

    private final ExecutorService other = single();

    @AfterEach
    void noThreadIsLeft() {
        one.shutdownNow();
        other.shutdownNow();
    }

    @Test
    void isTheFirstThatIsFreeWhateverTheThreadHadBefore() throws Exception {
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        List<Future<String>> atOnce =
                List.of(one.submit(() -> process(bothHaveOne)), other.submit(() -> process(bothHaveOne)));
        assertThat(atOnce.get(0).get()).isNotEqualTo(atOnce.get(1).get());

        CyclicBarrier nobodyElse = new CyclicBarrier(1);
        String first = one.submit(() -> process(nobodyElse)).get();
        String next = other.submit(() -> process(nobodyElse)).get();

        assertThat(next).isEqualTo(first);
    }

    private static ExecutorService single() {
        return Executors.newSingleThreadExecutor(JBossThread::new);
    }

    /** The process of PostgreSQL behind a connection that is taken, kept until the others have one, and given back. */
    private String process(CyclicBarrier kept) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("select pg_backend_pid()")) {
            results.next();
            kept.await(10, TimeUnit.SECONDS);
            return results.getString(1);
        }
    }
}
