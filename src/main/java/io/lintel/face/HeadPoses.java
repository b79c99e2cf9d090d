package io.lintel.face;

/** Reads where a head points from the geometry of its mesh. */
final class HeadPoses {

    /** Pairs of landmarks that mirror each other, right then left: outer eye corners, cheeks, mouth corners, temples. */
    private static final int[][] ACROSS = {{33, 263}, {234, 454}, {61, 291}, {127, 356}};

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
        double pitch = Math.atan2(-down[2], upright);
        return new HeadPose(degrees(yaw), degrees(pitch), degrees(roll));
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
