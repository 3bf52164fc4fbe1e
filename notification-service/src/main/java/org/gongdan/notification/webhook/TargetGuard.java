package org.gongdan.notification.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.Rejected;

/**
 * Keeps webhooks from being used to reach what only we can reach (SSRF): checked when a webhook is registered and again for every try,
 * since names may lead elsewhere by then.
 */
@ApplicationScoped
class TargetGuard {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** What ends in a number is an IPv4 address (WHATWG URL, 3.6), and of its notations the one that everybody reads alike. */
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final Set<String> allowedHosts;
    private final Resolver resolver;

    @Inject
    TargetGuard(@ConfigProperty(name = "gongdan.webhook.allowed-hosts") Optional<List<String>> allowedHosts) {
        this(allowedHosts.orElse(List.of()), InetAddress::getAllByName);
    }

    TargetGuard(List<String> allowedHosts, Resolver resolver) {
        this.allowedHosts = allowedHosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        this.resolver = resolver;
    }

    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * Looks the host up; blocks while it does.
     *
     * @throws InvalidInput when it is no URL we could use
     * @throws Rejected     when the host does not exist or is not public, which are not told apart: one address that is not refuses all
     */
    Target check(String url) {
        URI uri = parse(url);
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        boolean allowed = allowedHosts.contains(host);
        boolean tls = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() != -1 ? uri.getPort() : tls ? HTTPS : HTTP;
        if (!allowed && (!tls || port != HTTPS || NUMBER.matcher(host).matches() && !FOUR_NUMBERS.matcher(host).matches())) {
            throw refusal();
        }
        InetAddress[] addresses = addresses(host);
        if (!allowed && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw refusal();
        }
        InetAddress first = Arrays.stream(addresses).min(Comparator.comparing(address -> address instanceof Inet4Address ? 0 : 1))
                .orElseThrow();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(first, host, port, tls, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /** One for every reason, so that nobody finds out by it what names our own DNS knows. */
    static Rejected refusal() {
        return new Rejected("webhook-address-refused");
    }

    private InetAddress[] addresses(String host) {
        try {
            InetAddress[] addresses = resolver.resolve(host);
            if (addresses.length > 0) {
                return addresses;
            }
        } catch (UnknownHostException unknown) {
            // Said below.
        }
        throw refusal();
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url.strip());
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null && uri.getPort() <= 0xffff
                    && uri.getPort() != 0) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Said below.
        }
        throw new InvalidInput("url", "webhook-url-malformed");
    }
}
