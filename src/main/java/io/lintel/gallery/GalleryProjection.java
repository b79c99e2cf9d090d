package io.lintel.gallery;

import java.util.ArrayList;
import java.util.List;

/** Lays a gallery's people on a plane by principal component analysis, one direction after the other by power iteration. Immutable. */
final class GalleryProjection {

    private static final int AXES = 2;

    /** What an axis still turns by afterwards moves no dot that anybody could see. */
    private static final int ROUNDS = 100;

    private final float[] rows;
    private final int dimension;
    private final int[] firstRows;
    private final long[] owners;

    /**
     * @param owners ids in rising order
     * @param firstRows where each person's rows begin, and at the end how many rows there are
     */
    GalleryProjection(float[] rows, int dimension, int[] firstRows, long[] owners) {
        this.rows = rows;
        this.dimension = dimension;
        this.firstRows = firstRows;
        this.owners = owners;
    }

    /**
     * Some 50 ms for 1,000 people.
     *
     * @param most people; of more, so many are drawn, spread over the ids
     */
    GalleryMap map(int most) {
        int count = Math.min(most, owners.length);
        double[][] people = new double[count][dimension];
        long[] ids = new long[count];
        for (int i = 0; i < count; i++) {
            int person = (int) ((long) i * owners.length / count);
            ids[i] = owners[person];
            PersonMean.addTo(people[i], rows, firstRows, person);
        }
        centre(people);
        double all = squares(people);
        double[][] places = new double[count][AXES];
        for (int axis = 0; axis < AXES; axis++) {
            double[] direction = direction(people);
            for (int i = 0; i < count; i++) {
                places[i][axis] = dot(people[i], direction);
                add(people[i], direction, -places[i][axis]);
            }
        }
        double explained = all < 1e-12 ? 0 : 1 - squares(people) / all;
        return new GalleryMap(scaled(places, ids), Math.clamp(explained, 0.0, 1.0), owners.length);
    }

    private void centre(double[][] people) {
        double[] mean = new double[dimension];
        for (double[] person : people) {
            add(mean, person, 1.0 / people.length);
        }
        for (double[] person : people) {
            add(person, mean, -1);
        }
    }

    /** The direction in which they differ most, always the same for the same people; zero where they do not differ. */
    private double[] direction(double[][] people) {
        double[] direction = farthest(people);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[dimension];
            for (double[] person : people) {
                add(next, person, dot(person, direction));
            }
            if (!normalise(next)) {
                return new double[dimension];
            }
            direction = next;
        }
        return direction;
    }

    /** Where the iteration begins: it must not stand upright on the direction that is looked for, and hardly does. */
    private double[] farthest(double[][] people) {
        double[] farthest = new double[dimension];
        for (double[] person : people) {
            if (dot(person, person) > dot(farthest, farthest)) {
                farthest = person;
            }
        }
        double[] start = farthest.clone();
        normalise(start);
        return start;
    }

    private static boolean normalise(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (length < 1e-12) {
            return false;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return true;
    }

    private static List<GalleryMap.Place> scaled(double[][] places, long[] ids) {
        double farthest = 1e-12;
        for (double[] place : places) {
            farthest = Math.max(farthest, Math.max(Math.abs(place[0]), Math.abs(place[1])));
        }
        List<GalleryMap.Place> scaled = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            scaled.add(new GalleryMap.Place(new PersonId(ids[i]), places[i][0] / farthest, places[i][1] / farthest));
        }
        return scaled;
    }

    private static double squares(double[][] vectors) {
        double sum = 0;
        for (double[] vector : vectors) {
            sum += dot(vector, vector);
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }
}
