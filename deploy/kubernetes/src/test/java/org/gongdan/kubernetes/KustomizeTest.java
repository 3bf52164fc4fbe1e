package org.gongdan.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KustomizeTest {

    @Test
    void theBaseIsWhatTheChartRenders() {
        // When
        String rendered = Chart.template("-f", "kustomize/values.yaml").orFail().output();

        // Then
        assertEquals(rendered, Sources.text(Command.HERE.resolve("kustomize/base/gongdan.yaml")),
                "deploy/kubernetes/update writes it anew");
    }

    @Test
    void anOverlayMakesItOnesOwn() {
        // When
        Rendered built = Rendered.of(Command.run("kubectl", "kustomize", "kustomize/example").orFail().output());

        // Then
        assertEquals(Chart.rendered("-f", "kustomize/values.yaml").objects().size(), built.objects().size());
        built.all("Deployment").forEach(deployment -> assertTrue(
                deployment.at("/spec/template/spec/containers/0/image").asText().matches("registry\\.example\\.com/gongdan/.*:1\\.2\\.3"),
                deployment::toString));
        built.objects()
                .forEach(object -> assertEquals("service-desk", object.at("/metadata/namespace").asText(), () -> Rendered.name(object)));
        assertEquals("https://desk.example.com",
                built.one("Deployment", "gongdan-ticket-service").at("/spec/template/spec/containers/0/env").findParents("name")
                        .stream().filter(variable -> variable.path("name").asText().equals("GONGDAN_URL")).findFirst().orElseThrow()
                        .path("value").asText());
    }
}
