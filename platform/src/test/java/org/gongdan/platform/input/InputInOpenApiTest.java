package org.gongdan.platform.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class InputInOpenApiTest {

    record Named(@Line(max = 20) String name, @Prose(max = 400) String words, List<@Line(max = 7) String> tags, BigDecimal share) {
    }

    @Test
    void requestsSayHowLongTheirTextsAreAndThatTheyTakeNothingElse() throws IOException {
        // Given
        OpenAPI api = api();

        // When
        new InputInOpenApi(Index.of(Named.class)).filterOpenAPI(api);

        // Then
        Schema named = api.getComponents().getSchemas().get("Named");
        assertEquals(20, named.getProperties().get("name").getMaxLength());
        assertEquals(400, named.getProperties().get("words").getMaxLength());
        assertEquals(7, named.getProperties().get("tags").getItems().getMaxLength());
        assertEquals(List.of(Schema.SchemaType.STRING), named.getProperties().get("share").getType());
        assertEquals(false, named.getAdditionalPropertiesSchema().getBooleanSchema());
        assertNull(api.getComponents().getSchemas().get("View").getAdditionalPropertiesSchema());
    }

    @Test
    void patternsFitWhatIsReadAndNothingBeyond() throws IOException {
        // Given
        OpenAPI api = api();

        // When
        new InputInOpenApi(Index.of(Named.class)).filterOpenAPI(api);

        // Then
        Pattern time = Pattern.compile(api.getComponents().getSchemas().get("Instant").getPattern());
        assertTrue(time.matcher("2026-11-20T09:30:00Z").matches() && time.matcher("2199-12-31T23:59:59.999999+08:00").matches());
        assertTrue(!time.matcher("9999-11-20T09:30:00Z").matches() && !time.matcher("1999-11-20T09:30:00Z").matches()
                && !time.matcher("infinity").matches());
        Pattern line = Pattern.compile(api.getComponents().getSchemas().get("Named").getProperties().get("name").getPattern());
        assertTrue(line.matcher("王 伟").matches() && !line.matcher("王\n伟").matches() && !line.matcher(" ").matches()
                && !line.matcher("").matches());
    }

    private static OpenAPI api() {
        Schema named = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).addProperty("name", text()).addProperty("words", text())
                .addProperty("tags", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(text()))
                .addProperty("share", OASFactory.createSchema().addType(Schema.SchemaType.NUMBER).maximum(BigDecimal.TEN));
        Schema view = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).addProperty("name", text());
        var body = OASFactory.createRequestBody().content(OASFactory.createContent()
                .addMediaType("application/json",
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Named"))));
        PathItem path = OASFactory.createPathItem().POST(OASFactory.createOperation().requestBody(body));
        return OASFactory.createOpenAPI().paths(OASFactory.createPaths().addPathItem("/named", path))
                .components(OASFactory.createComponents()
                        .addSchema("Named", named).addSchema("View", view).addSchema("Instant", text()));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
