package org.gongdan.generated;

import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;

/** Ids of what is known, for the fields that ask for such; what belongs to a customer goes with that customer. */
final class Ids {
    private final Random random;
    private final Known known;
    private JsonNode customer;

    Ids(Random random, Known known) {
        this.random = random;
        this.known = known;
    }

    /** For the next request. */
    void begin() {
        customer = null;
    }

    /** From now on ids are of this customer's. */
    void chooseCustomer() {
        customer = known.someCustomer(random);
    }

    /** Whether the customer has nothing that such a field could name. */
    boolean hasNone(String name) {
        var his = customer == null || !name.endsWith("Id") ? null : customer.path(Known.plural(name));
        return his != null && his.isArray() && his.isEmpty();
    }

    /** @param name of the field: {@code siteId} asks for one of the sites */
    String of(String name, boolean usual) {
        if (!usual && random.nextInt(12) == 0 || !name.endsWith("Id")) {
            return Texts.uuid(random);
        }
        var collection = Known.plural(name);
        if (name.equals("customerId") && customer != null) {
            return customer.path("id").textValue();
        }
        if (customer != null && customer.path(collection).size() > 0) {
            return customer.path(collection).get(random.nextInt(customer.path(collection).size())).path("id").textValue();
        }
        var some = known.some(collection, random);
        return some != null ? some : Texts.uuid(random);
    }

    /** What is called so somewhere else than where it was looked for; null when nothing is. */
    String elsewhere(String collection, String name) {
        return name.endsWith("Id") ? known.some(Known.plural(name), random) : known.field(collection, name, random);
    }
}
