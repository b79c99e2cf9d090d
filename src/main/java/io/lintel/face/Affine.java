package io.lintel.face;

/**
 * An affine map of the plane: {@code x' = xx * x + xy * y + x0}, {@code y' = yx * x + yy * y + y0}. Places are continuous:
 * the centre of the first pixel is at 0.5.
 */
record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {

    /** Maps a square of {@code size} pixels onto an upright box of the picture, each direction by its own factor. */
    static Affine ofBox(int size, BoundingBox box) {
        return new Affine(box.width() / size, 0, box.x(), 0, box.height() / size, box.y());
    }

    /**
     * The least-squares similarity (turn, scale, shift; no mirror) that brings points to targets, Umeyama 1991.
     *
     * @param points at least two that differ
     */
    static Affine similarity(Point[] points, Point[] targets) {
        int n = points.length;
        double px = 0;
        double py = 0;
        double tx = 0;
        double ty = 0;
        for (int i = 0; i < n; i++) {
            px += points[i].x() / n;
            py += points[i].y() / n;
            tx += targets[i].x() / n;
            ty += targets[i].y() / n;
        }
        double a = 0;
        double b = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double dx = points[i].x() - px;
            double dy = points[i].y() - py;
            double ex = targets[i].x() - tx;
            double ey = targets[i].y() - ty;
            a += dx * ex + dy * ey;
            b += dx * ey - dy * ex;
            squares += dx * dx + dy * dy;
        }
        if (!(squares > 0)) {
            throw new IllegalArgumentException("a similarity needs points that differ");
        }
        a /= squares;
        b /= squares;
        return new Affine(a, -b, tx - (a * px - b * py), b, a, ty - (b * px + a * py));
    }

    Affine inverse() {
        double determinant = xx * yy - xy * yx;
        if (determinant == 0) {
            throw new IllegalArgumentException("a map onto a line has no inverse");
        }
        double ixx = yy / determinant;
        double ixy = -xy / determinant;
        double iyx = -yx / determinant;
        double iyy = xx / determinant;
        return new Affine(ixx, ixy, -(ixx * x0 + ixy * y0), iyx, iyy, -(iyx * x0 + iyy * y0));
    }

    /** The same map for a source that is {@code factor} times as fine. */
    Affine withFinerSource(int factor) {
        return new Affine(xx / factor, xy / factor, x0, yx / factor, yy / factor, y0);
    }

    double x(double x, double y) {
        return xx * x + xy * y + x0;
    }

    double y(double x, double y) {
        return yx * x + yy * y + y0;
    }

    Point apply(Point point) {
        return new Point((float) x(point.x(), point.y()), (float) y(point.x(), point.y()));
    }

    /** By how much lengths grow, the mean of both directions. */
    double scale() {
        return Math.sqrt(Math.abs(xx * yy - xy * yx));
    }
}
