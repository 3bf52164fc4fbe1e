package org.gongdan.sla.document;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.gongdan.platform.company.Company;

/** The company whose paper tests print on. */
public record OurCompany(String name, String phone, Optional<String> address, Optional<String> mail, Optional<Path> logo,
        Optional<Path> seal,
        URI console) implements Company {

    /** With nothing that may be left out. */
    public static OurCompany plain() {
        return new OurCompany("万安信息服务有限公司", "021-5550 8000", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                URI.create("http://localhost:8080"));
    }
}
