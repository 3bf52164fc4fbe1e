package org.gongdan.platform.printing;

/** A file inside a PDF file. @param what it is, in a sentence for the reader */
public record Enclosed(String name, String type, String what, byte[] bytes) {
}
