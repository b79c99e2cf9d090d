package io.lintel.lab.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A Java peer's side of the protocol of {@code lab/peers/worker.h}. */
final class PeerWorker {

    private PeerWorker() {}

    /** What is measured. */
    @FunctionalInterface
    interface Pass {

        /** @return the faces found */
        int look(int frame);
    }

    /** Answers until standard input ends. @param version which versions run here */
    static void serve(String version, Pass pass, PrintStream out) throws IOException {
        out.println("ready " + version);
        out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            StringBuilder answer = new StringBuilder("done");
            for (String frame : line.replaceFirst("^run ", "").split(" ")) {
                int index = Integer.parseInt(frame);
                long begun = System.nanoTime();
                int faces = pass.look(index);
                answer.append(String.format(Locale.ROOT, " %.1f:%d", (System.nanoTime() - begun) / 1e3, faces));
            }
            out.println(answer);
            out.flush();
        }
    }
}
