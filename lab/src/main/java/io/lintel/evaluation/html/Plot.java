package io.lintel.evaluation.html;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** One diagram as inline SVG: axes with ticks, lines, bars and dots. */
final class Plot {

    /** A point in the units of the axes. */
    record Dot(double x, double y) {}

    /**
     * One of the two axes.
     *
     * @param ticks where a number stands, within {@code from} and {@code to}
     */
    record Axis(String title, double from, double to, boolean logarithmic, List<Double> ticks) {

        double position(double value) {
            DoubleUnaryOperator scale = logarithmic ? Math::log10 : DoubleUnaryOperator.identity();
            return (scale.applyAsDouble(Math.clamp(value, from, to)) - scale.applyAsDouble(from))
                    / (scale.applyAsDouble(to) - scale.applyAsDouble(from));
        }
    }

    private static final int WIDTH = 520;
    private static final int HEIGHT = 340;
    private static final int LEFT = 60;
    private static final int BOTTOM = 45;
    private static final int TOP = 12;
    private static final int RIGHT = 12;

    private final Axis x;
    private final Axis y;
    private final StringBuilder body = new StringBuilder();
    private int legends;

    Plot(Axis x, Axis y) {
        this.x = x;
        this.y = y;
        for (double tick : x.ticks()) {
            body.append(format(
                    "<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' class='grid'/>",
                    px(tick), TOP, px(tick), HEIGHT - BOTTOM));
            body.append(format(
                    "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
                    px(tick), HEIGHT - BOTTOM + 15, number(tick)));
        }
        for (double tick : y.ticks()) {
            body.append(format(
                    "<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' class='grid'/>",
                    LEFT, py(tick), WIDTH - RIGHT, py(tick)));
            body.append(
                    format("<text x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 5, py(tick) + 4, number(tick)));
        }
        body.append(format(
                "<text x='%d' y='%d' text-anchor='middle'>%s</text>",
                (LEFT + WIDTH) / 2, HEIGHT - 8, Html.text(x.title())));
        body.append(format(
                "<text transform='translate(14,%d) rotate(-90)' text-anchor='middle'>%s</text>",
                (HEIGHT - BOTTOM) / 2, Html.text(y.title())));
    }

    Plot line(String legend, String colour, List<Dot> dots) {
        StringBuilder points = new StringBuilder();
        dots.forEach(dot -> points.append(format("%.1f,%.1f ", px(dot.x()), py(dot.y()))));
        body.append(format("<polyline fill='none' stroke='%s' stroke-width='1.6' points='%s'/>", colour, points));
        return legend(legend, colour);
    }

    Plot bars(String colour, List<Dot> dots, double width) {
        for (Dot dot : dots) {
            double top = py(dot.y());
            body.append(format(
                    "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>",
                    px(dot.x()),
                    top,
                    Math.max(1, px(dot.x() + width) - px(dot.x()) - 1),
                    HEIGHT - BOTTOM - top,
                    colour));
        }
        return this;
    }

    Plot dots(String legend, String colour, List<Dot> dots) {
        for (Dot dot : dots) {
            body.append(format("<circle cx='%.1f' cy='%.1f' r='2.6' fill='%s'/>", px(dot.x()), py(dot.y()), colour));
        }
        return legend(legend, colour);
    }

    private Plot legend(String legend, String colour) {
        if (!legend.isEmpty()) {
            int at = TOP + 12 + 13 * legends++;
            body.append(format(
                    "<text x='%d' y='%d' text-anchor='end' fill='%s'>%s</text>",
                    WIDTH - RIGHT - 4, at, colour, Html.text(legend)));
        }
        return this;
    }

    String svg(String title) {
        return format("<figure><svg viewBox='0 0 %d %d' role='img' aria-label='%s'>", WIDTH, HEIGHT, Html.text(title))
                + body + "</svg><figcaption>" + Html.text(title) + "</figcaption></figure>\n";
    }

    private double px(double value) {
        return LEFT + x.position(value) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double value) {
        return HEIGHT - BOTTOM - y.position(value) * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        return value != 0 && Math.abs(value) < 0.01
                ? String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-")
                : String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2g", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
