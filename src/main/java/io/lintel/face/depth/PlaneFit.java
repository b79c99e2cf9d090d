package io.lintel.face.depth;

/** Least squares plane z = a x + b y + c through points, by their running sums. Not thread-safe. */
final class PlaneFit {

    private int n;
    private double x;
    private double y;
    private double z;
    private double xx;
    private double xy;
    private double yy;
    private double xz;
    private double yz;
    private double zz;

    void add(double px, double py, double pz) {
        n++;
        x += px;
        y += py;
        z += pz;
        xx += px * px;
        xy += px * py;
        yy += py * py;
        xz += px * pz;
        yz += py * pz;
        zz += pz * pz;
    }

    int points() {
        return n;
    }

    /** Standard deviation of the points from the plane. */
    double deviation() {
        double sxx = xx - x * x / n;
        double sxy = xy - x * y / n;
        double syy = yy - y * y / n;
        double sxz = xz - x * z / n;
        double syz = yz - y * z / n;
        double szz = zz - z * z / n;
        double determinant = sxx * syy - sxy * sxy;
        if (determinant <= 1e-9) {
            return 0;
        }
        double a = (sxz * syy - syz * sxy) / determinant;
        double b = (syz * sxx - sxz * sxy) / determinant;
        return Math.sqrt(Math.max(0, szz - a * sxz - b * syz) / n);
    }
}
