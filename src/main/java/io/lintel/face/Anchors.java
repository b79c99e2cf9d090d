package io.lintel.face;

/**
 * The centres that a MediaPipe detector's rows count from, in pixels of its input: one grid after another, each cell with
 * one or more anchors, row by row.
 */
record Anchors(float[] x, float[] y) {

    /** Full range, input 192: 48 x 48 cells with one anchor each. */
    static Anchors fullRange() {
        return of(192, new int[][] {{48, 1}});
    }

    /** Short range, input 128: 16 x 16 cells with two anchors each, then 8 x 8 with six. */
    static Anchors shortRange() {
        return of(128, new int[][] {{16, 2}, {8, 6}});
    }

    private static Anchors of(int size, int[][] grids) {
        int count = 0;
        for (int[] grid : grids) {
            count += grid[0] * grid[0] * grid[1];
        }
        float[] x = new float[count];
        float[] y = new float[count];
        int i = 0;
        for (int[] grid : grids) {
            float cell = (float) size / grid[0];
            for (int row = 0; row < grid[0]; row++) {
                for (int column = 0; column < grid[0]; column++) {
                    for (int k = 0; k < grid[1]; k++) {
                        x[i] = (column + 0.5f) * cell;
                        y[i++] = (row + 0.5f) * cell;
                    }
                }
            }
        }
        return new Anchors(x, y);
    }

    int count() {
        return x.length;
    }
}
