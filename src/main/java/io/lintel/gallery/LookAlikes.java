package io.lintel.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who of a gallery resembles whom so much that the door may be unable to tell them apart: twins, close relatives, or one person twice. Compares
 * the means of people's templates, as an enrolment does. Thread-safe.
 */
final class LookAlikes {

    /** All pairs of 2,000 people take some 0.3 s, once after a change. */
    private static final int MOST_PEOPLE = 2000;

    private final float[] rows;
    private final int dimension;
    private final int[] firstRows;
    private final long[] owners;
    private final double least;
    private final Map<PersonId, Set<PersonId>> known = new ConcurrentHashMap<>();

    /**
     * @param owners ids in rising order
     * @param firstRows where each person's rows begin, and at the end how many rows there are
     * @param least cosine of two people's means from which they resemble each other
     */
    LookAlikes(float[] rows, int dimension, int[] firstRows, long[] owners, double least) {
        this.rows = rows;
        this.dimension = dimension;
        this.firstRows = firstRows;
        this.owners = owners;
        this.least = least;
    }

    /** Without the person. */
    Set<PersonId> of(PersonId person) {
        return known.computeIfAbsent(person, this::search);
    }

    /** Each pair once; none where there are more than {@value #MOST_PEOPLE} people. */
    List<LookAlikePair> pairs() {
        List<LookAlikePair> pairs = new ArrayList<>();
        if (owners.length > MOST_PEOPLE) {
            return pairs;
        }
        for (long owner : owners) {
            PersonId one = new PersonId(owner);
            for (PersonId other : of(one)) {
                if (owner < other.value()) {
                    pairs.add(new LookAlikePair(one, other, cosine(unit(index(one)), index(other))));
                }
            }
        }
        return pairs;
    }

    private Set<PersonId> search(PersonId person) {
        Set<PersonId> found = new LinkedHashSet<>();
        int own = index(person);
        if (own >= 0) {
            double[] mean = unit(own);
            for (int other = 0; other < owners.length; other++) {
                if (other != own && cosine(mean, other) >= least) {
                    found.add(new PersonId(owners[other]));
                }
            }
        }
        return Set.copyOf(found);
    }

    private int index(PersonId person) {
        return Arrays.binarySearch(owners, person.value());
    }

    private double[] unit(int person) {
        double[] mean = new double[dimension];
        PersonMean.addTo(mean, rows, firstRows, person);
        double length = 0;
        for (double value : mean) {
            length += value * value;
        }
        length = Math.max(Math.sqrt(length), 1e-9);
        for (int i = 0; i < dimension; i++) {
            mean[i] /= length;
        }
        return mean;
    }

    private double cosine(double[] mean, int person) {
        if (firstRows[person + 1] - firstRows[person] == 1) {
            int from = firstRows[person] * dimension;
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                sum += mean[i] * rows[from + i];
            }
            return sum;
        }
        double[] other = unit(person);
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += mean[i] * other[i];
        }
        return sum;
    }
}
