package io.lintel.model;

/** The format in which a model is published. Each has its importer in {@link io.lintel.model.fetch.ModelImporter}. */
public enum SourceFormat {
    /** TensorFlow Lite flatbuffer. */
    TFLITE("tflite"),
    /** dlib's serialized face recognition ResNet. */
    DLIB_RESNET("dlib-resnet"),
    /** A PyTorch state dictionary of a MiniFASNet: tensors without their graph. */
    TORCH_MINIFASNET("torch-minifasnet"),
    /** ONNX already: taken as it is. */
    ONNX("onnx");

    private final String key;

    SourceFormat(String key) {
        this.key = key;
    }

    /** The format's name in {@code catalog.json}. */
    public String key() {
        return key;
    }
}
