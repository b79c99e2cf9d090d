package io.lintel.model;

import java.nio.file.Path;

/**
 * A model whose file is in place and is the one that the catalogue names.
 *
 * @param onnx the imported file
 * @param sha256 of that file, verified when the model was asked for
 */
public record InstalledModel(ModelSpec spec, Path onnx, String sha256) {}
