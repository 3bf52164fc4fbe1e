package org.gongdan.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.gongdan.stack.demo.Demo;

/** What is asked of a stack before it starts; without a word it is the demo: every service, standard ports, deploy/local/.data. */
public final class StackBuilder {
    Ports ports = Ports.standard();
    boolean fresh;
    boolean training;
    List<Service> services = List.of(Service.values());
    Consumer<String> progress = System.out::println;
    /** Statements for each service's database when it is made. */
    List<String> databases = List.of();
    /** Settings of PostgreSQL and of Kafka beyond the stack's own, by the part's name. */
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private Path data;
    private final Map<String, Custom> customs = new HashMap<>();

    /** What the caller wants otherwise in one part. */
    record Custom(Map<String, String> environment, List<String> javaOptions) {
        static final Custom NONE = new Custom(Map.of(), List.of());

        Launch apply(Launch launch) {
            return launch.with(environment).withJavaOptions(javaOptions);
        }
    }

    StackBuilder() {
    }

    public StackBuilder ports(Ports ports) {
        this.ports = ports;
        return this;
    }

    /** Databases, topics, logs: everything a start writes. */
    public StackBuilder data(Path data) {
        this.data = data.toAbsolutePath();
        return this;
    }

    /** Empties the data first. */
    public StackBuilder fresh(boolean fresh) {
        this.fresh = fresh;
        return this;
    }

    /** Lets services without an AOT cache write one when they stop; stopping takes a minute then. */
    public StackBuilder training(boolean training) {
        this.training = training;
        return this;
    }

    /** Only these of our own services; none at all leaves the infrastructure. */
    public StackBuilder services(Service... services) {
        this.services = List.of(services);
        return this;
    }

    /** Gives the stack a past, for which its data must be empty: {@link Stack#play} plays it once everything is ready. */
    public StackBuilder demo(Demo demo) {
        var layout = layout();
        Layout.deleteTree(layout.data());
        fresh = false;
        try {
            databases = demo.raiseTheCurtain(layout.demoClock());
        } catch (IOException e) {
            throw new StackException("The demo's clock cannot be written: " + e.getMessage(), e);
        }
        for (var service : Service.values()) {
            if (service != Service.GATEWAY) {
                environment(service.module(), demo.environment(layout.demoClock()));
            }
        }
        return this;
    }

    /** Gets one sentence per step, and the last words of a process that dies unexpectedly. */
    public StackBuilder progress(Consumer<String> progress) {
        this.progress = progress;
        return this;
    }

    public StackBuilder environment(String process, Map<String, String> more) {
        customs.merge(process, new Custom(Map.copyOf(more), List.of()), StackBuilder::merged);
        return this;
    }

    /** Options of a Java process, for example {@code -Xmx256m} or {@code -Dname=value}; the later of two wins. */
    public StackBuilder javaOptions(String process, String... options) {
        customs.merge(process, new Custom(Map.of(), List.of(options)), StackBuilder::merged);
        return this;
    }

    /** Settings of PostgreSQL or Kafka in their own words, such as {@code ssl=on}, which win over the stack's: to be reached from other hosts, for example. */
    public StackBuilder settings(String process, Map<String, String> more) {
        settings.put(process, Map.copyOf(more));
        return this;
    }

    Map<String, String> settings(String process) {
        return settings.getOrDefault(process, Map.of());
    }

    /** For runs of minutes: our services get the quick compiler only. The other one takes two fifths of their time and earns it back in hours. */
    public StackBuilder shortLived() {
        for (Service service : Service.values()) {
            javaOptions(service.module(), "-XX:TieredStopAtLevel=1");
        }
        return this;
    }

    private static Custom merged(Custom first, Custom second) {
        var environment = new TreeMap<>(first.environment());
        environment.putAll(second.environment());
        var options = new java.util.ArrayList<>(first.javaOptions());
        options.addAll(second.javaOptions());
        return new Custom(environment, options);
    }

    Custom custom(String process) {
        return customs.getOrDefault(process, Custom.NONE);
    }

    Layout layout() {
        var root = Layout.findRoot();
        return new Layout(root, data == null ? root.resolve("deploy/local/.data") : data);
    }

    public Stack build() {
        return new Stack(this);
    }

    public Stack start() {
        return build().start();
    }
}
