package org.gongdan.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.gongdan.rollout.Chart.Permission;
import org.gongdan.rollout.PodTemplate.Files;
import org.gongdan.rollout.PodTemplate.Variable;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final String DEPLOYMENT = """
            ---
            kind: Deployment
            spec:
              replicas: 2
              template:
                spec:
                  enableServiceLinks: false
                  terminationGracePeriodSeconds: 90
                  securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001 }
                  volumes:
                    - { name: tmp, emptyDir: { sizeLimit: 256Mi } }
                    - { name: authority, secret: { secretName: kafka-authority, items: [{ key: tls.crt, path: ca.crt }] } }
                  containers:
                    - name: gateway
                      image: localhost/gongdan/gateway:1
                      ports: [{ name: management, containerPort: 9080 }]
                      env:
                        - { name: LOG_FORMAT, value: json }
                        - { name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: gongdan-ticket, key: password } } }
                      lifecycle: { preStop: { sleep: { seconds: 5 } } }
                      startupProbe: { httpGet: { path: /q/health/started, port: management }, periodSeconds: 2, failureThreshold: 300 }
                      livenessProbe: { httpGet: { path: /q/health/live, port: 9080 } }
                      readinessProbe: { httpGet: { path: /q/health/ready, port: management }, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 2 }
                      resources: { requests: { cpu: 250m }, limits: { memory: 640Mi } }
                      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
                      volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: authority, mountPath: /etc/gongdan/kafka, readOnly: true }]
            """;
    private static final String OTHERS = """
            ---
            kind: Service
            metadata: { name: gongdan-gateway }
            spec: { selector: { app.kubernetes.io/name: gateway } }
            ---
            # nothing but a comment
            ---
            kind: KafkaUser
            metadata: { name: gongdan-gateway }
            spec: { authorization: { acls: [{ resource: { type: topic, name: session-events, patternType: literal }, operations: [Read, Describe] }] } }
            """;

    @Test
    void podsAreAsTheChartRendersThem() {
        // Given
        var rendered = DEPLOYMENT + OTHERS;

        // When
        var chart = Chart.parse(rendered);

        // Then
        var pod = chart.pods().getFirst();
        assertEquals(List.of(new Variable("LOG_FORMAT", null, "json"), new Variable("DB_PASSWORD", "gongdan-ticket", "password")),
                pod.environment());
        assertEquals(Map.of("/etc/gongdan/kafka", new Files("kafka-authority", Map.of("ca.crt", "tls.crt"))), pod.files());
        assertEquals("10001:10001 640m 256", pod.user() + " " + pod.memory() + " " + pod.cpuShares());
        assertEquals(Duration.ofSeconds(5), pod.preStop());
        assertEquals(new PodTemplate.Probe("/q/health/live", 9080, Duration.ofSeconds(10), Duration.ofSeconds(1), 3), pod.liveness());
        assertEquals(Map.of("gateway", "gongdan-gateway"), chart.services());
        assertEquals(Map.of("gongdan-gateway", List.of(new Permission("topic", "session-events", false, List.of("Read", "Describe")))),
                chart.users());
    }

    @Test
    void whatCannotBeCarriedOutHereIsRefused() {
        // Given
        var chart = Chart.parse(DEPLOYMENT.replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"));

        // When
        var refusal = assertThrows(IllegalArgumentException.class, chart::pods);

        // Then
        assertTrue(refusal.getMessage().contains("root file system"), refusal::getMessage);
    }
}
