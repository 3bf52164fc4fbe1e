package org.gongdan.platform.tx;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;

/**
 * Lets connections keep every statement they have prepared. By default the client keeps none longer than 2,048 characters; PostgreSQL
 * parses and plans those anew on every call (docs/performance.md).
 */
@Singleton
class KeptStatements implements PgPoolCreator {

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlFilter(sql -> true));
        return PgBuilder.pool().with(input.poolOptions()).connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx()).build();
    }
}
