package org.gongdan.platform.printing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Pictures that a page may hold. They are read here and written again as PNG, so that the library that prints sees nothing of what somebody sent but
 * its dots, and the page needs to fetch nothing.
 */
public final class Picture {

    /** How addresses of pictures begin; a page can show no others. */
    static final String PNG = "data:image/png;base64,";
    private static final String DATA = "data:";
    /** Dots of a side: a signature or a logo has fewer, and a small file may claim to hold a picture that fills the memory. */
    private static final int LARGEST = 3000;

    private Picture() {
    }

    /** Address of the picture in a file, for a template; empty when there is no such file. */
    public static Optional<String> of(Path file) {
        try {
            return Files.isReadable(file) ? of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of an address such as {@code data:image/png;base64,…}; empty when it holds no picture. */
    public static Optional<String> ofData(String address) {
        int comma = address.indexOf(',');
        if (!address.startsWith(DATA) || comma < 0) {
            return Optional.empty();
        }
        try {
            return of(Base64.getDecoder().decode(address.substring(comma + 1)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> of(byte[] bytes) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? read(readers.next(), input).map(Picture::address) : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            reader.setInput(input, true, true);
            return reader.getWidth(0) > LARGEST || reader.getHeight(0) > LARGEST ? Optional.empty() : Optional.of(reader.read(0));
        } finally {
            reader.dispose();
        }
    }

    private static String address(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PNG + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
