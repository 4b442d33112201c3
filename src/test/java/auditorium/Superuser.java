package auditorium;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who can do everything to the tests' database. */
public final class Superuser {

    private Superuser() {}

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
                "postgres",
                password());
    }

    static String password() throws SQLException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of("target", "test-postgres", "secrets.properties"), StandardCharsets.UTF_8)) {
            secrets.load(in);
        } catch (IOException e) {
            throw new SQLException(e);
        }
        return secrets.getProperty("postgres");
    }

    /** Runs one statement past all fences; answers how many rows it touched. */
    public static int sql(String text, Object... values) {
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            s.execute();
            return Math.max(0, s.getUpdateCount());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The one value that a query finds. */
    public static String word(String query, Object... values) {
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            try (ResultSet r = s.executeQuery()) {
                r.next();
                return r.getString(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
