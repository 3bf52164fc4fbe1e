package org.gongdan.notification.mail;

/** A mail, ready to be sent: the same words as text and as HTML. */
record Letter(String to, String subject, String text, String html) {
}
