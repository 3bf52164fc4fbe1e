package org.gongdan.notification.mail;

/** A mail, ready to be sent. */
record Letter(String to, String subject, String body) {
}
