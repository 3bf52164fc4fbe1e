package org.gongdan.notification;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.gongdan.platform.company.Company;

/** Whose letters the tests without infrastructure write. */
public record DemoCompany(String name, String phone, Optional<String> address, Optional<String> mail) implements Company {

    public static final DemoCompany WANAN = new DemoCompany("万安信息服务有限公司", "021-5550 8000", Optional.empty(), Optional.empty());

    @Override
    public Optional<Path> logo() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> seal() {
        return Optional.empty();
    }

    @Override
    public URI console() {
        return URI.create("https://gongdan.example");
    }
}
