// dlib's frontal face detector, five landmarks and ResNet descriptor. usage: dlib plain|howdy|upsampled MODELS FRAMES
//   plain: the detector on the frame as it is, the cheapest use
//   howdy: as Howdy calls it: 320 rows, grey, upsampled once
//   upsampled: as the Python package face_recognition calls it: the whole frame upsampled once
#include <dlib/dnn.h>
#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/image_transforms.h>
#include <dlib/revision.h>

#include "worker.h"

using namespace dlib;

// The shape of the network that dlib_face_recognition_resnet_model_v1.dat holds, from dlib's example dnn_face_recognition_ex.cpp.
template <template <int, template <typename> class, int, typename> class block, int N, template <typename> class BN, typename SUBNET>
using residual = add_prev1<block<N, BN, 1, tag1<SUBNET>>>;
template <template <int, template <typename> class, int, typename> class block, int N, template <typename> class BN, typename SUBNET>
using residual_down = add_prev2<avg_pool<2, 2, 2, 2, skip1<tag2<block<N, BN, 2, tag1<SUBNET>>>>>>;
template <int N, template <typename> class BN, int stride, typename SUBNET>
using block = BN<con<N, 3, 3, 1, 1, relu<BN<con<N, 3, 3, stride, stride, SUBNET>>>>>;
template <int N, typename SUBNET> using ares = relu<residual<block, N, affine, SUBNET>>;
template <int N, typename SUBNET> using ares_down = relu<residual_down<block, N, affine, SUBNET>>;
template <typename S> using level0 = ares_down<256, S>;
template <typename S> using level1 = ares<256, ares<256, ares_down<256, S>>>;
template <typename S> using level2 = ares<128, ares<128, ares_down<128, S>>>;
template <typename S> using level3 = ares<64, ares<64, ares<64, ares_down<64, S>>>>;
template <typename S> using level4 = ares<32, ares<32, ares<32, S>>>;
using resnet = loss_metric<fc_no_bias<128, avg_pool_everything<level0<level1<level2<level3<level4<
    max_pool<3, 3, 2, 2, relu<affine<con<32, 7, 7, 2, 2, input_rgb_image_sized<150>>>>>>>>>>>>>;

class Recognizer {
public:
    Recognizer(const std::string& mode, const std::string& models) : mode(mode) {
        deserialize(models + "/shape_predictor_5_face_landmarks.dat") >> landmarks;
        deserialize(models + "/dlib_face_recognition_resnet_model_v1.dat") >> descriptor;
    }

    int pass(const array2d<rgb_pixel>& frame) {
        array2d<rgb_pixel> reduced;
        const array2d<rgb_pixel>* picture = &frame;
        std::vector<rectangle> faces;
        if (mode == "howdy") {
            constexpr long ROWS = 320;
            reduced.set_size(ROWS, ROWS * frame.nc() / frame.nr());
            resize_image(frame, reduced, interpolate_bilinear());
            picture = &reduced;
            array2d<unsigned char> grey, larger;
            assign_image(grey, reduced);
            faces = upsampled(grey, larger);
        } else if (mode == "upsampled") {
            array2d<rgb_pixel> larger;
            faces = upsampled(frame, larger);
        } else {
            faces = detector(frame);
        }
        if (faces.empty()) return 0;
        matrix<rgb_pixel> chip;
        extract_image_chip(*picture, get_face_chip_details(landmarks(*picture, faces[0]), 150, 0.25), chip);
        matrix<float, 0, 1> embedding = descriptor(chip);
        return faces.size();
    }

private:
    std::string mode;
    frontal_face_detector detector = get_frontal_face_detector();
    shape_predictor landmarks;
    resnet descriptor;
    pyramid_down<2> pyramid;

    template <typename Image> std::vector<rectangle> upsampled(const Image& picture, Image& larger) {
        pyramid_up(picture, larger, pyramid);
        auto faces = detector(larger);
        for (auto& face : faces) face = pyramid.rect_down(face);
        return faces;
    }
};

static std::vector<array2d<rgb_pixel>> frames_of(const std::string& file) {
    auto bgr = read_file(file);
    std::vector<array2d<rgb_pixel>> frames(bgr.size() / FRAME_BYTES);
    for (size_t i = 0; i < frames.size(); i++) {
        frames[i].set_size(HEIGHT, WIDTH);
        const uint8_t* from = &bgr[i * FRAME_BYTES];
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++, from += 3) frames[i][y][x] = rgb_pixel(from[2], from[1], from[0]);
    }
    return frames;
}

int main(int, char** words) {
    auto frames = frames_of(words[3]);
    Recognizer recognizer(words[1], words[2]);
    std::string version = "dlib " + std::to_string(DLIB_MAJOR_VERSION) + "." + std::to_string(DLIB_MINOR_VERSION);
    return serve(version, [&](int i) { return recognizer.pass(frames[i]); });
}
