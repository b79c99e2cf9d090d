package io.lintel.gallery.enrolment;

import io.lintel.gallery.TemplateSource;
import org.opencv.core.Mat;

/**
 * One picture of somebody to be enrolled.
 *
 * @param label what the person in front of the page calls it, such as the file's name
 * @param picture BGR, 8 bits, 3 channels; stays the caller's to release
 */
public record Shot(String label, TemplateSource source, Mat picture) {}
