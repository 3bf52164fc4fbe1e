package org.gongdan.stack.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Who takes part: engineers, agents, customers with what they own, and the faults that befall it. */
final class Cast {
    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final String ID = "0190a000-0000-7000-8000-0000000001";

    /** Their ids are those of the accounts in the realm file. */
    static final List<Engineer> ENGINEERS = List.of(new Engineer(ID + "02", "engineer", "李工", "13900000102"),
            new Engineer(ID + "03", "engineer2", "赵工", "13900000103"), new Engineer(ID + "13", "engineer3", "钱工", "13900000113"),
            new Engineer(ID + "14", "engineer4", "郑工", "13900000114"), new Engineer(ID + "15", "engineer5", "冯工", "13900000115"),
            new Engineer(ID + "16", "engineer6", "蒋工", "13900000116"));
    static final List<String> AGENTS = List.of("agent", "agent2", "agent3");

    private final List<JsonNode> files;
    private final List<Fault> faults;
    private final Map<String, Customer> customers = new HashMap<>();
    private final List<String> urn = new ArrayList<>();

    record Engineer(String id, String user, String name, String phone) {
    }

    /** @param way how it is solved: PHONE, REMOTE or ON_SITE @param tried what the agent tries on the phone @param need what an engineer has to do there */
    record Fault(String product, String summary, String symptom, String impact, String urgency, String way, String category, String cause,
            String fix,
            String tried, String need, boolean article) {
    }

    record Contact(String id, String salutation, String name, String site) {
    }

    record Product(String id, String name, String site) {
    }

    record Customer(String id, String name, String contract, String portal, List<Contact> contacts, List<Product> products) {

        /** Who calls about something at a site. */
        Contact contactAt(String site) {
            return contacts.stream().filter(contact -> site.equals(contact.site())).findFirst().orElse(contacts.getFirst());
        }
    }

    Cast() {
        files = read("customers.json", new TypeReference<>() {
        });
        faults = read("faults.json", new TypeReference<>() {
        });
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (var in = Cast.class.getResourceAsStream("/demo/" + name)) {
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new DemoStopped(name + " cannot be read: " + e, e);
        }
    }

    void enter(Api api) {
        for (var engineer : ENGINEERS) {
            api.post("dispatcher", "/api/engineers", "id", engineer.id(), "name", engineer.name(), "phone", engineer.phone(), "username",
                    engineer.user());
        }
        for (var file : files) {
            var entered = api.post("agent", "/api/customers", "id", file.path("id").textValue(), "name", file.path("name").textValue(),
                    "level",
                    file.path("level").textValue(), "sites", file.path("sites"), "contacts", file.path("contacts"), "products",
                    file.path("products"));
            var customer = customer(file, entered);
            customers.put(customer.name(), customer);
            for (var weight = 0; weight < file.path("weight").intValue(); weight++) {
                urn.add(customer.name());
            }
        }
    }

    private static Customer customer(JsonNode file, JsonNode entered) {
        var contacts = new ArrayList<Contact>();
        for (var place = 0; place < entered.path("contacts").size(); place++) {
            var contact = entered.path("contacts").path(place);
            contacts.add(
                    new Contact(contact.path("id").textValue(), contact.path("salutation").textValue(),
                            file.path("contacts").path(place).path("name").textValue(),
                            contact.path("siteId").textValue()));
        }
        var products = new ArrayList<Product>();
        entered.path("products").forEach(product -> products.add(
                new Product(product.path("id").textValue(), product.path("name").textValue(), product.path("siteId").textValue())));
        return new Customer(entered.path("id").textValue(), file.path("name").textValue(), file.path("contract").textValue(),
                file.path("portal").textValue(), contacts, products);
    }

    List<Fault> faults() {
        return faults;
    }

    List<Customer> customers() {
        return files.stream().map(file -> customers.get(file.path("name").textValue())).toList();
    }

    Customer customer(String name) {
        return customers.get(name);
    }

    /** Who often calls, often. */
    Customer anyCustomer(Random random) {
        return customers.get(urn.get(random.nextInt(urn.size())));
    }

    /** One of what can befall what a customer owns, preferably of such a kind. */
    Trouble trouble(Customer customer, Random random) {
        var product = customer.products().get(random.nextInt(customer.products().size()));
        var possible = faults.stream().filter(fault -> fault.product().equals(product.name())).toList();
        return new Trouble(customer, product, possible.get(random.nextInt(possible.size())));
    }

    Trouble trouble(String customer, String summary) {
        var fault = faults.stream().filter(each -> each.summary().equals(summary)).findFirst().orElseThrow();
        var owner = customers.get(customer);
        return new Trouble(owner,
                owner.products().stream().filter(product -> product.name().equals(fault.product())).findFirst().orElseThrow(),
                fault);
    }

    /** A fault of something that a customer owns. */
    record Trouble(Customer customer, Product product, Fault fault) {

        Contact caller() {
            return customer.contactAt(product.site());
        }
    }
}
