// FAISS's exact search by inner product for the best two. usage: faiss ROWS SEARCHES; a pass makes that many searches.
#include <faiss/IndexFlat.h>

#include <cmath>
#include <random>

#include "worker.h"

int main(int, char** words) {
    constexpr int DIMENSION = 192, BEST = 2, BATCH = 10000;
    int rows = std::atoi(words[1]), searches = std::atoi(words[2]);
    std::mt19937 random(1);
    std::normal_distribution<float> value(0, 1 / std::sqrt(float(DIMENSION)));
    faiss::IndexFlatIP index(DIMENSION);
    std::vector<float> batch;
    for (int added = 0; added < rows; added += BATCH) {
        int count = std::min(BATCH, rows - added);
        batch.resize(size_t(count) * DIMENSION);
        for (auto& each : batch) each = value(random);
        index.add(count, batch.data());
    }
    std::vector<float> probe(batch.begin(), batch.begin() + DIMENSION);
    float scores[BEST];
    faiss::Index::idx_t best[BEST];
    std::string version = "FAISS " + std::to_string(FAISS_VERSION_MAJOR) + "." + std::to_string(FAISS_VERSION_MINOR) + "."
        + std::to_string(FAISS_VERSION_PATCH);
    return serve(version, [&](int) {
        for (int i = 0; i < searches; i++) index.search(1, probe.data(), BEST, scores, best);
        return 1;
    });
}
