package io.lintel.gallery;

import java.util.Arrays;

/** The few highest scores of many, the highest first; of equal ones the first that came. */
final class BestPersons {

    private final int most;
    private int[] persons;
    private double[] scores;
    private int size;

    BestPersons(int most) {
        this.most = most;
        this.persons = new int[Math.min(most, 16)];
        this.scores = new double[persons.length];
    }

    void offer(int person, double score) {
        if (size == most && !(score > scores[size - 1])) {
            return;
        }
        if (size < most) {
            if (size == scores.length) {
                persons = Arrays.copyOf(persons, Math.min(most, 2 * size));
                scores = Arrays.copyOf(scores, persons.length);
            }
            size++;
        }
        int place = size - 1;
        while (place > 0 && score > scores[place - 1]) {
            persons[place] = persons[place - 1];
            scores[place] = scores[place - 1];
            place--;
        }
        persons[place] = person;
        scores[place] = score;
    }

    int size() {
        return size;
    }

    int person(int place) {
        return persons[place];
    }

    double score(int place) {
        return scores[place];
    }
}
