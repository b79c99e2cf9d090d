package io.lintel.admin.tuning;

import io.lintel.gallery.GalleryMap;
import io.lintel.gallery.LookAlikePair;
import io.lintel.gallery.PersonId;
import io.lintel.service.PersonNames;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The map of the gallery for an SVG of 640 x 480.
 *
 * @param links between look-alikes
 * @param named whether there is room for names
 * @param explained share of the differences that the plane shows, in percent
 * @param drawn of how many people
 */
@TemplateData
public record PlaneView(List<Dot> dots, List<Link> links, boolean named, String explained, int drawn, int people) {

    static final int MOST = 1_000;

    private static final int MOST_NAMES = 40;
    private static final double CENTRE_X = 320;
    private static final double CENTRE_Y = 240;
    private static final double RADIUS = 215;

    /** @param anchor on which side of the dot its name has room */
    @TemplateData
    public record Dot(String x, String y, String name, String anchor, String nameX) {}

    @TemplateData
    public record Link(String x1, String y1, String x2, String y2) {}

    static PlaneView of(GalleryMap map, List<LookAlikePair> pairs, PersonNames names) {
        Map<PersonId, Dot> dots = new HashMap<>();
        List<Dot> inOrder = new ArrayList<>();
        for (GalleryMap.Place place : map.places()) {
            double x = CENTRE_X + RADIUS * place.x();
            boolean left = place.x() > 0.6;
            Dot dot = new Dot(
                    text(x),
                    text(CENTRE_Y - RADIUS * place.y()),
                    names.of(place.person().value()),
                    left ? "end" : "start",
                    text(x + (left ? -9 : 9)));
            dots.put(place.person(), dot);
            inOrder.add(dot);
        }
        List<Link> links = new ArrayList<>();
        for (LookAlikePair pair : pairs) {
            Dot one = dots.get(pair.one());
            Dot other = dots.get(pair.other());
            if (one != null && other != null) {
                links.add(new Link(one.x(), one.y(), other.x(), other.y()));
            }
        }
        return new PlaneView(
                inOrder,
                links,
                inOrder.size() <= MOST_NAMES,
                String.format(Locale.ROOT, "%.0f", 100 * map.explained()),
                inOrder.size(),
                map.people());
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
