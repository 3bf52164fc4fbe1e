package org.gongdan.ticket.customer;

/** In which language a contact is written to; called as BCP 47 calls it, in requests, events and tables alike. */
enum Language {
    zh, en
}
