package org.gongdan.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.smallrye.jwt.build.Jwt;

/** Access tokens as Keycloak makes them, signed with a key made for this JVM: the services' own verification stays switched on. */
public final class Tokens {

    public static final String ISSUER = "https://issuer.test/realms/gongdan";
    public static final UUID XINGFU = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    public static final UUID YANGGUANG = UUID.fromString("0190a000-0000-7000-8000-000000000002");
    public static final UUID AGENT = person(1);
    public static final UUID ENGINEER = person(2);
    public static final UUID ENGINEER_2 = person(3);
    public static final UUID SUPERVISOR = person(5);

    private static final String PUBLIC = "gongdan.test.token.public";
    private static final String PRIVATE = "gongdan.test.token.private";
    private static final Set<String> SERVICES = Set.of("ticket-service", "dispatch-service", "sla-service", "knowledge-service",
            "notification-service", "platform");

    private Tokens() {
    }

    public static String agent() {
        return of(AGENT, "agent", List.of("agent"), Map.of());
    }

    public static String engineer() {
        return of(ENGINEER, "engineer", List.of("engineer"), Map.of());
    }

    public static String engineer2() {
        return of(ENGINEER_2, "engineer2", List.of("engineer"), Map.of());
    }

    public static String supervisor() {
        return of(SUPERVISOR, "supervisor", List.of("supervisor"), Map.of());
    }

    public static String manager() {
        return of(person(6), "manager", List.of("manager"), Map.of());
    }

    public static String admin() {
        return of(person(7), "admin", List.of("admin"), Map.of());
    }

    /** Portal user of the customer {@link #XINGFU}. */
    public static String customer() {
        return of(person(9), "customer", List.of("customer"), Map.of("xingfu", XINGFU));
    }

    /** Portal user of the other customer, {@link #YANGGUANG}. */
    public static String foreignCustomer() {
        return of(person(10), "customer2", List.of("customer"), Map.of("yangguang", YANGGUANG));
    }

    /** Service account of a system that integrates for {@link #XINGFU}. */
    public static String integration() {
        return of(person(20), "service-account-erp-xingfu", List.of("integration"), Map.of("xingfu", XINGFU));
    }

    /** Signed in, with no role at all. */
    public static String nobody() {
        return of(person(30), "nobody", List.of(), Map.of());
    }

    /** A token any service accepts. @param organizations alias → customer id */
    public static String of(UUID subject, String username, List<String> roles, Map<String, UUID> organizations) {
        return of(subject, username, roles, organizations, SERVICES, ISSUER, Duration.ofMinutes(5));
    }

    /** @param name what the person is called */
    public static String named(UUID subject, String username, String name, List<String> roles) {
        return of(subject, username, name, roles, Map.of(), SERVICES, ISSUER, Duration.ofMinutes(5));
    }

    /** A token with everything chosen, to test what must be refused. */
    public static String of(UUID subject, String username, List<String> roles, Map<String, UUID> organizations, Set<String> audience,
            String issuer, Duration life) {
        return of(subject, username, username, roles, organizations, audience, issuer, life);
    }

    private static String of(UUID subject, String username, String name, List<String> roles, Map<String, UUID> organizations,
            Set<String> audience, String issuer, Duration life) {
        Map<String, Object> claim = new LinkedHashMap<>();
        organizations.forEach((alias, id) -> claim.put(alias, Map.of("id", id.toString())));
        long now = System.currentTimeMillis() / 1000;
        return Jwt.claims()
                .issuer(issuer).subject(subject.toString()).audience(audience)
                .claim("preferred_username", username).claim("name", name)
                .claim("realm_access", Map.of("roles", roles))
                .claim("organization", claim)
                .issuedAt(now).expiresAt(now + life.toSeconds())
                .jws().keyId("test").sign(privateKey());
    }

    /** Base64 of the key that verifies these tokens. */
    public static synchronized String publicKey() {
        makeKeys();
        return System.getProperty(PUBLIC);
    }

    private static synchronized PrivateKey privateKey() {
        makeKeys();
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(PRIVATE))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** System properties carry the pair from the class loader of the test resource to that of the test. */
    private static void makeKeys() {
        if (System.getProperty(PUBLIC) != null) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(PRIVATE, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLIC, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID person(int number) {
        return UUID.fromString("0190a000-0000-7000-8000-0000000001" + (number < 10 ? "0" + number : number));
    }
}
