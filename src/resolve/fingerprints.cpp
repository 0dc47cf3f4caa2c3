#include "resolve/fingerprints.hpp"

#include <algorithm>
#include <bit>
#include <boost/sort/spreadsort/integer_sort.hpp>
#include <cmath>
#include <numeric>

namespace rejoinder {

namespace {

constexpr std::ptrdiff_t voters_each_side = 8;
constexpr double least_share_of_votes = 0.2;
constexpr std::size_t chance_grams = 8;

std::uint32_t gram_hash(std::span<const std::uint32_t> words) {
    std::uint64_t hash = 0x9E3779B97F4A7C15U;
    for (const std::uint32_t word : words) {
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDU;
        hash ^= hash >> 32;
    }
    return static_cast<std::uint32_t>(hash);
}

std::uint64_t posting(std::uint32_t hash, std::uint32_t number) {
    return std::uint64_t{hash} << 32 | number;
}

}  // namespace

void FingerprintIndex::reserve(std::size_t words) {
    postings_.reserve(words * 11 / 20);  // one of two sequences is kept, and a few more
}

void FingerprintIndex::add(std::uint32_t number, std::span<const std::uint32_t> words) {
    if (words.size() < gram) return;
    std::vector<std::uint32_t>& hashes = hashes_;
    hashes.resize(words.size() - gram + 1);
    for (std::size_t i = 0; i < hashes.size(); ++i) hashes[i] = gram_hash(words.subspan(i, gram));
    const std::size_t span = std::min(window, hashes.size());
    std::size_t kept = hashes.size();  // index of the last one kept
    for (std::size_t begin = 0; begin + span <= hashes.size(); ++begin) {
        std::size_t least = begin;
        for (std::size_t i = begin + 1; i < begin + span; ++i) {
            if (hashes[i] <= hashes[least]) least = i;
        }
        if (least == kept) continue;
        kept = least;
        postings_.push_back(posting(hashes[least], number));
    }
}

void FingerprintIndex::build() {
    boost::sort::spreadsort::integer_sort(postings_.begin(), postings_.end());
    postings_.erase(std::unique(postings_.begin(), postings_.end()), postings_.end());
    const int bits = std::clamp(static_cast<int>(std::bit_width(postings_.size())) - 2, 1, 28);
    shift_ = 32 - bits;
    buckets_.assign((std::size_t{1} << bits) + 1, 0);
    for (const std::uint64_t one : postings_) ++buckets_[(one >> 32 >> shift_) + 1];
    std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());
}

std::vector<FingerprintIndex::Candidate> FingerprintIndex::find(std::span<const std::uint32_t> words,
                                                                std::uint32_t near, bool after,
                                                                std::size_t limit) const {
    std::vector<Candidate> votes;
    if (words.size() < gram || postings_.empty()) return votes;
    std::vector<std::uint32_t> hashes(words.size() - gram + 1);
    for (std::size_t i = 0; i < hashes.size(); ++i) hashes[i] = gram_hash(words.subspan(i, gram));
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    // Each look leads to a part of memory that nothing has touched: all are asked for before the first is used.
    for (const std::uint32_t hash : hashes) __builtin_prefetch(buckets_.data() + (hash >> shift_));
    for (const std::uint32_t hash : hashes) __builtin_prefetch(postings_.data() + buckets_[hash >> shift_]);
    for (const std::uint32_t hash : hashes) {
        const auto bucket = postings_.begin() + buckets_[hash >> shift_];
        const auto bucket_end = postings_.begin() + buckets_[(hash >> shift_) + 1];
        const auto first = std::lower_bound(bucket, bucket_end, posting(hash, 0));
        if (first == bucket_end || *first >> 32 != hash) continue;
        const auto last = std::upper_bound(first, bucket_end, posting(hash, UINT32_MAX));
        const auto middle = std::lower_bound(first, last, posting(hash, near));
        const auto low = middle - std::min(middle - first, voters_each_side);
        const auto high = after ? middle + std::min(last - middle, voters_each_side + 1) : middle;
        const double weight = 1.0 / std::sqrt(static_cast<double>(last - first));
        for (auto at = low; at != high; ++at) {
            const auto number = static_cast<std::uint32_t>(*at);
            if (number != near) votes.push_back({number, weight, 1});
        }
    }
    std::sort(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < votes.size(); ++i) {
        if (kept > 0 && votes[kept - 1].number == votes[i].number) {
            votes[kept - 1].votes += votes[i].votes;
            ++votes[kept - 1].shared;
        } else {
            votes[kept++] = votes[i];
        }
    }
    votes.resize(kept);
    // In a long thread some three words of a quote stand almost anywhere.
    if (hashes.size() >= chance_grams) std::erase_if(votes, [](const Candidate& one) { return one.shared < 2; });
    const auto distance = [&](std::uint32_t number) { return number < near ? near - number : number - near; };
    std::sort(votes.begin(), votes.end(), [&](const auto& a, const auto& b) {
        if (a.votes != b.votes) return a.votes > b.votes;
        if (distance(a.number) != distance(b.number)) return distance(a.number) < distance(b.number);
        return a.number < b.number;
    });
    if (votes.size() > limit) votes.resize(limit);
    while (!votes.empty() && votes.back().votes < least_share_of_votes * votes.front().votes) votes.pop_back();
    return votes;
}

}  // namespace rejoinder
