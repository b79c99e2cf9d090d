package io.lintel.evaluation.method;

import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** A support vector machine over all people, one against one (LIBSVM, Chang and Lin 2011). The score is the winner's mean decision value against the others. */
final class SupportVectors implements DecisionMethod {

    private static final double CACHE_MEGABYTES = 100;
    private static final double TOLERANCE = 1e-3;

    private final double cost;
    private final double gamma;
    private svm_model model = new svm_model();

    /** @param gamma of the RBF kernel {@code exp(-gamma |a-b|^2)}; 0 for the linear kernel */
    SupportVectors(double cost, double gamma) {
        this.cost = cost;
        this.gamma = gamma;
        svm.svm_set_print_string_function(text -> {});
    }

    @Override
    public String name() {
        return gamma == 0 ? "SVM, linear, C " + cost : "SVM, RBF, C " + cost + ", gamma " + gamma;
    }

    @Override
    public void learn(List<Labelled> gallery, List<Labelled> cohort) {
        svm_problem problem = new svm_problem();
        problem.l = gallery.size();
        problem.x = gallery.stream().map(each -> nodes(each.embedding())).toArray(svm_node[][]::new);
        problem.y = gallery.stream().mapToDouble(Labelled::person).toArray();
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = svm_parameter.C_SVC;
        parameter.kernel_type = gamma == 0 ? svm_parameter.LINEAR : svm_parameter.RBF;
        parameter.C = cost;
        parameter.gamma = gamma;
        parameter.eps = TOLERANCE;
        parameter.cache_size = CACHE_MEGABYTES;
        model = svm.svm_train(problem, parameter);
    }

    private static svm_node[] nodes(float[] values) {
        svm_node[] nodes = new svm_node[values.length];
        for (int i = 0; i < values.length; i++) {
            nodes[i] = new svm_node();
            nodes[i].index = i + 1;
            nodes[i].value = values[i];
        }
        return nodes;
    }

    @Override
    public Decision decide(float[] probe) {
        int classes = model.nr_class;
        double[] decisions = new double[Math.max(1, classes * (classes - 1) / 2)];
        double winner = svm.svm_predict_values(model, nodes(probe), decisions);
        double sum = 0;
        int at = 0;
        for (int i = 0; i < classes; i++) {
            for (int j = i + 1; j < classes; j++, at++) {
                sum += model.label[i] == (int) winner
                        ? decisions[at]
                        : model.label[j] == (int) winner ? -decisions[at] : 0;
            }
        }
        return new Decision((int) winner, sum / Math.max(1, classes - 1));
    }
}
