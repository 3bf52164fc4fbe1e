package org.gongdan.faults;

import java.net.http.HttpClient;
import java.time.Duration;

/** What clients and those who compare the books need of a running platform, wherever its processes run. */
public interface Surroundings {

    /** Where commands about tickets go. */
    String ticketAddress();

    /** Of one of the users who work on tickets. */
    String token(String user);

    HttpClient http();

    /** How long a client waits for an answer. */
    default Duration patience() {
        return Duration.ofSeconds(5);
    }

    /** A broker's address that asks for no account. */
    String kafka();

    Database ticketDatabase();

    Database slaDatabase();
}
