package org.gongdan.ticket.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongdan.platform.address.Mailable;
import org.gongdan.platform.address.PhoneNumber;
import org.gongdan.platform.input.Line;
import org.gongdan.platform.input.Prose;
import org.gongdan.platform.security.Mask;

/** Requests and views of the customer file. */
final class CustomerApi {

    private CustomerApi() {
    }

    record RegisterCustomer(UUID id, @NotNull @Line(max = 200) String name, CustomerLevel level,
            @Size(max = 500) List<@NotNull @Valid AddSite> sites,
            @Size(max = 500) List<@NotNull @Valid AddContact> contacts, @Size(max = 1000) List<@NotNull @Valid AddProduct> products) {

        RegisterCustomer {
            level = level == null ? CustomerLevel.STANDARD : level;
            sites = sites == null ? List.of() : sites;
            contacts = contacts == null ? List.of() : contacts;
            products = products == null ? List.of() : products;
        }
    }

    record AddSite(@NotNull @Line(max = 200) String name, @NotNull @Prose(max = 500) String address) {
    }

    /** @param siteIndex position in the request's sites, from 0; @param siteId a site that exists; @param language of his letters, zh unless given */
    record AddContact(@NotNull @Line(max = 100) String name, @NotNull @Line(max = 20) String salutation,
            @NotNull @PhoneNumber @Schema(maxLength = 40) String phone, @Mailable @Schema(maxLength = 254) String email,
            @Min(0) Integer siteIndex, UUID siteId, Language language) {

        AddContact {
            language = language == null ? Language.zh : language;
        }
    }

    record AddProduct(@NotNull @Line(max = 200) String name, @Line(max = 100) String serial, @Min(0) Integer siteIndex, UUID siteId) {
    }

    /** Of a change, what is not given stays as it is. */
    record ChangeCustomer(@Line(max = 200) String name, CustomerLevel level) {
    }

    record ChangeSite(@Line(max = 200) String name, @Prose(max = 500) String address) {
    }

    /** @param withoutEmail he has no mail address any more */
    record ChangeContact(@Line(max = 100) String name, @Line(max = 20) String salutation, @PhoneNumber @Schema(maxLength = 40) String phone,
            @Mailable @Schema(maxLength = 254) String email, boolean withoutEmail, UUID siteId, Language language) {
    }

    record ChangeProduct(@Line(max = 200) String name, @Line(max = 100) String serial, UUID siteId) {
    }

    record EraseContact(@NotNull Grounds because) {
    }

    record Reveal(@NotNull @Prose(max = 500) String reason) {
    }

    record SiteView(UUID id, String name, String address, Instant withdrawnAt) {
        static SiteView of(Site site) {
            return new SiteView(site.id, site.name, Mask.address(site.address), site.withdrawnAt);
        }
    }

    /**
     * @param phone       as it was typed
     * @param phoneNumber what to dial, as RFC 3966 writes it; not shown with a masked contact
     * @param erasedAt    since then nothing is known of the person
     */
    record ContactView(UUID id, String name, String salutation, String phone, String phoneNumber, String email, UUID siteId,
            Language language, Instant withdrawnAt, Instant erasedAt) {
        static ContactView masked(Contact contact) {
            return new ContactView(contact.id, Mask.name(contact.name), contact.salutation, Mask.phone(contact.phone), null,
                    Mask.email(contact.email), contact.siteId, contact.language, contact.withdrawnAt, contact.erasedAt);
        }

        static ContactView plain(Contact contact) {
            return new ContactView(contact.id, contact.name, contact.salutation, contact.phone, contact.phoneNumber,
                    contact.email, contact.siteId, contact.language, contact.withdrawnAt, contact.erasedAt);
        }
    }

    record ProductView(UUID id, String name, String serial, UUID siteId, Instant withdrawnAt) {
        static ProductView of(Product product) {
            return new ProductView(product.id, product.name, product.serial, product.siteId, product.withdrawnAt);
        }
    }

    /** @param callers only in search results: the contacts who call from the number that was asked for */
    record CustomerView(UUID id, long version, String name, CustomerLevel level, List<SiteView> sites, List<ContactView> contacts,
            List<ProductView> products, Instant withdrawnAt, List<ContactView> callers) {
        static CustomerView of(CustomerFile file) {
            return new CustomerView(file.customer().id, file.customer().version, file.customer().name, file.customer().level,
                    file.sites().stream().map(SiteView::of).toList(), file.contacts().stream().map(ContactView::masked).toList(),
                    file.products().stream().map(ProductView::of).toList(), file.customer().withdrawnAt, null);
        }

        static CustomerView ofHead(FoundCustomer found) {
            Customer customer = found.customer();
            return new CustomerView(customer.id, customer.version, customer.name, customer.level, null, null, null, customer.withdrawnAt,
                    found.callers().stream().map(ContactView::masked).toList());
        }
    }
}
