package org.gongdan.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of this machine that signs itself: authority and server in one.
 *
 * @param certificate PEM, what clients trust
 * @param key         PEM, for its owner only
 * @param both        PEM, as Kafka's brokers want it
 */
record Authority(Path certificate, Path key, Path both) {
    private static final String PASSWORD = "only-for-the-way-from-keytool";

    static Authority make(Path folder, String address) {
        try {
            Files.createDirectories(folder);
            var store = folder.resolve("server.p12");
            Files.deleteIfExists(store);
            Shell.run(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server", "-keyalg",
                    "EC",
                    "-groupname", "secp256r1", "-dname", "CN=gongdan-try", "-validity", "30", "-ext", "san=ip:" + address, "-ext",
                    "bc:c=ca:true",
                    "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var certificate = pem("CERTIFICATE", keys.getCertificate("server").getEncoded());
            var key = pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
            return new Authority(write(folder.resolve("ca.crt"), certificate), write(folder.resolve("server.key"), key),
                    write(folder.resolve("server.pem"), key + certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END "
                + what
                + "-----\n";
    }

    private static Path write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }
}
