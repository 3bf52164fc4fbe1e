package org.gongdan.journeys;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the platform for the first journey, stops it after the last one, and frees the engineers after each. */
final class Curtain implements ParameterResolver, AfterEachCallback {
    private static final Namespace JOURNEYS = Namespace.create(Curtain.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Play.class || parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Play.class ? new Play(platform(context)) : platform(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var dispatcher = new Play(platform(context)).dispatcher;
        dispatcher.callOffWhatIsLeft();
        dispatcher.endDuties();
    }

    private static Platform platform(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, JOURNEYS).computeIfAbsent(Platform.class, key -> Platform.start(),
                Platform.class);
    }
}
