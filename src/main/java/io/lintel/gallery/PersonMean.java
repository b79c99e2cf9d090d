package io.lintel.gallery;

/** The plain mean of a person's rows in a matrix. */
final class PersonMean {

    private PersonMean() {}

    /** @param firstRows where each person's rows begin, and at the end how many rows there are */
    static void addTo(double[] sum, float[] rows, int[] firstRows, int person) {
        int count = firstRows[person + 1] - firstRows[person];
        for (int row = firstRows[person]; row < firstRows[person + 1]; row++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (double) rows[row * sum.length + i] / count;
            }
        }
    }
}
