package org.gongdan.ticket.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.address.Phone;
import org.gongdan.platform.event.Fact;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;
import org.gongdan.ticket.customer.CustomerApi.ChangeContact;
import org.gongdan.ticket.customer.CustomerApi.ChangeCustomer;
import org.gongdan.ticket.customer.CustomerApi.ChangeProduct;
import org.gongdan.ticket.customer.CustomerApi.ChangeSite;

import io.smallrye.mutiny.Uni;

/** Changes, withdraws and reinstates what customer files hold; one change of a file at a time, and none that changes nothing is told. */
@ApplicationScoped
class Upkeep {

    private final Customers customers;
    private final Clock clock;

    Upkeep(Customers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /** Which part of which file, as whose caller saw it. @param ifMatch entity tag the caller saw, or null */
    record Target(UUID customerId, String ifMatch, Caller caller) {
    }

    Uni<CustomerFile> change(Work work, Target target, ChangeCustomer request) {
        return checked(work, target).chain(customer -> told(work, customer,
                customer.change(request.name(), request.level(), clock.instant(), target.caller().username())));
    }

    /** The address of a site is told with each contact there. */
    Uni<CustomerFile> change(Work work, Target target, UUID siteId, ChangeSite request) {
        return checked(work, target).chain(customer -> site(work, customer, siteId).chain(site -> {
            if (!site.change(request.name(), request.address())) {
                return customers.file(work, customer);
            }
            return customers.file(work, customer).chain(file -> {
                List<Fact> facts = new ArrayList<>(List.of(site.changed()));
                file.contacts().stream().filter(contact -> siteId.equals(contact.siteId) && !contact.isErased())
                        .forEach(contact -> facts.add(contact.changed(site.address)));
                return customers.changed(work, customer, facts);
            });
        }));
    }

    Uni<CustomerFile> change(Work work, Target target, UUID contactId, ChangeContact request) {
        if (request.withoutEmail() && request.email() != null) {
            throw new InvalidInput("withoutEmail", "email-and-none");
        }
        return checked(work, target).chain(customer -> contact(work, customer, contactId)
                .call(() -> customers.site(work, customer.id, request.siteId()))
                .chain(contact -> {
                    if (!contact.change(changeOf(request))) {
                        return customers.file(work, customer);
                    }
                    return customers.site(work, customer.id, contact.siteId)
                            .chain(site -> customers.changed(work, customer,
                                    List.of(contact.changed(site == null ? null : site.address))));
                }));
    }

    private static Contact.Change changeOf(ChangeContact request) {
        String phone = request.phone() == null ? null : request.phone().strip();
        String number = phone == null ? null : Phone.read(phone).map(Phone::number).orElseThrow();
        return new Contact.Change(request.name(), request.salutation(), phone, number, request.email(), request.withoutEmail(),
                request.siteId(), request.language());
    }

    Uni<CustomerFile> change(Work work, Target target, UUID productId, ChangeProduct request) {
        return checked(work, target).chain(customer -> product(work, customer, productId)
                .call(() -> customers.site(work, customer.id, request.siteId()))
                .chain(product -> told(work, customer, product.change(request.name(), request.serial(), request.siteId(),
                        clock.instant(), target.caller().username()))));
    }

    /** Finds a part of a file to be withdrawn or reinstated. */
    @FunctionalInterface
    interface Part {
        Uni<? extends Withdrawable> of(Work work, Customer customer);
    }

    static Part whole() {
        return (work, customer) -> Uni.createFrom().item(customer);
    }

    static Part site(UUID id) {
        return (work, customer) -> site(work, customer, id);
    }

    static Part product(UUID id) {
        return (work, customer) -> product(work, customer, id);
    }

    Part contact(UUID id) {
        return (work, customer) -> contact(work, customer, id);
    }

    Uni<CustomerFile> withdraw(Work work, Target target, Part part) {
        return turn(work, target, part, Withdrawable::withdraw);
    }

    Uni<CustomerFile> reinstate(Work work, Target target, Part part) {
        return turn(work, target, part, Withdrawable::reinstate);
    }

    private interface Turn {
        Optional<CustomerEvent> of(Withdrawable part, Instant at, String by);
    }

    private Uni<CustomerFile> turn(Work work, Target target, Part part, Turn turn) {
        return checked(work, target).chain(customer -> part.of(work, customer)
                .chain(found -> told(work, customer, turn.of(found, clock.instant(), target.caller().username()))));
    }

    private Uni<Customer> checked(Work work, Target target) {
        return customers.alone(work, target.customerId())
                .invoke(customer -> Etags.check(target.ifMatch(), customer.version, "customer", target.customerId()));
    }

    private Uni<CustomerFile> told(Work work, Customer customer, Optional<CustomerEvent> fact) {
        return fact.isEmpty() ? customers.file(work, customer) : customers.changed(work, customer, List.of(fact.get()));
    }

    private Uni<Contact> contact(Work work, Customer customer, UUID id) {
        return customers.contact(work, customer.id, id).invoke(Contact::mustNotBeErased);
    }

    private static Uni<Site> site(Work work, Customer customer, UUID id) {
        return part(work, Site.class, id, site -> customer.id.equals(site.customerId), "site");
    }

    private static Uni<Product> product(Work work, Customer customer, UUID id) {
        return part(work, Product.class, id, product -> customer.id.equals(product.customerId), "product");
    }

    private static <T> Uni<T> part(Work work, Class<T> type, UUID id, Predicate<T> ofCustomer, String kind) {
        return work.session().find(type, id).invoke(found -> {
            if (found == null || !ofCustomer.test(found)) {
                throw new NotFound(kind, id);
            }
        });
    }
}
