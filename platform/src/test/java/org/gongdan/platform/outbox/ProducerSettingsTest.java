package org.gongdan.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

class ProducerSettingsTest {

    @Test
    void signsInAtTheBrokerAsAllClientsDoAndKeepsItsOwnPromises() {
        // Given
        Map<String, Object> broker = Map.of("bootstrap.servers", "broker:9093", "security.protocol", "SASL_SSL", "sasl.mechanism",
                "SCRAM-SHA-512",
                "ssl.truststore.location", "/ca.pem", "acks", "0");

        // When
        Map<String, Object> settings = new ProducerSettings(broker, "ticket-service").asMap();

        // Then
        assertEquals("broker:9093", settings.get("bootstrap.servers"));
        assertEquals("SASL_SSL", settings.get("security.protocol"));
        assertEquals("SCRAM-SHA-512", settings.get("sasl.mechanism"));
        assertEquals("/ca.pem", settings.get("ssl.truststore.location"));
        assertEquals("all", settings.get("acks"));
        assertEquals("ticket-service-relay", settings.get("client.id"));
    }
}
