package org.gongdan.notification;

import java.io.IOException;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OpenApiIT {

    @Test
    void apiIsTheOneInContracts() throws IOException {
        OpenApiSnapshot.check("notification-service");
    }
}
