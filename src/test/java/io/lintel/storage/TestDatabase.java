package io.lintel.storage;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real database file behind the pool that the program uses, with the program's migrations. */
public final class TestDatabase implements AutoCloseable {

    private final AgroalDataSource pool;
    private final Database database;

    private TestDatabase(AgroalDataSource pool, Database database) {
        this.pool = pool;
        this.database = database;
    }

    public static TestDatabase open(Path file) {
        return open(file, Database.jdbcUrl(file));
    }

    static TestDatabase open(Path file, String url) {
        AgroalDataSource pool = pool(url);
        try {
            return new TestDatabase(pool, Database.open(pool, file, migrationsOf(pool)));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    public Database database() {
        return database;
    }

    /** For statements that the program itself never makes. */
    public void execute(String statement) throws SQLException {
        try (var connection = pool.getConnection();
                var plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    static Runnable migrationsOf(DataSource source) {
        return () -> Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static AgroalDataSource pool(String url) {
        var configuration = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool ->
                        pool.maxSize(4).connectionFactoryConfiguration(connections -> connections.jdbcUrl(url)));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
