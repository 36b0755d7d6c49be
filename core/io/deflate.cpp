#include "core/io/deflate.h"

#include <zlib.h>

#include <array>
#include <new>

namespace bilevel {
namespace {

/// zlib takes bytes that it does not change as Bytef*.
Bytef* input(std::string_view bytes) { return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); }

class Inflater {
public:
    explicit Inflater(std::string_view bytes) {
        stream_.next_in = input(bytes);
        stream_.avail_in = static_cast<uInt>(bytes.size());
        if (::inflateInit(&stream_) != Z_OK) throw std::bad_alloc();
    }
    ~Inflater() { ::inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Appends a block; zlib's answer.
    int next(std::string& out) {
        std::array<Bytef, 16384> block{};
        stream_.next_out = block.data();
        stream_.avail_out = block.size();
        const int answer = ::inflate(&stream_, Z_NO_FLUSH);
        out.append(reinterpret_cast<const char*>(block.data()), block.size() - stream_.avail_out);
        return answer;
    }

private:
    z_stream stream_{};
};

}  // namespace

std::string deflated(std::string_view bytes) {
    uLongf size = ::compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    if (::compress2(reinterpret_cast<Bytef*>(out.data()), &size, input(bytes), static_cast<uLong>(bytes.size()),
                    Z_BEST_COMPRESSION) != Z_OK)
        throw std::bad_alloc();
    out.resize(size);
    return out;
}

Inflated inflated(std::string_view bytes, std::size_t most) {
    using enum Inflated::State;
    Inflater inflater(bytes);
    std::string out;
    for (;;) {
        const int answer = inflater.next(out);
        if (out.size() > most) return {large, {}};
        if (answer == Z_STREAM_END) return {whole, std::move(out)};
        if (answer == Z_BUF_ERROR) return {cut, {}};
        if (answer != Z_OK) return {damaged, {}};
    }
}

}  // namespace bilevel
