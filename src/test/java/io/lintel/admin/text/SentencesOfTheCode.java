package io.lintel.admin.text;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Samples of the sentences that pages may show: what the package {@code admin} and the examination of the box compose, why the door refuses, how components
 * are, and the messages of the exceptions that the services throw. Read from the source, with 7 in the place of each value.
 */
final class SentencesOfTheCode {

    private static final Path SOURCE = Path.of("src/main/java/io/lintel");
    private static final List<String> PAGES = List.of("admin", "wiring/checkup");
    private static final List<String> SERVICES = List.of(
            "account",
            "gallery",
            "schedule",
            "security",
            "service",
            "web",
            "camera",
            "door",
            "backup",
            "config",
            "alarm");

    private static final List<String> COMPONENTS = List.of("appliance", "wiring");

    /** A sentence has at least two words with a space between. */
    private static final Pattern SENTENCE = Pattern.compile("(?s).*\\p{Ll}['\"’,:;.)]? ['\"(]?\\p{L}.*");

    /** What programs read: formats, headers, SQL, addresses, log lines, and faults of our own that no user can cause. */
    private static final Pattern TECHNICAL = Pattern.compile(
            "(?s)(SELECT|INSERT|UPDATE|DELETE|WHERE|ORDER|AND) .*"
                    + "|.*(Bearer|max-age|default-src|charset=|attachment;|Content-Security|%[.\\d$]*[fds]).*"
                    + "|(?:EEE )?d MMM.*|yyyy-MM-dd.*|texts/.*|[a-z]+ (path|state|file|clip|person|request|uploads|import)=.*|.*=\\{\\d}.*");

    /** Parts that are put behind others: the sentences with them are translated as a whole. */
    private static final Pattern PART = Pattern.compile("(?s)[ ,;].*|Door (unlocked|refused to unlock)7|Mac OS");

    private final Set<String> found = new TreeSet<>();

    private SentencesOfTheCode() {}

    static Set<String> all() {
        SentencesOfTheCode sentences = new SentencesOfTheCode();
        PAGES.forEach(folder -> sentences.scan(folder, sentences.new Everything()));
        SERVICES.forEach(folder -> sentences.scan(folder, sentences.new Exceptions()));
        sentences.scan("access", sentences.new Refusals());
        COMPONENTS.forEach(folder -> sentences.scan(folder, sentences.new States()));
        return sentences.found;
    }

    private void scan(String folder, TreeScanner<Void, Void> scanner) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(SOURCE.resolve(folder))) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    null,
                    null,
                    List.of("-proc:none"),
                    null,
                    compiler.getStandardFileManager(null, null, null)
                            .getJavaFileObjectsFromPaths(
                                    files.filter(file -> file.toString().endsWith(".java"))
                                            .toList()));
            task.parse().forEach(unit -> scanner.scan(unit, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(ExpressionTree expression) {
        samples(expression).filter(SentencesOfTheCode::isSentence).forEach(found::add);
    }

    private static boolean isSentence(String text) {
        return SENTENCE.matcher(text).matches()
                && !TECHNICAL.matcher(text).matches()
                && !PART.matcher(text).matches();
    }

    /** Every text that an expression can be; a value counts as 7. */
    private static Stream<String> samples(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal -> Stream.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> samples(inner.getExpression());
            case ConditionalExpressionTree choice ->
                Stream.concat(samples(choice.getTrueExpression()), samples(choice.getFalseExpression()));
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS ->
                samples(sum.getLeftOperand())
                        .flatMap(left -> samples(sum.getRightOperand()).map(right -> left + right));
            case MethodInvocationTree call
            when call.getMethodSelect().toString().equals("Counted.people") -> Stream.of("1 person", "7 people");
            default -> Stream.of("7");
        };
    }

    /** All texts of a class, but for those of annotations. */
    private class Everything extends TreeScanner<Void, Void> {

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree binary, Void nothing) {
            if (binary.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(binary, nothing);
            }
            add(binary);
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getKind() == Tree.Kind.STRING_LITERAL) {
                add(literal);
            }
            return null;
        }
    }

    /** How components are, and what to do about it: all texts of the classes that make a status, but for what they log. */
    private final class States extends Everything {

        @Override
        public Void visitCompilationUnit(CompilationUnitTree unit, Void nothing) {
            return isStatus(unit) ? super.visitCompilationUnit(unit, nothing) : null;
        }

        /** What an appliance refuses of its parts is no fault of a user. */
        private static boolean isStatus(CompilationUnitTree unit) {
            return unit.toString().contains("ComponentStatus")
                    && !unit.getSourceFile().getName().endsWith("Appliance.java");
        }

        /** Faults of our own, which no page shows. */
        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            return made.getIdentifier().toString().startsWith("Illegal") ? null : super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            return call.getMethodSelect().toString().matches("(Log|log|LOG|logger)\\.\\w+")
                    ? null
                    : super.visitMethodInvocation(call, nothing);
        }
    }

    /** Why the door decided as it did. */
    private final class Refusals extends TreeScanner<Void, Void> {

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (made.getIdentifier().toString().matches("(.*\\.)?(Refuse|Refusal)")) {
                made.getArguments().forEach(SentencesOfTheCode.this::add);
            }
            return super.visitNewClass(made, nothing);
        }
    }

    /** What exceptions say. */
    private final class Exceptions extends TreeScanner<Void, Void> {

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            String type = made.getIdentifier().toString();
            if ((type.endsWith("Exception") || type.endsWith("Problem") || type.equals("Refused"))
                    && !type.startsWith("Illegal")) {
                made.getArguments().forEach(SentencesOfTheCode.this::add);
            }
            return super.visitNewClass(made, nothing);
        }
    }
}
