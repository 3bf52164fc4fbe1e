package org.gongdan.platform.printing;

import java.nio.file.Path;
import java.util.List;

import io.smallrye.config.ConfigMapping;

/** What printing needs of the machine; explained in META-INF/microprofile-config.properties. */
@ConfigMapping(prefix = "gongdan.printing")
public interface PrintingSettings {

    List<Path> fonts();
}
