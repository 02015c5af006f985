// SPDX-License-Identifier: EUPL-1.2
#include "tests/pictures/sample_pictures.h"

#include <stb/stb_image_write.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <stdexcept>
#include <string>

namespace inloop::support {

namespace {

void append_written(void* to, void* bytes, int count) {
    append(*static_cast<Bytes*>(to),
           ByteView(static_cast<std::byte const*>(bytes), static_cast<std::size_t>(count)));
}

std::uint8_t const* octets(ByteView bytes) {
    return static_cast<std::uint8_t const*>(static_cast<void const*>(bytes.data()));
}

Bytes made(Bytes bytes, bool good) {
    if (!good || bytes.empty()) {
        throw std::runtime_error("a sample could not be made");
    }
    return bytes;
}

// Copies what a WebP library gives and frees it.
Bytes taken(std::uint8_t* from, std::size_t size) {
    Bytes bytes;
    append(bytes, std::as_bytes(std::span(from, size)));
    WebPFree(from);
    return made(std::move(bytes), size > 0);
}

template <class Number>
void append_be(Bytes& out, Number value) {
    for (std::size_t i = sizeof(Number); i-- > 0;) {
        out.push_back(static_cast<std::byte>((std::uint64_t{value} >> (8U * i)) & 0xFFU));
    }
}

// "Exif", a TIFF head and one directory of two entries (CIPA DC-008, 4.6.2).
Bytes exif_of(std::uint16_t orientation, std::string_view words) {
    constexpr std::uint16_t kShort = 3;
    constexpr std::uint16_t kAscii = 2;
    constexpr std::uint32_t kBehindDirectory = 8 + 2 + 2 * 12 + 4;
    Bytes exif;
    append(exif, as_bytes(std::string_view("Exif\0\0II*\0", 10)));
    append_le(exif, std::uint32_t{8}); // the directory follows
    append_le(exif, std::uint16_t{2});
    append_le(exif, std::uint16_t{0x010E}); // ImageDescription
    append_le(exif, kAscii);
    append_le(exif, static_cast<std::uint32_t>(words.size() + 1));
    append_le(exif, kBehindDirectory);
    append_le(exif, std::uint16_t{0x0112}); // Orientation
    append_le(exif, kShort);
    append_le(exif, std::uint32_t{1});
    append_le(exif, std::uint32_t{orientation});
    append_le(exif, std::uint32_t{0});
    append(exif, as_bytes(words));
    exif.push_back(std::byte{0});
    return exif;
}

// Bits as deflate packs them, the lowest first (RFC 1951, 3.1.1).
class BitWriter {
public:
    void bit(unsigned one) {
        m_byte |= one << m_count;
        if (++m_count == 8) {
            m_bytes.push_back(static_cast<std::byte>(m_byte));
            m_byte = 0;
            m_count = 0;
        }
    }
    void code(char const* bits) { // Huffman codes come the highest first
        for (; *bits != '\0'; ++bits) {
            bit(*bits == '1' ? 1 : 0);
        }
    }
    [[nodiscard]] Bytes& bytes() { return m_bytes; }

private:
    Bytes m_bytes;
    unsigned m_byte = 0;
    unsigned m_count = 0;
};

void append_chunk(Bytes& png, std::string_view type, ByteView content) {
    append_be(png, static_cast<std::uint32_t>(content.size()));
    append(png, as_bytes(type));
    append(png, content);
    append_be(png, std::uint32_t{0}); // the sum, which stb does not look at
}

} // namespace

Sample four_fields(int width, int height) {
    Sample sample{width, height, 3, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            bool const left = x < width / 2;
            bool const above = y < height / 2;
            for (bool const on : {above && left, above && !left, !above && left}) {
                sample.pixels.push_back(on ? 255 : 0);
            }
        }
    }
    return sample;
}

Sample one_colour(int width, int height, std::vector<std::uint8_t> const& pixel) {
    Sample sample{width, height, static_cast<int>(pixel.size()), {}};
    for (int i = 0; i < width * height; ++i) {
        sample.pixels.insert(sample.pixels.end(), pixel.begin(), pixel.end());
    }
    return sample;
}

Sample noise(int width, int height, SeededRandom& random) {
    Sample sample{width, height, 3, {}};
    sample.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    random.fill(std::as_writable_bytes(std::span(sample.pixels)));
    return sample;
}

Sample photograph(int width, int height, SeededRandom& random) {
    Sample sample = noise(width, height, random);
    for (std::size_t i = 0; i < sample.pixels.size(); ++i) {
        auto const at = static_cast<double>(i / 3 % static_cast<std::size_t>(width));
        double const wave = 100 + 80 * std::sin(at / 97 + static_cast<double>(i % 3));
        sample.pixels[i] = static_cast<std::uint8_t>(wave + sample.pixels[i] % 16);
    }
    return sample;
}

Bytes png_of(Sample const& sample) {
    Bytes png;
    int const written = stbi_write_png_to_func(append_written, &png, sample.width, sample.height,
                                               sample.channels, sample.pixels.data(), 0);
    return made(std::move(png), written != 0);
}

Bytes jpeg_of(Sample const& sample, int quality) {
    Bytes jpeg;
    int const written = stbi_write_jpg_to_func(append_written, &jpeg, sample.width, sample.height,
                                               sample.channels, sample.pixels.data(), quality);
    return made(std::move(jpeg), written != 0);
}

Bytes webp_of(Sample const& sample) {
    constexpr float kQuality = 90;
    std::uint8_t* webp = nullptr;
    std::size_t const size = (sample.channels == 4 ? WebPEncodeRGBA : WebPEncodeRGB)(
        sample.pixels.data(), sample.width, sample.height, sample.width * sample.channels, kQuality,
        &webp);
    return taken(webp, size);
}

Bytes lossless_webp_of(Sample const& sample) {
    std::uint8_t* webp = nullptr;
    std::size_t const size = WebPEncodeLosslessRGBA(sample.pixels.data(), sample.width,
                                                    sample.height, sample.width * 4, &webp);
    return taken(webp, size);
}

Bytes moving_webp_of(Sample const& first, Sample const& second) {
    WebPMux* const mux = WebPMuxNew();
    for (Sample const* sample : {&first, &second}) {
        Bytes const picture = webp_of(*sample);
        WebPMuxFrameInfo frame{};
        frame.bitstream = {octets(picture), picture.size()};
        frame.id = WEBP_CHUNK_ANMF;
        frame.duration = 100;
        WebPMuxPushFrame(mux, &frame, 1);
    }
    WebPMuxAnimParams const forever{.bgcolor = 0, .loop_count = 0};
    WebPData whole{};
    bool const good = WebPMuxSetAnimationParams(mux, &forever) == WEBP_MUX_OK &&
                      WebPMuxAssemble(mux, &whole) == WEBP_MUX_OK;
    Bytes bytes;
    append(bytes, std::as_bytes(std::span(whole.bytes, whole.size)));
    WebPDataClear(&whole);
    WebPMuxDelete(mux);
    return made(std::move(bytes), good);
}

Bytes jpeg_with_exif(ByteView jpeg, std::uint16_t orientation, std::string_view words) {
    Bytes const exif = exif_of(orientation, words);
    Bytes with;
    append(with, jpeg.first(2)); // start of image
    append_be(with, std::uint16_t{0xFFE1}); // APP1
    append_be(with, static_cast<std::uint16_t>(exif.size() + 2));
    append(with, exif);
    append(with, jpeg.subspan(2));
    return with;
}

Bytes webp_with_exif(ByteView webp, std::uint16_t orientation, std::string_view words) {
    WebPData const picture{octets(webp), webp.size()};
    Bytes const exif = exif_of(orientation, words);
    WebPData const chunk{octets(exif) + 6, exif.size() - 6}; // without "Exif": the container says
    WebPMux* const mux = WebPMuxCreate(&picture, 1);
    WebPData whole{};
    bool const good = WebPMuxSetChunk(mux, "EXIF", &chunk, 1) == WEBP_MUX_OK &&
                      WebPMuxAssemble(mux, &whole) == WEBP_MUX_OK;
    Bytes bytes;
    append(bytes, std::as_bytes(std::span(whole.bytes, whole.size)));
    WebPDataClear(&whole);
    WebPMuxDelete(mux);
    return made(std::move(bytes), good);
}

Bytes png_announcing(ByteView png, std::uint32_t width, std::uint32_t height) {
    constexpr std::size_t kSizeAt = 16; // behind the signature, length and type of IHDR
    Bytes size;
    append_be(size, width);
    append_be(size, height);
    Bytes announcing(png.begin(), png.end());
    std::ranges::copy(size, announcing.begin() + kSizeAt);
    return announcing;
}

Bytes inflating_png(std::size_t size) {
    // One block of fixed codes: a zero, then the longest repetition of it again and again.
    BitWriter deflated;
    append(deflated.bytes(), as_bytes("\x78\x01")); // zlib's head
    deflated.code("110"); // last block, fixed codes (low bit first)
    deflated.code("00110000"); // literal 0
    while (deflated.bytes().size() < size) {
        deflated.code("1100010100000"); // length 258, distance 1
    }
    deflated.code("00000000000000"); // end of block, and the rest of the byte
    Bytes head;
    append_be(head, std::uint32_t{10});
    append_be(head, std::uint32_t{10});
    append(head, as_bytes(std::string_view("\x08\x02\0\0\0", 5))); // 8 bits, RGB
    Bytes png;
    append(png, as_bytes("\x89PNG\r\n\x1A\n"));
    append_chunk(png, "IHDR", head);
    append_chunk(png, "IDAT", deflated.bytes());
    append_chunk(png, "IEND", {});
    return png;
}

Bytes mutated(ByteView picture, SeededRandom& random) {
    auto const below = [&random](std::size_t bound) {
        return static_cast<std::ptrdiff_t>(random.below(static_cast<std::uint32_t>(bound)));
    };
    Bytes changed(picture.begin(), picture.end());
    for (std::ptrdiff_t left = 1 + below(6); left > 0 && !changed.empty(); --left) {
        auto const at = changed.begin() + below(changed.size());
        switch (below(8)) {
        case 0:
            changed.erase(at, changed.end());
            break;
        case 1:
            changed.insert(at, picture.begin(), picture.begin() + below(picture.size()));
            break;
        case 2:
            *at = std::byte{0xFF};
            break;
        case 3:
            *at = std::byte{0};
            break;
        default:
            *at = static_cast<std::byte>(below(256));
        }
    }
    return changed;
}

} // namespace inloop::support
