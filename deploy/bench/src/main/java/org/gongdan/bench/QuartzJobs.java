package org.gongdan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import org.postgresql.ds.PGPoolingDataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.ConnectionProvider;

/**
 * The second alternative, as a process of its own: Quartz with its tables in sla-service's database, one trigger per clock. It acquires triggers
 * in batches of 100 and runs them on 8 threads, which its defaults do not. Standard input: {@code fill <seconds>} or {@code due}.
 */
@SuppressWarnings("deprecation") // The driver's own pool is enough for a comparison.
public final class QuartzJobs {

    private static final String DATA_SOURCE = "sla";
    private static PGPoolingDataSource pool;
    private static BreakOne effect;

    private final String url;
    private final JobDetail job = JobBuilder.newJob(Fire.class).withIdentity("breach").storeDurably().build();
    private Scheduler scheduler;

    private QuartzJobs(String url) {
        this.url = url;
    }

    /** @param arguments JDBC address of sla-service's database; then {@code fresh} to make Quartz's tables */
    public static void main(String[] arguments) throws Exception {
        new QuartzJobs(arguments[0]).run(arguments.length > 1);
    }

    public static final class Fire implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            effect.fire(UUID.fromString(context.getTrigger().getKey().getName()));
        }
    }

    public static final class Pool implements ConnectionProvider {
        @Override
        public Connection getConnection() throws java.sql.SQLException {
            return pool.getConnection();
        }

        @Override
        public void initialize() {
            // The pool is there before Quartz is.
        }

        @Override
        public void shutdown() {
            pool.close();
        }
    }

    private void run(boolean fresh) throws Exception {
        effect = new BreakOne(url);
        pool = new PGPoolingDataSource();
        pool.setDataSourceName(DATA_SOURCE);
        pool.setUrl(url);
        pool.setUser("sla_owner");
        pool.setPassword(Database.PASSWORD);
        pool.setMaxConnections(12);
        if (fresh) {
            makeTables();
        }
        scheduler = new StdSchedulerFactory(settings()).getScheduler();
        scheduler.addJob(job, true);
        scheduler.start();
        System.out.printf("READY %d 0%n", count());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            String[] words = command.split(" ");
            System.out.printf("SCHEDULED %d%n", words[0].equals("fill")
                    ? schedule("select b.id, c.due_at from bulk b join clock c using (id) order by b.n", Integer.parseInt(words[1]), true)
                    : schedule("select id, at from due", 600, false));
        }
        System.exit(0);
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "org.quartz.scheduler.instanceName", "bench",
                "org.quartz.threadPool.threadCount", "8",
                "org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "100",
                "org.quartz.jobStore.acquireTriggersWithinLock", "true",
                "org.quartz.jobStore.class", JobStoreTX.class.getName(),
                "org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName(),
                "org.quartz.jobStore.tablePrefix", "qrtz_",
                "org.quartz.jobStore.dataSource", DATA_SOURCE,
                "org.quartz.dataSource." + DATA_SOURCE + ".connectionProvider.class", Pool.class.getName()));
        return settings;
    }

    /** Puts triggers in until there are no more or the time is over. @param fresh there is none for these clocks yet. @return how many */
    private long schedule(String query, int seconds, boolean fresh) throws Exception {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        long count = 0;
        try (Connection connection = BreakOne.open(url); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(500);
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next() && System.nanoTime() < deadline) {
                    Trigger trigger = TriggerBuilder.newTrigger().withIdentity(row.getString(1)).forJob(job)
                            .startAt(Date.from(row.getObject(2, OffsetDateTime.class).toInstant()))
                            .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow()).build();
                    if (fresh || scheduler.rescheduleJob(trigger.getKey(), trigger) == null) {
                        scheduler.scheduleJob(trigger);
                    }
                    count++;
                }
            }
        }
        return count;
    }

    private long count() throws Exception {
        try (Connection connection = BreakOne.open(url); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from qrtz_triggers")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void makeTables() throws Exception {
        try (var script = Job.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/tables_postgres.sql");
                Connection connection = BreakOne.open(url);
                Statement statement = connection.createStatement()) {
            if (script == null) {
                throw new IOException("Quartz has no tables for PostgreSQL");
            }
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
