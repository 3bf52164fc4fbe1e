package org.gongdan.platform.printing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Map;

import org.w3c.dom.Element;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;

/** Lines drawn by hand, given as path data of SVG: {@code <object type="image/strokes" data="M1 1L2 2">}, as large as their place and not distorted. */
public final class Strokes {

    static final String TYPE = "image/strokes";
    private static final Color INK = new Color(0x10, 0x18, 0x28);
    /** Of the height of the place. */
    private static final double WIDTH = 0.022;

    private Strokes() {
    }

    /** Whether there is something to be seen. */
    public static boolean isDrawing(String path) {
        return path != null && StrokePath.of(path).isPresent();
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
        StrokePath.of(element.getAttribute("data"))
                .ifPresent(shape -> device.drawWithGraphics((float) x, (float) y, (float) width, (float) height,
                        graphics -> draw(graphics, shape, width / dotsPerPixel, height / dotsPerPixel)));
        return null;
    }

    private static void draw(Graphics2D graphics, Shape shape, double width, double height) {
        double pen = height * WIDTH;
        Rectangle2D bounds = shape.getBounds2D();
        double scale = Math.min((width - 4 * pen) / Math.max(bounds.getWidth(), 1), (height - 4 * pen) / Math.max(bounds.getHeight(), 1));
        AffineTransform place = AffineTransform.getTranslateInstance(2 * pen, (height - bounds.getHeight() * scale) / 2);
        place.scale(scale, scale);
        place.translate(-bounds.getX(), -bounds.getY());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(INK);
        graphics.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(place.createTransformedShape(shape));
    }
}
