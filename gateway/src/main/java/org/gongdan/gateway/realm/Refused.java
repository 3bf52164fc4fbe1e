package org.gongdan.gateway.realm;

/** Why the realm cannot be brought to what it should be, in a sentence for who runs it. */
final class Refused extends RuntimeException {

    Refused(String why) {
        super(why);
    }
}
