package org.gongdan.platform.printing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;

/** Lines drawn by hand, given as path data of SVG: {@code <object type="image/strokes" data="M1 1L2 2">}, as large as the place for it and not distorted. */
public final class Strokes {

    static final String TYPE = "image/strokes";
    private static final Pattern PATH = Pattern.compile("[MmLlHhVvCcSsQqTtAaZz0-9 ,.+\\-eE\\s]+");
    private static final Color INK = new Color(0x10, 0x18, 0x28);
    /** Of the height of the place. */
    private static final double WIDTH = 0.022;

    private Strokes() {
    }

    /** Whether there is something to be seen. */
    public static boolean isDrawing(String path) {
        return shape(path).isPresent();
    }

    static FSObjectDrawerFactory drawers() {
        return new FSObjectDrawerFactory() {
            @Override
            public FSObjectDrawer createDrawer(Element element) {
                return isReplacedObject(element) ? Strokes::draw : null;
            }

            @Override
            public boolean isReplacedObject(Element element) {
                return element.getNodeName().equals("object") && element.getAttribute("type").equals(TYPE);
            }
        };
    }

    private static Map<Shape, String> draw(Element element, double x, double y, double width, double height, OutputDevice device,
            RenderingContext context, int dotsPerPixel) {
        shape(element.getAttribute("data")).ifPresent(shape -> device.drawWithGraphics((float) x, (float) y, (float) width, (float) height,
                graphics -> draw(graphics, shape, width / dotsPerPixel, height / dotsPerPixel)));
        return null;
    }

    private static void draw(Graphics2D graphics, Shape shape, double width, double height) {
        double pen = height * WIDTH;
        Rectangle2D bounds = shape.getBounds2D();
        double scale = Math.min((width - 2 * pen) / Math.max(bounds.getWidth(), 1), (height - 2 * pen) / Math.max(bounds.getHeight(), 1));
        AffineTransform place = AffineTransform.getTranslateInstance(pen, (height - bounds.getHeight() * scale) / 2);
        place.scale(scale, scale);
        place.translate(-bounds.getX(), -bounds.getY());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(INK);
        graphics.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(place.createTransformedShape(shape));
    }

    /** The path alone goes into the document that is read, so that nothing else of SVG can stand there. */
    private static Optional<Shape> shape(String path) {
        if (path == null || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"" + path + "\"/></svg>";
        SVGDocument read = new SVGLoader().load(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)), null,
                LoaderContext.createDefault());
        return Optional.ofNullable(read).map(SVGDocument::computeShape)
                .filter(shape -> shape.getBounds2D().getWidth() > 0 || shape.getBounds2D().getHeight() > 0);
    }
}
