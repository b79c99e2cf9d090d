package io.lintel.admin.tuning;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A line chart as numbers for an SVG of 640 x 320: the template draws it, the style sheet colours it. Immutable. */
@TemplateData
public record Chart(
        String title,
        String across,
        String up,
        List<Line> lines,
        List<Tick> ticksAcross,
        List<Tick> ticksUp,
        List<Mark> marks) {

    static final int LEFT = 96;
    static final int RIGHT = 624;
    static final int TOP = 16;
    static final int BOTTOM = 264;

    private static final int ROOM_FOR_WORD = 90;

    /** @param style its class in the style sheet; @param points as SVG wants them */
    @TemplateData
    public record Line(String name, String style, String points) {}

    @TemplateData
    public record Tick(String at, String text) {}

    /** An upright line with a word. */
    @TemplateData
    public record Mark(String at, String text, String anchor, String textAt, String style) {}

    /** One place of a line in the chart's own units. */
    record Place(double x, double y) {}

    static final class Builder {

        private final Axis across;
        private final Axis up;
        private final List<Line> lines = new ArrayList<>();
        private final List<Tick> ticksAcross = new ArrayList<>();
        private final List<Tick> ticksUp = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();

        Builder(double fromX, double toX, double fromY, double toY) {
            across = new Axis(fromX, toX, LEFT, RIGHT);
            up = new Axis(fromY, toY, BOTTOM, TOP);
        }

        Builder line(String name, String style, List<Place> places) {
            StringJoiner points = new StringJoiner(" ");
            places.forEach(place -> points.add(across.at(place.x) + "," + up.at(place.y)));
            lines.add(new Line(name, style, points.toString()));
            return this;
        }

        Builder tickAcross(double at, String text) {
            ticksAcross.add(new Tick(across.at(at), text));
            return this;
        }

        Builder tickUp(double at, String text) {
            ticksUp.add(new Tick(up.at(at), text));
            return this;
        }

        /** Its word stands on the side where there is more room. */
        Builder mark(double at, String text, String style) {
            boolean rightHalf = across.place(at) > RIGHT - ROOM_FOR_WORD;
            double place = across.place(at) + (rightHalf ? -6 : 6);
            marks.add(new Mark(across.at(at), text, rightHalf ? "end" : "start", text(place), style));
            return this;
        }

        Chart build(String title, String acrossName, String upName) {
            return new Chart(
                    title,
                    acrossName,
                    upName,
                    List.copyOf(lines),
                    List.copyOf(ticksAcross),
                    List.copyOf(ticksUp),
                    List.copyOf(marks));
        }
    }

    private record Axis(double from, double to, double first, double last) {

        double place(double value) {
            double share = (Math.clamp(value, Math.min(from, to), Math.max(from, to)) - from) / (to - from);
            return first + share * (last - first);
        }

        String at(double value) {
            return text(place(value));
        }
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
