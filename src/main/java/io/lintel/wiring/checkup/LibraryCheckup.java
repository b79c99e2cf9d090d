package io.lintel.wiring.checkup;

import io.lintel.face.ModelRunException;
import io.lintel.face.OnnxModel;
import io.lintel.system.LintelException;
import io.lintel.system.NativeLibraries;
import java.nio.file.Path;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Whether OpenCV and ONNX Runtime load, and whether an error inside them comes back as an exception. In a native image
 * that lacks an entry of reachability-metadata.json such an error ends the process, so it is provoked here on purpose.
 */
final class LibraryCheckup {

    private static final String REMEDY = "reinstall Lintel; if it stays, report it with the output of lintel --version";

    private LibraryCheckup() {}

    static CheckupFinding openCv() {
        try {
            NativeLibraries.loadOpenCv();
            return errorOfOpenCvIsCaught()
                    ? CheckupFinding.ok("opencv", "version " + Core.VERSION)
                    : broken("opencv", "OpenCV accepted an impossible sum");
        } catch (LintelException e) {
            return CheckupFinding.problem("opencv", e);
        }
    }

    /** @param notAModel any readable file that is not an ONNX model */
    static CheckupFinding onnxRuntime(Path notAModel) {
        try {
            OnnxModel.open(notAModel).close();
            return broken("onnxruntime", "ONNX Runtime took " + notAModel + " for a model");
        } catch (ModelRunException e) {
            return e.getCause() instanceof LinkageError
                    ? broken("onnxruntime", String.valueOf(e.getMessage()))
                    : CheckupFinding.ok("onnxruntime", "loads, and reports errors");
        }
    }

    private static boolean errorOfOpenCvIsCaught() {
        Mat two = Mat.zeros(2, 2, CvType.CV_8UC1);
        Mat three = Mat.zeros(3, 3, CvType.CV_8UC1);
        try {
            Core.add(two, three, two);
            return false;
        } catch (CvException expected) {
            return true;
        } finally {
            two.release();
            three.release();
        }
    }

    private static CheckupFinding broken(String part, String detail) {
        return CheckupFinding.problem(part, new LintelException(detail, REMEDY));
    }
}
