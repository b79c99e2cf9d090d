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
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of an RTSP camera (RFC 2326) as a client over TCP needs, for one client at a time: an ffmpeg sends a clip as
 * RTP over UDP to us, and we pass the packets on, interleaved with the RTSP connection.
 */
final class RtspServer implements AutoCloseable {

    private static final Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d+)");

    private final ServerSocket server = new ServerSocket();
    private final DatagramSocket rtp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Process encoder;
    private final String refusal;
    private volatile int clientPort;
    private final Path description;

    RtspServer(Path folder, Path clip, int port) throws IOException {
        this(folder, clip, port, "");
    }

    /** @param refusal what it answers to a client that wants TCP, such as {@code 461 Unsupported Transport}: it sends by UDP only; empty: by TCP */
    RtspServer(Path folder, Path clip, int port, String refusal) throws IOException {
        this.refusal = refusal;
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
            String transport = "";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                sequence = line.startsWith("CSeq") ? line : sequence;
                transport = line.startsWith("Transport:") ? line : transport;
            }
            String method = request.substring(0, request.indexOf(' '));
            String answer = method.equals("SETUP") && !refusal.isEmpty()
                    ? setUpByUdp(sequence, transport)
                    : answer(method, sequence);
            out.write(answer.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (method.equals("PLAY")) {
                relay(out);
            }
        }
    }

    private String setUpByUdp(String sequence, String transport) {
        Matcher ports = CLIENT_PORT.matcher(transport);
        if (!ports.find()) {
            return "RTSP/1.0 " + refusal + "\r\n" + sequence + "\r\n\r\n";
        }
        clientPort = Integer.parseInt(ports.group(1));
        return "RTSP/1.0 200 OK\r\n" + sequence + "\r\nSession: 1\r\nTransport: RTP/AVP;unicast;client_port="
                + clientPort + "-" + (clientPort + 1) + ";server_port=" + rtp.getLocalPort() + "-"
                + (rtp.getLocalPort() + 1) + "\r\n\r\n";
    }

    private String answer(String method, String sequence) throws IOException {
        String head = "RTSP/1.0 200 OK\r\n" + sequence + "\r\nSession: 1\r\n";
        return switch (method) {
            case "OPTIONS" -> head + "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n";
            case "SETUP" -> head + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
            case "DESCRIBE" -> {
                String sdp = describe().replaceFirst("m=video \\d+", "m=video 0");
                yield head + "Content-Type: application/sdp\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp;
            }
            default -> head + "\r\n";
        };
    }

    /** The encoder writes it when it has seen its first picture. */
    private String describe() throws IOException {
        for (int i = 0; i < 500 && (!Files.exists(description) || Files.size(description) == 0); i++) {
            LockSupport.parkNanos(10_000_000);
        }
        return Files.readString(description);
    }

    private void relay(OutputStream out) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        while (!server.isClosed()) {
            rtp.receive(packet);
            int length = packet.getLength();
            if (clientPort > 0) {
                rtp.send(new DatagramPacket(packet.getData(), length, InetAddress.getLoopbackAddress(), clientPort));
                continue;
            }
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
