package org.gongdan.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.gongdan.stack.mail.MailServer;

/** GreenMail: accepts every mail, delivers none, shows them by REST and on a page. Keeps them in memory only. */
record Mail(Layout layout, Ports allPorts) implements Part {

    @Override
    public String name() {
        return Ports.MAIL;
    }

    @Override
    public List<String> ports() {
        return List.of(Ports.SMTP, Ports.MAIL, Ports.MAIL_PAGE);
    }

    @Override
    public Launch launch() {
        return Launch.of(layout.data(), List.of(Launch.java(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dgreenmail.smtp.hostname=127.0.0.1", "-Dgreenmail.smtp.port=" + allPorts.of(Ports.SMTP),
                "-Dgreenmail.api.hostname=127.0.0.1", "-Dgreenmail.api.port=" + allPorts.of(Ports.MAIL),
                "-Dgreenmail.auth.disabled", "-cp", ours() + File.pathSeparator + layout.dist("greenmail-standalone-"),
                MailServer.class.getName(), Integer.toString(allPorts.of(Ports.MAIL_PAGE))));
    }

    /** Where this very class is: the module's classes, or its jar. */
    private static Path ours() {
        return Path.of(MailServer.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    @Override
    public Probe probe() {
        // The page is served last.
        return Probe.http("http://localhost:" + allPorts.of(Ports.MAIL_PAGE));
    }

    @Override
    public String address() {
        return "http://localhost:" + allPorts.of(Ports.MAIL);
    }
}
