package io.lintel.camera;

/** How an RTSP camera's pictures travel. */
public enum RtspTransport {
    /** TCP, and UDP where the camera refuses that. */
    AUTO("tcp"),
    /** Over the connection itself: no packet is lost, and no firewall is in the way. */
    TCP("tcp"),
    /** A lost packet is a grey smear across the face until the next key frame. For cameras that know nothing else. */
    UDP("udp"),
    /** One stream for many receivers, where the network is made for it. */
    UDP_MULTICAST("udp_multicast"),
    /** Through an HTTP tunnel, for networks that let nothing else pass. */
    HTTP("http");

    private final String option;

    RtspTransport(String option) {
        this.option = option;
    }

    /** What ffmpeg's {@code -rtsp_transport} is set to, at first. */
    String option() {
        return option;
    }
}
