package org.gongdan.testing.chance;

import java.util.concurrent.atomic.AtomicLong;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every property of every module its seed, so that {@code deploy/test} tries the same samples each time and fails nobody for nothing. jqwik
 * finds it by {@code META-INF/services}. New seeds are drawn by {@link Explore} only; {@code -Dgongdan.test.seed=…} repeats one of them.
 */
public final class Seeds implements AroundPropertyHook {

    static final String SETTING = "gongdan.test.seed";
    static final AtomicLong TRIES = new AtomicLong();
    private static final long USUAL = 20261126L;

    /** @param property full name of the class and method: properties do not share samples */
    static long of(String property) {
        return Long.getLong(SETTING, USUAL) * 31 + property.hashCode();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (context.attributes().seed().isEmpty()) {
            context.attributes().setSeed(Long.toString(of(name(context))));
        }
        PropertyExecutionResult result = property.execute();
        TRIES.addAndGet(result.countTries());
        return result;
    }

    private static String name(PropertyLifecycleContext context) {
        return context.containerClass().getName() + "." + context.targetMethod().getName();
    }
}
