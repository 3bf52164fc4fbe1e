package org.gongdan.journeys;

/** A customer with a store, a product in use there, and the contact who answers for it; ids, and the contact's address. */
record Shop(String customer, String site, String product, String contact, String mail) {
}
