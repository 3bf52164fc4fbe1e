package org.gongdan.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

class CastTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyProductOfEveryCustomerHasFaultsAndNoFaultIsOfNothing() throws IOException {
        // Given
        var owned = new TreeSet<String>();
        JSON.readTree(Path.of("src/main/resources/demo/customers.json").toFile())
                .forEach(customer -> customer.path("products").forEach(product -> owned.add(product.path("name").textValue())));

        // When
        var faulty = new TreeSet<String>();
        new Cast().faults().forEach(fault -> faulty.add(fault.product()));

        // Then
        assertEquals(owned, faulty);
    }

    @Test
    void whoIsVisitedForAFaultIsToldWhatForAndEverybodyIsAskedToTrySomething() {
        // When
        var faults = new Cast().faults();

        // Then
        faults.forEach(fault -> {
            assertNotNull(fault.tried(), fault.summary());
            assertTrue(!fault.way().equals("ON_SITE") || fault.need() != null, fault.summary());
        });
    }

    @Test
    void everyEngineerAndAgentHasHisAccount() throws IOException {
        // Given
        var realm = JSON.readTree(Path.of("../keycloak/demo-realm.json").toFile());

        // When
        var users = new TreeSet<String>();
        realm.path("users").forEach(user -> users.add(user.path("id").textValue() + " " + user.path("username").textValue()));

        // Then
        Cast.ENGINEERS.forEach(engineer -> assertTrue(users.contains(engineer.id() + " " + engineer.user()), engineer.toString()));
        assertTrue(users.stream().map(user -> user.substring(user.indexOf(' ') + 1)).toList().containsAll(Cast.AGENTS));
    }
}
