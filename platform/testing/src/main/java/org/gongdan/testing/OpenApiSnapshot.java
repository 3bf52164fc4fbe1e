package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.restassured.RestAssured;

/**
 * Compares the API a service offers with {@code contracts/openapi.yaml}, so that a change of the API shows in review. With
 * {@code UPDATE_OPENAPI=true} in the environment the file is written instead.
 */
public final class OpenApiSnapshot {

    private OpenApiSnapshot() {
    }

    /** @param service name of the service under test, also its folder */
    public static void check(String service) throws IOException {
        Path file = Path.of("contracts", "openapi.yaml").toAbsolutePath();
        String offered = RestAssured.given().accept("application/yaml").get("/openapi/" + service).then().statusCode(200).extract()
                .asString();
        if (Boolean.parseBoolean(System.getenv("UPDATE_OPENAPI"))) {
            Files.writeString(file, offered);
            return;
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "", offered,
                file + " differs; run the test with UPDATE_OPENAPI=true and commit the change");
    }
}
