// Just enough of ONNX Runtime's C interface to run a network. The library that Lintel uses comes without its C header; its interface
// is a table of functions whose order never changes (onnxruntime_c_api.h, "NO functions may be removed or reordered"), here by number.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

struct OrtApiBase {
    void* const* (*GetApi)(uint32_t);
    const char* (*GetVersionString)();
};
extern "C" const OrtApiBase* OrtGetApiBase();

namespace ort {

constexpr uint32_t API_VERSION = 14;
constexpr int WARNINGS = 2, ALL_OPTIMIZATIONS = 99, FLOAT = 1, DEVICE_ALLOCATOR = 0, DEFAULT_MEMORY = 0;

enum Function {
    GetErrorMessage = 2, CreateEnv = 3, DisableTelemetryEvents = 6, CreateSession = 7, Run = 9, CreateSessionOptions = 10,
    SetGraphOptimizationLevel = 23, SetIntraOpNumThreads = 24, SetInterOpNumThreads = 25, SessionGetOutputCount = 31,
    SessionGetInputTypeInfo = 33, SessionGetOutputTypeInfo = 34, SessionGetInputName = 36, SessionGetOutputName = 37,
    CreateTensorWithData = 49, CastTypeInfoToTensorInfo = 55, GetDimensionsCount = 61, GetDimensions = 62, CreateCpuMemoryInfo = 69,
    GetAllocatorWithDefaultOptions = 78
};

inline void* const* table() {
    static void* const* functions = OrtGetApiBase()->GetApi(API_VERSION);
    return functions;
}

template <typename... A> void call(Function function, A... arguments) {
    void* status = reinterpret_cast<void* (*) (A...)>(table()[function])(arguments...);
    if (status) {
        std::cerr << reinterpret_cast<const char* (*) (void*)>(table()[GetErrorMessage])(status) << "\n";
        std::exit(1);
    }
}

inline void* environment() {
    static void* made = [] {
        void* e;
        setenv("ORT_DISABLE_TELEMETRY", "1", 1);
        call(CreateEnv, WARNINGS, "peer", &e);
        call(DisableTelemetryEvents, e);
        return e;
    }();
    return made;
}

struct Tensor {
    const char* name = nullptr;
    std::vector<float> values;
    void* bound = nullptr;
};

/** One network with one input; input and outputs stay bound, one thread. */
class Network {
public:
    explicit Network(const std::string& file) {
        void* options;
        call(CreateSessionOptions, &options);
        call(SetIntraOpNumThreads, options, 1);
        call(SetInterOpNumThreads, options, 1);
        call(SetGraphOptimizationLevel, options, ALL_OPTIMIZATIONS);
        call(CreateSession, environment(), file.c_str(), options, &session);
        input = bind(SessionGetInputName, SessionGetInputTypeInfo, 0);
        for (size_t i = 0; i < input.values.size(); i++) input.values[i] = (i * 7919L % 256) / 255.f;
        size_t count;
        call(SessionGetOutputCount, session, &count);
        for (size_t i = 0; i < count; i++) {
            outputs.push_back(bind(SessionGetOutputName, SessionGetOutputTypeInfo, i));
            names.push_back(outputs.back().name);
            bound.push_back(outputs.back().bound);
        }
    }

    void run() {
        const void* in = input.bound;
        call(Run, session, (void*) nullptr, &input.name, (const void* const*) &in, (size_t) 1, names.data(), names.size(), bound.data());
    }

private:
    void* session = nullptr;
    Tensor input;
    std::vector<Tensor> outputs;
    std::vector<const char*> names;
    std::vector<void*> bound;

    Tensor bind(Function name, Function type, size_t number) {
        Tensor tensor;
        void *allocator, *memory, *info, *shapeInfo;
        call(GetAllocatorWithDefaultOptions, &allocator);
        call(CreateCpuMemoryInfo, DEVICE_ALLOCATOR, DEFAULT_MEMORY, &memory);
        char* text;
        call(name, session, number, allocator, &text);
        tensor.name = text;
        call(type, session, number, &info);
        call(CastTypeInfoToTensorInfo, info, &shapeInfo);
        size_t dimensions;
        call(GetDimensionsCount, shapeInfo, &dimensions);
        std::vector<int64_t> shape(dimensions);
        call(GetDimensions, shapeInfo, shape.data(), dimensions);
        if (shape[0] < 0) shape[0] = 1;  // any batch size: one picture
        size_t count = 1;
        for (auto each : shape) count *= each;
        tensor.values.assign(count, 0);
        call(CreateTensorWithData, memory, (void*) tensor.values.data(), count * sizeof(float), shape.data(), dimensions, FLOAT, &tensor.bound);
        return tensor;
    }
};
}
