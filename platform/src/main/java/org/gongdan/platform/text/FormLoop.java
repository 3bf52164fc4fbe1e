package org.gongdan.platform.text;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Fills old rows of every table that the service offers, beside its work: until then they are found by the form they have. */
@ApplicationScoped
class FormLoop implements Loop.Step {

    private static final Logger LOG = Logger.getLogger(FormLoop.class);

    private final List<FormFill> fills;
    private long filled;

    FormLoop(@Any Instance<FormFill> fills) {
        this.fills = fills.stream().toList();
    }

    void start(@Observes StartupEvent startup, Loops loops, @ConfigProperty(name = "gongdan.forms.look-every") Duration lookEvery) {
        if (!fills.isEmpty()) {
            loops.chore("forms", lookEvery, this);
        }
    }

    @Override
    public boolean run(Connection connection) throws SQLException {
        // The dictionaries are read now, so that no request waits for them.
        SearchForm.of("收");
        long before = filled;
        for (FormFill fill : fills) {
            filled += fill.run(connection);
        }
        if (filled == before && filled > 0) {
            LOG.infof("%d rows were given the form that texts are compared in", filled);
            filled = 0;
            return false;
        }
        return filled > before;
    }
}
