package org.gongdan.platform.company;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Whose platform this is: what letters, orders and reports say about the company that sends them. The defaults belong to the demo. */
@ConfigMapping(prefix = "gongdan.company")
public interface Company {

    /** What customers call it. "万安信息服务有限公司" */
    String name();

    /** The service line, as it is printed. "021-5550 8000" */
    String phone();

    Optional<String> address();

    Optional<String> mail();

    /** A PNG or JPEG for the letterhead, about 3 : 1. Without it the name stands there alone. */
    Optional<Path> logo();

    /** A PNG with a transparent ground of the company's seal (公章), square; printed over the signature block of what was released. */
    Optional<Path> seal();

    /** Where people reach the console, without a slash at the end: links in letters begin with it. */
    URI console();
}
