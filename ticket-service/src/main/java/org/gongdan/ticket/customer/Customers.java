package org.gongdan.ticket.customer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.address.Phone;
import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.platform.tx.Work;
import org.gongdan.ticket.customer.CustomerApi.AddContact;
import org.gongdan.ticket.customer.CustomerApi.AddProduct;
import org.gongdan.ticket.customer.CustomerApi.AddSite;
import org.gongdan.ticket.customer.CustomerApi.RegisterCustomer;
import org.hibernate.LockMode;

import io.smallrye.mutiny.Uni;

/** The only door to customer files. */
@ApplicationScoped
class Customers {

    /** One change of a file after the other. A weaker lock than {@code for update}, so that tickets can be opened meanwhile. */
    private static final Sql ALONE = Sql.of("select id from customer where id = :id for no key update");

    private final Outbox outbox;
    private final Clock clock;

    Customers(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param withdrawn whether those are found as well who are withdrawn
     * @param levels    any of them; none: whatever it is
     */
    record Search(String text, boolean withdrawn, Set<CustomerLevel> levels) {
    }

    Uni<CustomerFile> register(Work work, RegisterCustomer request) {
        UUID id = request.id() == null ? Ids.next() : request.id();
        return work.session().find(Customer.class, id).chain(existing -> {
            if (existing != null) {
                throw new Conflict("customer-exists", id);
            }
            Customer customer = new Customer(id, request.name(), request.level());
            List<Site> sites = request.sites().stream().map(site -> new Site(Ids.next(), id, site.name(), site.address())).toList();
            List<Contact> contacts = request.contacts().stream()
                    .map(contact -> contact(id, contact, siteOf(sites, contact.siteIndex(), "contacts"))).toList();
            List<Product> products = request.products().stream()
                    .map(product -> product(id, product, siteOf(sites, product.siteIndex(), "products"))).toList();
            List<Object> rows = new ArrayList<>(List.of(customer));
            rows.addAll(sites);
            rows.addAll(contacts);
            rows.addAll(products);
            CustomerFile file = new CustomerFile(customer, sites, contacts, products);
            return work.session().persistAll(rows.toArray()).chain(work.session()::flush)
                    .chain(() -> outbox.add(work, 0, clock.instant(), facts(file)))
                    .replaceWith(file);
        });
    }

    Uni<CustomerFile> addSite(Work work, UUID customerId, AddSite request) {
        return alone(work, customerId).chain(customer -> {
            Site site = new Site(Ids.next(), customerId, request.name(), request.address());
            return add(work, customer, site, site.changed());
        });
    }

    Uni<CustomerFile> addContact(Work work, UUID customerId, AddContact request) {
        return alone(work, customerId).chain(customer -> site(work, customerId, request.siteId()).chain(site -> {
            Contact contact = contact(customerId, request, site);
            return add(work, customer, contact, contact.changed(site == null ? null : site.address));
        }));
    }

    Uni<CustomerFile> addProduct(Work work, UUID customerId, AddProduct request) {
        return alone(work, customerId).chain(customer -> site(work, customerId, request.siteId()).chain(site -> {
            Product product = product(customerId, request, site);
            return add(work, customer, product, product.installed());
        }));
    }

    Uni<CustomerFile> find(Read read, UUID id, Caller caller) {
        caller.mustSee(id, "customer", id);
        return customer(read, id).chain(customer -> file(read, customer));
    }

    Uni<Contact> contact(Read read, UUID customerId, UUID contactId) {
        return read.session().find(Contact.class, contactId).invoke(contact -> {
            if (contact == null || !contact.customerId.equals(customerId)) {
                throw new NotFound("contact", contactId);
            }
        });
    }

    /**
     * Customers the caller may see whose name holds all words, by name; names are unique enough to be the cursor together with the id. Who may see
     * phone numbers also finds customers by the number somebody of theirs calls from.
     *
     */
    Uni<List<FoundCustomer>> search(Read read, Search search, CustomerCursor after, Caller caller, int limit) {
        Where where = CustomerQuestion.of(search.text(), caller);
        if (!search.withdrawn()) {
            where.and("withdrawnAt is null");
        }
        if (!search.levels().isEmpty()) {
            where.and("level in :levels", search.levels());
        }
        where.and("(name > :name or name = :name and id > :id)").with("name", after.name()).with("id", after.id());
        return where.bind(read.session().createSelectionQuery("from Customer where " + where + " order by name, id", Customer.class))
                .setMaxResults(limit).getResultList()
                .chain(found -> withCallers(read, CustomerQuestion.number(search.text(), caller), found));
    }

    private static Uni<List<FoundCustomer>> withCallers(Read read, Optional<String> number, List<Customer> found) {
        if (number.isEmpty() || found.isEmpty()) {
            return Uni.createFrom().item(found.stream().map(customer -> new FoundCustomer(customer, List.of())).toList());
        }
        Where where = CustomerQuestion.callers(number.get(), found.stream().map(customer -> customer.id).toList());
        return where.bind(read.session().createSelectionQuery("from Contact where " + where + " order by id", Contact.class))
                .getResultList()
                .map(callers -> found.stream().map(customer -> new FoundCustomer(customer,
                        callers.stream().filter(contact -> contact.customerId.equals(customer.id)).toList())).toList());
    }

    /** The customer, whose file nobody else changes until the transaction ends. */
    Uni<Customer> alone(Work work, UUID id) {
        return ALONE.with("id", id).row(work).chain(() -> customer(work, id));
    }

    /** Writes what was changed in the file, gives it another version and tells the facts. */
    Uni<CustomerFile> changed(Work work, Customer customer, List<? extends Fact> facts) {
        return work.session().flush()
                .chain(() -> work.session().lock(customer, LockMode.PESSIMISTIC_FORCE_INCREMENT))
                .chain(() -> outbox.add(work, customer.version, clock.instant(), facts))
                .chain(() -> file(work, customer));
    }

    private Uni<CustomerFile> add(Work work, Customer customer, Object row, Fact fact) {
        return work.session().persist(row).chain(() -> changed(work, customer, List.of(fact)));
    }

    private static List<Fact> facts(CustomerFile file) {
        List<Fact> facts = new ArrayList<>();
        facts.add(file.customer().registered());
        file.sites().forEach(site -> facts.add(site.changed()));
        file.contacts().forEach(contact -> facts.add(contact.changed(file.sites().stream().filter(site -> site.id.equals(contact.siteId))
                .map(site -> site.address).findFirst().orElse(null))));
        file.products().forEach(product -> facts.add(product.installed()));
        return facts;
    }

    private static Uni<Customer> customer(Read read, UUID id) {
        return read.session().find(Customer.class, id).onItem().ifNull().failWith(() -> new NotFound("customer", id));
    }

    /** @return null for no id. @throws InvalidInput for the site of another customer */
    Uni<Site> site(Read read, UUID customerId, UUID siteId) {
        if (siteId == null) {
            return Uni.createFrom().nullItem();
        }
        return read.session().find(Site.class, siteId).invoke(site -> {
            if (site == null || !site.customerId.equals(customerId)) {
                throw new InvalidInput("siteId", "not-the-customers", siteId);
            }
        });
    }

    Uni<CustomerFile> file(Read read, Customer customer) {
        return list(read, Site.class, customer.id).chain(sites -> list(read, Contact.class, customer.id)
                .chain(contacts -> list(read, Product.class, customer.id)
                        .map(products -> new CustomerFile(customer, sites, contacts, products))));
    }

    private static <T> Uni<List<T>> list(Read read, Class<T> type, UUID customerId) {
        return read.session().createSelectionQuery("from " + type.getSimpleName() + " where customerId = ?1 order by id", type)
                .setParameter(1, customerId).getResultList();
    }

    private static Site siteOf(List<Site> sites, Integer index, String field) {
        if (index == null) {
            return null;
        }
        if (index >= sites.size()) {
            throw new InvalidInput(field + ".siteIndex", "no-such-site-index", index);
        }
        return sites.get(index);
    }

    private static Contact contact(UUID customerId, AddContact request, Site site) {
        return new Contact(Ids.next(), customerId, site == null ? null : site.id, request.name(), request.salutation(),
                request.phone().strip(),
                Phone.read(request.phone()).map(Phone::number).orElseThrow(), request.email(), request.language());
    }

    private static Product product(UUID customerId, AddProduct request, Site site) {
        return new Product(Ids.next(), customerId, site == null ? null : site.id, request.name(), request.serial());
    }
}
