package org.gongdan.ticket.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {

    private static final Instant AT = Instant.parse("2026-11-27T01:00:00Z");
    private static final UUID CUSTOMER = new UUID(0, 1);

    private final Contact contact = new Contact(new UUID(0, 2), CUSTOMER, null, "刘海燕", "刘店长", "13812341234", "+8613812341234",
            "liu@example.com", Language.zh);

    private static Contact.Change phone(String phone, String number) {
        return new Contact.Change(null, null, phone, number, null, false, null, null);
    }

    @Test
    void whatAChangeDoesNotNameStays() {
        // When
        boolean changed = contact.change(phone("13900001111", "+8613900001111"));

        // Then
        assertTrue(changed);
        assertEquals(new ContactEvent.ContactChanged(contact.id, CUSTOMER, null, "刘海燕", "刘店长", "13900001111", "+8613900001111",
                "liu@example.com", null, Language.zh), contact.changed(null));
    }

    @Test
    void theSameAgainIsNoChange() {
        assertFalse(contact.change(phone("13812341234", "+8613812341234")));
        assertTrue(contact.change(new Contact.Change(null, null, null, null, null, true, null, null)));
        assertFalse(contact.change(new Contact.Change(null, null, null, null, null, true, null, null)));
    }

    @Test
    void anotherLanguageIsAChangeThatIsTold() {
        // When
        boolean changed = contact.change(new Contact.Change(null, null, null, null, null, false, null, Language.en));

        // Then
        assertTrue(changed);
        assertEquals(Language.en, contact.changed(null).language());
        assertFalse(contact.change(new Contact.Change(null, null, null, null, null, false, null, Language.en)));
    }

    @Test
    void nothingOfAnErasedPersonIsLeftButTheId() {
        // When
        CustomerEvent.ContactErased erased = contact.erase(Grounds.ASKED_BY_PERSON, AT, "dispatcher");

        // Then
        assertEquals(new CustomerEvent.ContactErased(CUSTOMER, contact.id, Grounds.ASKED_BY_PERSON, AT, "dispatcher"), erased);
        assertEquals(new ContactEvent.ContactChanged(contact.id, CUSTOMER, null, null, null, null, null, null, null, null),
                contact.changed(null));
        assertEquals("contact-erased", assertThrows(Rejected.class, contact::mustNotBeErased).code());
    }

    @Test
    void whatIsWithdrawnComesBackAndIsToldOnceEach() {
        // When
        Optional<CustomerEvent> withdrawn = contact.withdraw(AT, "agent");

        // Then
        assertEquals(Optional.of(new CustomerEvent.ContactWithdrawn(CUSTOMER, contact.id, AT, "agent")), withdrawn);
        assertEquals(Optional.empty(), contact.withdraw(AT.plusSeconds(1), "agent"));
        assertEquals(AT, contact.withdrawnAt());
        assertEquals(Optional.of(new CustomerEvent.ContactReinstated(CUSTOMER, contact.id, AT, "agent")), contact.reinstate(AT, "agent"));
        assertEquals(Optional.empty(), contact.reinstate(AT, "agent"));
        assertNull(contact.withdrawnAt());
    }

    @ParameterizedTest
    @CsvSource({"刘海燕, %刘海燕%", "刘, 刘", "50%_!, %50!%!_!!%"})
    void aNameIsFoundWithinATextUnlessItIsASingleLetter(String name, String pattern) {
        assertEquals(pattern, new Person(contact.id, CUSTOMER, name).pattern());
    }
}
