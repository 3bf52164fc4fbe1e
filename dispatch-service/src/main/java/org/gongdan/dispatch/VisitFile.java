package org.gongdan.dispatch;

import java.util.ArrayList;
import java.util.List;

import org.gongdan.dispatch.contact.Contact;
import org.gongdan.dispatch.engineer.Engineer;

/** A visit with whom it leads to and who goes; both may be unknown (null). */
record VisitFile(Visit visit, Contact contact, Engineer engineer) {

    static VisitFile of(Object[] row) {
        return new VisitFile((Visit) row[0], (Contact) row[1], (Engineer) row[2]);
    }

    /** Which of the four compulsory data (R46) are to be asked for in the call (R52). */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        require(missing, "name", contact == null ? null : contact.name());
        require(missing, "phone", contact == null ? null : contact.phone());
        require(missing, "address", contact == null ? null : contact.address());
        require(missing, "need", visit.need);
        return missing;
    }

    private static void require(List<String> missing, String name, String value) {
        if (value == null || value.isBlank()) {
            missing.add(name);
        }
    }
}
