package org.gongdan.stack;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What deploy/run starts. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(Options.parse(List.of(arguments)));
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) throws InterruptedException {
        if (options.help()) {
            System.out.print(Options.HELP);
            return;
        }
        var builder = Stack.builder().ports(Ports.offset(options.portOffset())).fresh(options.fresh()).training(options.training());
        options.data().ifPresent(builder::data);
        if (options.infrastructure()) {
            builder.services();
        }
        if (options.stop()) {
            new RunFile(builder.layout().runFile()).stopSurvivors();
            return;
        }
        var begin = System.nanoTime();
        var demo = DemoStart.plan(options, builder);
        var stack = builder.build();
        stack.start();
        if (demo.isPresent()) {
            demo.get().play(stack);
        } else if (options.seed()) {
            seed(stack);
        }
        System.out.printf("Everything is ready after %d s.%n%n%s%n", (System.nanoTime() - begin) / 1_000_000_000, Welcome.text(stack));
        new CountDownLatch(1).await();
    }

    /** Without demo data the platform is still of use: say so and go on. */
    private static void seed(Stack stack) {
        try {
            new Seed(stack).plant().forEach(System.out::println);
        } catch (StackException e) {
            System.err.println(e.getMessage());
        }
    }
}
