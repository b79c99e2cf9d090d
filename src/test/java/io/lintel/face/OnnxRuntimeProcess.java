package io.lintel.face;

/** A program that does no more than load ONNX Runtime, for {@link OnnxRuntimeTelemetryTest}. */
final class OnnxRuntimeProcess {

    private OnnxRuntimeProcess() {}

    public static void main(String[] args) {
        System.out.println("loaded " + OnnxRuntime.environment().getVersion());
    }
}
