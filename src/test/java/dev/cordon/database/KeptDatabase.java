package dev.cordon.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/**
 * A Java process of its own for {@link EmbeddedDatabaseTest}: starts the embedded server on a folder, writes a word into it,
 * says which words it then finds, and waits until its input ends.
 */
final class KeptDatabase {
    private KeptDatabase() {}

    public static void main(String[] folderAndWord) throws IOException, SQLException {
        String url = EmbeddedDatabase.url(folderAndWord[0], "");
        try (Connection connection = DriverManager.getConnection(url, "postgres", EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (word text)");
            statement.execute("insert into kept values ('" + folderAndWord[1] + "')");
            StringJoiner words = new StringJoiner(" ", "found: ", " .");
            try (ResultSet rows = statement.executeQuery("select word from kept order by word")) {
                while (rows.next()) {
                    words.add(rows.getString(1));
                }
            }
            System.out.println(words);
        }
        while (System.in.read() >= 0) {
            // Nothing is ever sent: the end of the input is the sign to leave in order.
        }
        System.exit(0);
    }
}
