package io.lintel.face;

/**
 * Reads where a head points from the geometry of its mesh. On renderings of known pose (108, yaw to 33 degrees) yaw reads 10 %
 * high with an error of 2.7 degrees, pitch has one of 4 degrees, roll one of 1.7.
 */
final class HeadPoses {

    /** Pairs of landmarks that mirror each other, right then left: outer eye corners, cheeks, mouth corners, temples. */
    private static final int[][] ACROSS = {{33, 263}, {234, 454}, {61, 291}, {127, 356}};

    /**
     * A face that looks straight ahead has its chin behind its forehead by so much, degrees: the median of 4,513 press photos
     * (LFW) is 5.5, the fit over 108 renderings of known pose 4.0.
     */
    private static final double LEVEL_PITCH = 5;

    private static final int FOREHEAD = 10;
    private static final int CHIN = 152;

    private HeadPoses() {}

    static HeadPose of(FaceMesh mesh) {
        double[] across = new double[3];
        for (int[] pair : ACROSS) {
            add(across, mesh, pair[0], pair[1]);
        }
        double[] down = new double[3];
        add(down, mesh, FOREHEAD, CHIN);
        double yaw = Math.atan2(across[2], Math.hypot(across[0], across[1]));
        double roll = Math.atan2(across[1], across[0]);
        double upright = down[1] * Math.cos(roll) - down[0] * Math.sin(roll);
        double pitch = Math.toDegrees(Math.atan2(-down[2], upright)) + LEVEL_PITCH;
        return new HeadPose(degrees(yaw), (float) pitch, degrees(roll));
    }

    private static void add(double[] sum, FaceMesh mesh, int from, int to) {
        for (int axis = 0; axis < 3; axis++) {
            sum[axis] += mesh.xyz()[3 * to + axis] - mesh.xyz()[3 * from + axis];
        }
    }

    private static float degrees(double radians) {
        return (float) Math.toDegrees(radians);
    }
}
