package org.gongdan.platform.printing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Answers that a browser saves as a file. */
public final class SavedFile {

    public static final String PDF = "application/pdf";
    /** Characters of a file's name without its ending: three bytes each, and 255 bytes is what most systems keep. */
    private static final int LONGEST = 80;

    private SavedFile() {
    }

    /** @param name with its ending */
    public static ResponseBuilder of(byte[] bytes, String type, String name) {
        return Response.ok(bytes, type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(name));
    }

    /**
     * What no folder may hold becomes _, also for clients that do not look; so do a dot or blank at the end, which Windows takes away, and what is longer
     * than any system keeps is cut. What a header's value may not hold is encoded (RFC 8187).
     */
    static String encoded(String file) {
        int ending = file.lastIndexOf('.');
        String name = file.substring(0, ending).replaceAll("[\\\\/:*?\"<>|\\p{Cc}]", "_");
        String kept = name.codePoints().limit(LONGEST).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().replaceAll("[. ]+$", "_");
        return URLEncoder.encode(kept + file.substring(ending), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
