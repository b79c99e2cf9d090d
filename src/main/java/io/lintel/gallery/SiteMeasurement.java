package io.lintel.gallery;

/** Measures how much the people of a gallery resemble each other. */
final class SiteMeasurement {

    /** 400 people are 79,800 pairs: some 20 ms, and more would not change the figures. */
    private static final int MOST_PEOPLE = 400;

    private SiteMeasurement() {}

    /** Compares every person with every other; of more than {@value #MOST_PEOPLE}, so many taken at equal distances. */
    static SiteResemblance of(float[] unitRows, int dimension, int[] firstRows) {
        int persons = firstRows.length - 1;
        int taken = Math.min(persons, MOST_PEOPLE);
        double[][] means = new double[taken][];
        for (int i = 0; i < taken; i++) {
            means[i] = unit(unitRows, dimension, firstRows, (int) ((long) i * persons / taken));
        }
        long pairs = 0;
        double sum = 0;
        double squares = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < taken; i++) {
            for (int j = 0; j < i; j++) {
                double cosine = dot(means[i], means[j]);
                pairs++;
                sum += cosine;
                squares += cosine * cosine;
                highest = Math.max(highest, cosine);
            }
        }
        if (pairs == 0) {
            return SiteResemblance.unknown(persons);
        }
        double mean = sum / pairs;
        double variance = pairs < 2 ? 0 : Math.max(0, (squares - pairs * mean * mean) / (pairs - 1));
        return new SiteResemblance(persons, pairs, mean, Math.sqrt(variance), highest);
    }

    private static double[] unit(float[] rows, int dimension, int[] firstRows, int person) {
        double[] mean = new double[dimension];
        PersonMean.addTo(mean, rows, firstRows, person);
        double length = Math.sqrt(dot(mean, mean));
        for (int i = 0; i < dimension; i++) {
            mean[i] /= Math.max(length, 1e-9);
        }
        return mean;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
