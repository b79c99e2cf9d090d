package io.lintel.evaluation;

import java.util.List;

/**
 * A weighted sum of signals, learnt from samples by logistic regression: each is first brought to mean 0 and deviation 1. A single signal
 * only gets its sign from it.
 */
final class SignalFusion {

    private static final int STEPS = 400;
    private static final double PACE = 0.5;

    /** Keeps weights small where a few people's frames separate perfectly. */
    private static final double DECAY = 1e-3;

    private final List<Signal> signals;
    private final double[] mean;
    private final double[] deviation;
    private final double[] weight;
    private double bias;

    private SignalFusion(List<Signal> signals) {
        this.signals = signals;
        mean = new double[signals.size()];
        deviation = new double[signals.size()];
        weight = new double[signals.size()];
    }

    /** @param samples of both kinds */
    static SignalFusion learn(List<Signal> signals, List<SignalSample> samples) {
        SignalFusion fusion = new SignalFusion(signals);
        fusion.normalise(samples);
        long live = samples.stream().filter(SignalSample::isLive).count();
        double liveWeight = 0.5 / Math.max(1, live);
        double attackWeight = 0.5 / Math.max(1, samples.size() - live);
        for (int step = 0; step < STEPS; step++) {
            fusion.descend(samples, liveWeight, attackWeight);
        }
        return fusion;
    }

    /** Higher is more likely live. */
    double score(SignalSample sample) {
        double sum = bias;
        for (int i = 0; i < weight.length; i++) {
            sum += weight[i] * normalised(sample, i);
        }
        return sum;
    }

    private void normalise(List<SignalSample> samples) {
        for (int i = 0; i < mean.length; i++) {
            Signal signal = signals.get(i);
            mean[i] = samples.stream()
                    .mapToDouble(sample -> sample.value(signal))
                    .average()
                    .orElse(0);
            double centre = mean[i];
            double variance = samples.stream()
                    .mapToDouble(sample -> Math.pow(sample.value(signal) - centre, 2))
                    .average()
                    .orElse(1);
            deviation[i] = Math.max(1e-9, Math.sqrt(variance));
        }
    }

    private void descend(List<SignalSample> samples, double liveWeight, double attackWeight) {
        double[] slope = new double[weight.length];
        double biasSlope = 0;
        for (SignalSample sample : samples) {
            double expected = 1 / (1 + Math.exp(-score(sample)));
            double error = sample.isLive() ? (1 - expected) * liveWeight : -expected * attackWeight;
            for (int i = 0; i < slope.length; i++) {
                slope[i] += error * normalised(sample, i);
            }
            biasSlope += error;
        }
        for (int i = 0; i < weight.length; i++) {
            weight[i] += PACE * (slope[i] - DECAY * weight[i]);
        }
        bias += PACE * biasSlope;
    }

    private double normalised(SignalSample sample, int i) {
        return (sample.value(signals.get(i)) - mean[i]) / deviation[i];
    }
}
