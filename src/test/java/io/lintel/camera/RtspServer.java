package io.lintel.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * As much of an RTSP camera (RFC 2326) as a client over TCP needs, for one client at a time: an ffmpeg sends a clip as
 * RTP over UDP to us, and we pass the packets on, interleaved with the RTSP connection.
 */
final class RtspServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket();
    private final DatagramSocket rtp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Process encoder;
    private final Path description;

    RtspServer(Path folder, Path clip, int port) throws IOException {
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        description = folder.resolve("camera.sdp");
        String target = "rtp://127.0.0.1:" + rtp.getLocalPort();
        encoder = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-nostdin",
                        "-y",
                        "-re",
                        "-stream_loop",
                        "-1",
                        "-i",
                        clip.toString(),
                        "-c:v",
                        "mpeg4",
                        "-g",
                        "5",
                        "-q:v",
                        "5",
                        "-pix_fmt",
                        "yuv420p",
                        "-f",
                        "rtp",
                        "-sdp_file",
                        description.toString(),
                        target)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.ofPlatform().daemon().name("rtsp-server").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client went away, or close() ended us: both are what a camera lives with
                continue;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        for (String request = in.readLine(); request != null; request = in.readLine()) {
            String sequence = "CSeq: 0";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                sequence = line.startsWith("CSeq") ? line : sequence;
            }
            String method = request.substring(0, request.indexOf(' '));
            out.write(answer(method, sequence).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (method.equals("PLAY")) {
                relay(out);
            }
        }
    }

    private String answer(String method, String sequence) throws IOException {
        String head = "RTSP/1.0 200 OK\r\n" + sequence + "\r\nSession: 1\r\n";
        return switch (method) {
            case "OPTIONS" -> head + "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n";
            case "SETUP" -> head + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
            case "DESCRIBE" -> {
                String sdp = Files.readString(description).replaceFirst("m=video \\d+", "m=video 0");
                yield head + "Content-Type: application/sdp\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp;
            }
            default -> head + "\r\n";
        };
    }

    private void relay(OutputStream out) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        while (!server.isClosed()) {
            rtp.receive(packet);
            int length = packet.getLength();
            out.write(new byte[] {'$', 0, (byte) (length >> 8), (byte) length});
            out.write(packet.getData(), 0, length);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        encoder.destroyForcibly();
        server.close();
        rtp.close();
    }
}
