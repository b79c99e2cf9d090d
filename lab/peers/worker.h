// A peer's side of bench-peers. It answers on standard output: first "ready VERSION", then to each line "run INDEX..." one line
// "done" with " MICROSECONDS:FACES" for each index. The end of standard input ends it. CPU time is read from outside.
#pragma once
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

constexpr int WIDTH = 640, HEIGHT = 480;
constexpr size_t FRAME_BYTES = size_t(WIDTH) * HEIGHT * 3;

inline std::vector<uint8_t> read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        std::cerr << "cannot read " << path << "\n";
        std::exit(1);
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

// pass(index of a frame) -> faces found
inline int serve(const std::string& version, const std::function<int(int)>& pass) {
    using clock = std::chrono::steady_clock;
    std::cout << "ready " << version << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string verb;
        words >> verb;
        std::ostringstream answer;
        answer << "done";
        for (int index; words >> index;) {
            auto begun = clock::now();
            int faces = pass(index);
            auto micros = std::chrono::duration_cast<std::chrono::nanoseconds>(clock::now() - begun).count() / 1000.0;
            answer << ' ' << std::fixed << micros << ':' << faces;
        }
        std::cout << answer.str() << std::endl;
    }
    return 0;
}
