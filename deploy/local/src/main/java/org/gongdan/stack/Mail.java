package org.gongdan.stack;

import java.util.List;

/** GreenMail: accepts every mail, delivers none, shows them by REST. Keeps them in memory only. */
record Mail(Layout layout, Ports allPorts) implements Part {

    @Override
    public String name() {
        return Ports.MAIL;
    }

    @Override
    public List<String> ports() {
        return List.of(Ports.SMTP, Ports.MAIL);
    }

    @Override
    public Launch launch() {
        return Launch.of(layout.data(), List.of(Launch.java(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Dgreenmail.smtp.hostname=127.0.0.1", "-Dgreenmail.smtp.port=" + allPorts.of(Ports.SMTP),
                "-Dgreenmail.api.hostname=127.0.0.1", "-Dgreenmail.api.port=" + allPorts.of(Ports.MAIL),
                "-Dgreenmail.auth.disabled", "-jar", layout.dist("greenmail-standalone-").toString()));
    }

    @Override
    public Probe probe() {
        return Probe.http(address() + "/api/service/readiness");
    }

    @Override
    public String address() {
        return "http://localhost:" + allPorts.of(Ports.MAIL);
    }
}
