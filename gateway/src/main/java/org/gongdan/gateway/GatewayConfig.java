package org.gongdan.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Every key below `gongdan.gateway`; application.properties sets the shipped values and explains each. */
@ConfigMapping(prefix = "gongdan.gateway")
interface GatewayConfig {

    /** One entry per service; the key is the service's name and also opens {@code /openapi/<name>} and {@code /api/operations/<name>}. */
    Map<String, Service> routes();

    Breaker breaker();

    RateLimit rateLimit();

    Session session();

    Sessions sessions();

    Connections connections();

    Floods floods();

    Calls calls();

    Strangers strangers();

    /** How many processes of the gateway share the limits of those who are not signed in. */
    @WithDefault("1")
    int replicas();

    /** Path ending of server-sent event streams, for example `/stream`: these get `stream-idle` instead of `timeout`. */
    @WithDefault("/stream")
    String streamSuffix();

    /** Value of Content-Security-Policy on every answer but those below `/docs`. */
    String contentSecurityPolicy();

    interface Service {
        /** Where the service listens, scheme, host and port only. */
        URI url();

        /** Path prefixes that need a signed-in caller or a bearer token. */
        List<String> prefixes();

        /** Path prefixes anybody may call. */
        Optional<List<String>> publicPrefixes();

        /** Longest silence of the service before the gateway answers 504. */
        @WithDefault("30s")
        Duration timeout();

        /** Longest silence within an event stream before it is cut; services send heartbeats. */
        @WithDefault("5m")
        Duration streamIdle();

        /** Largest request body, 413 above. */
        @WithDefault("1M")
        MemorySize maxBody();

        /** Connections to the service for ordinary calls. */
        @WithDefault("128")
        int connections();

        /** Event streams open at once; a pool of its own, so that watchers never starve calls. */
        @WithDefault("1000")
        int streams();
    }

    interface Breaker {
        /** Calls looked at when deciding. */
        @WithDefault("20")
        int window();

        /** Share of failed calls in the window that opens the breaker, 0 to 1. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long it stays open before one probe call is let through. */
        @WithDefault("2s")
        Duration open();
    }

    interface RateLimit {
        @WithDefault("true")
        boolean enabled();

        /** Sustained requests per second of one client. */
        @WithDefault("50")
        int perSecond();

        /** Requests a client may send at once after a pause. */
        @WithDefault("60")
        int burst();

        /** So many of them go on at once, the others one after the other as often as he may keep up. */
        @WithDefault("20")
        int unpaced();

        /** Clients remembered; the least recently seen are forgotten first. */
        @WithDefault("50000")
        long clients();
    }

    interface Sessions {
        /** Admin REST address of the realm; by default the issuer's, with `/admin` in it. */
        Optional<URI> adminUrl();

        /** Client whose service account may read events and nothing else. */
        String clientId();

        String clientSecret();

        /** Pause between two questions. */
        @WithDefault("2s")
        Duration every();
    }

    /** Limits of the wire, for every connection, whoever is behind it. */
    interface Connections {
        /** Connections one address (of IPv6: one /64) may have open, 0 for any number; not applied behind a proxy. */
        @WithDefault("256")
        int perAddress();

        /** Header lines of one request, 431 above. */
        @WithDefault("100")
        int headers();

        /** How long a connection may be silent between two requests, or before the first. */
        @WithDefault("1m")
        Duration idle();

        /** Time from the first byte of a request to the end of its headers, 408 after. */
        @WithDefault("10s")
        Duration head();

        /** Time over which the rate of a client is judged. */
        @WithDefault("10s")
        Duration window();

        /** Bytes per second that a client must send of a body, and take of an answer, in every window. */
        @WithDefault("1K")
        MemorySize rate();

        /** Longest time for a body, 408 after. */
        @WithDefault("5m")
        Duration bodyTime();
    }

    /** What one address (of IPv6: one /64) may do to us again and again before it has to wait; none of it behind a proxy. */
    interface Floods {
        /** Connections opened at once after a pause; each further one is not read from until its turn comes. */
        @WithDefault("512")
        int openingsBurst();

        /** Turns to open a connection. */
        @WithDefault("100")
        int openingsPerSecond();

        /**
         * Refusals on the wire (400, 408, 414, 431, 429 for too many connections) at once after a pause; each further one is held back
         * until its turn comes.
         */
        @WithDefault("20")
        int refusalsBurst();

        /** Turns to be refused. */
        @WithDefault("1")
        int refusalsPerSecond();

        /** Answers that the gateway gives without a service (files, refusals) at once after a pause; then the next request waits for its turn. */
        @WithDefault("2000")
        int answersBurst();

        /** Turns to be answered by the gateway itself. */
        @WithDefault("500")
        int answersPerSecond();

        /**
         * Refusals of one signed-in caller for coming too often (429) at once after a pause; then the connection's next request waits for
         * its turn.
         */
        @WithDefault("20")
        int tooManyBurst();

        /** Turns to be refused for coming too often. */
        @WithDefault("5")
        int tooManyPerSecond();

        /** Nobody waits longer for a turn. */
        @WithDefault("10s")
        Duration longestWait();

        /** Connections of all addresses that may wait before they are let in or closed; further ones are closed at once. */
        @WithDefault("4096")
        int waiting();
    }

    /** What one caller may have running at the same time. */
    interface Calls {
        /** Calls of one signed-in caller to one service. */
        @WithDefault("3")
        int perCaller();

        /** Further ones that wait in line for these to end. */
        @WithDefault("60")
        int waiting();

        /** How long one waits in line. */
        @WithDefault("10s")
        Duration longestWait();

        /** Event streams of one person. */
        @WithDefault("10")
        int streamsPerPerson();

        /** Event streams from one address; an office behind one address has many people. */
        @WithDefault("200")
        int streamsPerAddress();
    }

    /** Those who are not signed in, on paths that are open to everybody. */
    interface Strangers {
        /** Calls of one address to one service at the same time. */
        @WithDefault("8")
        int calls();

        /** Calls of all of them together to one service at the same time. */
        @WithDefault("48")
        int callsOfAll();

        /** Largest body, 413 above. */
        @WithDefault("256K")
        MemorySize maxBody();

        /** Time for the whole body, 408 after. */
        @WithDefault("20s")
        Duration bodyTime();
    }

    interface Session {
        /** Start of all cookie names; with `__Host-` browsers insist on Secure, Path=/ and no Domain. */
        @WithDefault("__Host-gongdan")
        String cookie();
    }
}
