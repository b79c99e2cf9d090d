// Networks on ONNX Runtime with fixed input and nothing around them: the floor of a frame. usage: onnxruntime NETWORK...
#include "onnxruntime.h"
#include "worker.h"

int main(int count, char** words) {
    std::vector<ort::Network> networks;
    for (int i = 1; i < count; i++) networks.emplace_back(words[i]);
    return serve(std::string("ONNX Runtime ") + OrtGetApiBase()->GetVersionString(), [&](int) {
        for (auto& network : networks) network.run();
        return 1;
    });
}
