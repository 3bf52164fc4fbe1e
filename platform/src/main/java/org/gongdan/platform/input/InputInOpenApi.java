package org.gongdan.platform.input;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Writes into the description of an API what {@link StrictJson}, {@link Line} and {@link Prose} demand, so that a client can know it before. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class InputInOpenApi implements OASFilter {

    private static final DotName LINE = DotName.createSimple(Line.class);
    private static final DotName PROSE = DotName.createSimple(Prose.class);
    private static final DotName DECIMAL = DotName.createSimple(BigDecimal.class);
    private static final String REFERENCE = "#/components/schemas/";
    /** Something to be seen and no control character; the invisible characters that are refused besides have no short pattern. */
    private static final String CONTROLS = "\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029";
    private static final String LINE_PATTERN = "^[^" + CONTROLS + "]*[^\\s" + CONTROLS + "][^" + CONTROLS + "]*$";
    private static final String PROSE_PATTERN = "\\S";
    private static final String YEARS = "2[01][0-9]{2}";
    private static final String TIME = "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?";
    private static final String DAY = "-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private final IndexView index;

    public InputInOpenApi(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        describe(schemas.get("Instant"),
                "A time from 2000-01-01T00:00:00Z to 2199-12-31T23:59:59.999999Z; six decimals of the second are kept.",
                "^" + YEARS + DAY + TIME + "(Z|[+-][0-9]{2}:[0-9]{2})$");
        describe(schemas.get("LocalDate"), "A day from 2000-01-01 to 2199-12-31.", "^" + YEARS + DAY + "$");
        describe(schemas.get("UUID"), "Not the id of nothing but zeros.", null);
        describe(schemas.get("LocalDateTime"), "A local time of the years 2000 to 2199.", "^" + YEARS + DAY + TIME + "$");
        decimals(schemas);
        texts(schemas, LINE, LINE_PATTERN);
        texts(schemas, PROSE, PROSE_PATTERN);
        requested(api, schemas).forEach(schema -> {
            if (schema.getProperties() != null) {
                schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            }
        });
    }

    private static void describe(Schema schema, String description, String pattern) {
        if (schema != null) {
            schema.setDescription(description);
            schema.setPattern(pattern == null ? schema.getPattern() : pattern);
        }
    }

    /** Decimal numbers are text, so that nothing is lost on the way. */
    private void decimals(Map<String, Schema> schemas) {
        for (ClassInfo type : index.getKnownClasses()) {
            Schema owner = type.name().toString().startsWith("org.gongdan.") ? schemas.get(type.simpleName()) : null;
            if (owner == null || owner.getProperties() == null) {
                continue;
            }
            for (FieldInfo field : type.fields()) {
                Schema property = field.type().name().equals(DECIMAL) ? owner.getProperties().get(field.name()) : null;
                if (property != null) {
                    property.setType(List.of(Schema.SchemaType.STRING));
                    property.setMinimum(null);
                    property.setMaximum(null);
                    property.setMultipleOf(null);
                    property.setPattern("^-?[0-9]{1,12}(\\.[0-9]{1,4})?$");
                }
            }
        }
    }

    private void texts(Map<String, Schema> schemas, DotName annotation, String pattern) {
        for (AnnotationInstance declared : index.getAnnotations(annotation)) {
            if (declared.target().kind() == AnnotationTarget.Kind.FIELD) {
                Schema owner = schemas.get(declared.target().asField().declaringClass().simpleName());
                Schema property = owner == null || owner.getProperties() == null ? null
                        : owner.getProperties().get(declared.target().asField().name());
                limit(property, declared, pattern);
            } else if (declared.target().kind() == AnnotationTarget.Kind.TYPE) {
                ofElements(schemas, declared, pattern);
            }
        }
    }

    /** A list whose elements are declared. */
    private static void ofElements(Map<String, Schema> schemas, AnnotationInstance declared, String pattern) {
        AnnotationTarget enclosing = declared.target().asType().enclosingTarget();
        if (enclosing.kind() == AnnotationTarget.Kind.FIELD && enclosing.asField().type().kind() == Type.Kind.PARAMETERIZED_TYPE) {
            Schema owner = schemas.get(enclosing.asField().declaringClass().simpleName());
            Schema list = owner == null || owner.getProperties() == null ? null : owner.getProperties().get(enclosing.asField().name());
            limit(list == null ? null : list.getItems(), declared, pattern);
        }
    }

    private static void limit(Schema text, AnnotationInstance declared, String pattern) {
        if (text != null) {
            text.setMinLength(1);
            text.setMaxLength(declared.value("max").asInt());
            text.setPattern(pattern);
        }
    }

    /** Every schema that a request body is made of. */
    private static Set<Schema> requested(OpenAPI api, Map<String, Schema> schemas) {
        Set<Schema> found = Collections.newSetFromMap(new IdentityHashMap<>());
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().values().forEach(path -> path.getOperations().values().stream().map(Operation::getRequestBody)
                    .filter(body -> body != null && body.getContent() != null)
                    .forEach(
                            body -> body.getContent().getMediaTypes().values().forEach(type -> collect(type.getSchema(), schemas, found))));
        }
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> schemas, Set<Schema> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            Schema named = schemas.get(schema.getRef().replace(REFERENCE, ""));
            if (named != null && found.add(named)) {
                parts(named, schemas, found);
            }
            return;
        }
        parts(schema, schemas, found);
    }

    private static void parts(Schema schema, Map<String, Schema> schemas, Set<Schema> found) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(part -> collect(part, schemas, found));
        }
        collect(schema.getItems(), schemas, found);
        collect(schema.getAdditionalPropertiesSchema(), schemas, found);
        for (List<Schema> several : Arrays.asList(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())) {
            if (several != null) {
                several.forEach(part -> collect(part, schemas, found));
            }
        }
    }
}
