package org.gongdan.platform.printing;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Path data of SVG as lines to be drawn: the strokes of a pen, as signature pads tell them. Data that is malformed counts as far as it can be read, as SVG
 * has it; an arc, which no pad makes, is drawn as a line to its end.
 */
final class StrokePath {

    private static final Pattern TOKEN = Pattern.compile("([A-Za-z])|([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)");
    private static final Map<Character, Integer> NUMBERS = Map.of('M', 2, 'L', 2, 'H', 1, 'V', 1, 'C', 6, 'S', 4, 'Q', 4, 'T', 2, 'A', 7,
            'Z',
            0);
    private static final double FARTHEST = 1e6;

    private final Matcher tokens;
    private final Path2D path = new Path2D.Double();
    private char command;
    /** The last control point, by which S and T go on smoothly; null after other commands. */
    private Point2D control;

    private StrokePath(String data) {
        this.tokens = TOKEN.matcher(data);
    }

    /** Empty when nothing could be seen. */
    static Optional<Path2D> of(String data) {
        Path2D path = new StrokePath(data).read();
        return path.getCurrentPoint() != null && (path.getBounds2D().getWidth() > 0 || path.getBounds2D().getHeight() > 0)
                ? Optional.of(path)
                : Optional.empty();
    }

    private Path2D read() {
        boolean more = tokens.find();
        while (more) {
            if (tokens.group(1) != null) {
                command = tokens.group(1).charAt(0);
                more = tokens.find();
            } else if (Character.toUpperCase(command) == 'Z') {
                return path;
            }
            Integer count = NUMBERS.get(Character.toUpperCase(command));
            boolean begins = Character.toUpperCase(command) == 'M' || path.getCurrentPoint() != null;
            if (count == null || !begins) {
                return path;
            }
            double[] numbers = new double[count];
            for (int at = 0; at < count; at++) {
                if (!more || tokens.group(2) == null) {
                    return path;
                }
                numbers[at] = Math.clamp(Double.parseDouble(tokens.group(2)), -FARTHEST, FARTHEST);
                more = tokens.find();
            }
            draw(numbers);
        }
        return path;
    }

    private void draw(double[] n) {
        Point2D here = path.getCurrentPoint();
        double x = here != null && Character.isLowerCase(command) ? here.getX() : 0;
        double y = here != null && Character.isLowerCase(command) ? here.getY() : 0;
        Point2D smooth = control == null || here == null ? here
                : new Point2D.Double(2 * here.getX() - control.getX(), 2 * here.getY() - control.getY());
        control = null;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                path.moveTo(x + n[0], y + n[1]);
                command = Character.isLowerCase(command) ? 'l' : 'L';
            }
            case 'L' -> path.lineTo(x + n[0], y + n[1]);
            case 'H' -> path.lineTo(x + n[0], here.getY());
            case 'V' -> path.lineTo(here.getX(), y + n[0]);
            case 'C' -> curve(x + n[0], y + n[1], x + n[2], y + n[3], x + n[4], y + n[5]);
            case 'S' -> curve(smooth.getX(), smooth.getY(), x + n[0], y + n[1], x + n[2], y + n[3]);
            case 'Q' -> quadratic(x + n[0], y + n[1], x + n[2], y + n[3]);
            case 'T' -> quadratic(smooth.getX(), smooth.getY(), x + n[0], y + n[1]);
            case 'A' -> path.lineTo(x + n[5], y + n[6]);
            default -> path.closePath();
        }
    }

    private void curve(double x1, double y1, double x2, double y2, double x, double y) {
        path.curveTo(x1, y1, x2, y2, x, y);
        control = new Point2D.Double(x2, y2);
    }

    private void quadratic(double x1, double y1, double x, double y) {
        path.quadTo(x1, y1, x, y);
        control = new Point2D.Double(x1, y1);
    }
}
