// SPDX-License-Identifier: EUPL-1.2
// Forms with files, as browsers send them and as somebody might who means harm.
#include "platform/net/https_server.h"
#include "platform/net/tuning.h"
#include "tests/support/net_rig.h"
#include "tests/support/raw_tls.h"
#include "tests/support/seeded_random.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

namespace inloop::net {
namespace {

using platform::HttpRequest;
using support::RawTls;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::string_literals;

constexpr char const* kType = "multipart/form-data; boundary=";
constexpr char const* kBoundary = "----WebKitFormBoundaryx3XkL9vQ0aYtB7Zc";

std::string field(std::string const& disposition, std::string const& content,
                  std::string const& boundary = kBoundary) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" +
           content + "\r\n";
}

std::string end(std::string const& boundary = kBoundary) {
    return "--" + boundary + "--\r\n";
}

// What a browser sends for a field of text and a picture.
std::string browsers_form(std::string const& picture) {
    return field("name=\"csrf\"", "abc") +
           field("name=\"alt\"", "Een straat, caf\xC3\xA9\r\nen plein") + "--" + kBoundary +
           "\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"IMG 1.jpg\"\r\n"
           "Content-Type: image/jpeg\r\n\r\n" +
           picture + "\r\n" + end();
}

class FormParts : public testing::Test {
protected:
    FormParts() { rig.handler.limit = kLimit; }

    // The status the server answers, and what the handler got.
    std::string post(std::string const& body,
                     std::string const& type = std::string(kType) + kBoundary,
                     std::string const& method = "POST") {
        auto client = RawTls::connect(rig.server->port());
        if (!client) {
            return "no connection";
        }
        (void)client->send(method + " /form HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
                           "Content-Type: " + type +
                           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n");
        (void)client->send(body);
        std::string const answer = client->receive();
        return answer.substr(0, std::string_view("HTTP/1.1 400").size());
    }
    [[nodiscard]] HttpRequest request() const { return rig.handler.requests().back(); }
    [[nodiscard]] std::string content_of(std::size_t part) const {
        return support::text_of(request().parts.at(part).content);
    }

    static constexpr std::size_t kLimit = 7'000'000;
    static constexpr char const* kFine = "HTTP/1.1 200";
    static constexpr char const* kBad = "HTTP/1.1 400";
    support::NetRig rig;
};

TEST_F(FormParts, AreWhatABrowserSends) {
    // given a picture with line ends and dashes, and nearly the boundary
    std::string const picture = "\xFF\xD8\0\r\n--\r\n----WebKitFormBoundary\r\n\n\r"s;

    ASSERT_EQ(post(browsers_form(picture)), kFine);

    ASSERT_THAT(request().parts, SizeIs(3));
    EXPECT_THAT(request().body, IsEmpty());
    EXPECT_EQ(request().parts[0].name, "csrf");
    EXPECT_EQ(content_of(0), "abc");
    EXPECT_EQ(request().parts[0].file_name, "");
    EXPECT_EQ(content_of(1), "Een straat, caf\xC3\xA9\r\nen plein");
    EXPECT_EQ(request().parts[2].name, "picture");
    EXPECT_EQ(request().parts[2].file_name, "IMG 1.jpg");
    EXPECT_EQ(request().parts[2].content_type, "image/jpeg");
    EXPECT_EQ(content_of(2), picture);
}

TEST_F(FormParts, HoldAPictureOfSixMegabytes) {
    std::string picture(6'291'456, '\0');
    support::SeededRandom random(1);
    for (char& byte : picture) {
        byte = static_cast<char>(random.next());
    }
    ASSERT_EQ(post(browsers_form(picture)), kFine);
    EXPECT_TRUE(content_of(2) == picture);

    EXPECT_EQ(post(browsers_form(picture + std::string(1'000'000, 'a'))), "HTTP/1.1 413");
}

TEST_F(FormParts, MayBeEmptyAndOfOneName) {
    ASSERT_EQ(post(field("name=\"a\"", "") + field("name=\"a\"", "") + field("name=\"a\"", "1") +
                   field("name=\"f\"; filename=\"\"", "") + end()),
              kFine);
    ASSERT_THAT(request().parts, SizeIs(4));
    EXPECT_EQ(content_of(1), "");
    EXPECT_EQ(content_of(2), "1");
}

TEST_F(FormParts, AreFoundHoweverTheirBoundaryIsWritten) {
    std::string const body = field("name=\"a\"", "1", "b'()+_,-./:=?") + end("b'()+_,-./:=?");
    ASSERT_EQ(post(body, std::string(kType) + "\"b'()+_,-./:=?\""), kFine);
    EXPECT_EQ(content_of(0), "1");
    for (char const* const type :
         {"Multipart/Form-Data; boundary=bound", "multipart/form-data;boundary=bound",
          "multipart/form-data ; boundary=bound", "multipart/form-data; boundary=\"bound\""}) {
        EXPECT_EQ(post(field("name=\"a\"", "1", "bound") + end("bound"), type), kFine) << type;
    }
}

TEST_F(FormParts, AreLookedForInNothingElse) {
    std::string const body = browsers_form("p");
    ASSERT_EQ(post(body, "text/plain"), kFine);
    EXPECT_THAT(request().parts, IsEmpty());
    EXPECT_EQ(support::text_of(request().body), body);
    ASSERT_EQ(post("a=1", "application/x-www-form-urlencoded"), kFine);
    EXPECT_THAT(request().parts, IsEmpty());
    EXPECT_EQ(support::text_of(request().body), "a=1");
}

TEST_F(FormParts, NeedABoundaryThatIsOne) {
    std::string const body = browsers_form("p");
    for (std::string const& type : std::vector<std::string>{
             std::string("multipart/form-data"), std::string("multipart/form-data;"),
             std::string(kType), std::string(kType) + "\"", std::string(kType) + "\"\"",
             std::string(kType) + "\"" + kBoundary,
             std::string(kType) + kBoundary + "; charset=utf-8",
             "multipart/form-data; charset=utf-8; boundary=" + std::string(kBoundary),
             "multipart/form-datax; boundary=" + std::string(kBoundary),
             "multipart/form-data; Boundary=" + std::string(kBoundary),
             "multipart/form-data; boundary=a b", "multipart/form-data; boundary=a\"b",
             "multipart/form-data; boundary=\xC3\xA9", std::string(kType) + std::string(71, 'a'),
             std::string(kType) + "another"}) {
        EXPECT_EQ(post(body, type), kBad) << type;
    }
    EXPECT_EQ(rig.handler.count(), 0U);
}

TEST_F(FormParts, NeedAName) {
    for (char const* const disposition :
         {"", "name=", "name=\"\"", "name=a", "filename=\"a\"", "xname=\"a\"", "name=\"\xFF\"",
          "name=\"a\tb\"", "name=\"a\"; filename=\"\xC0\xAF\"", "name=\"a\"; filename=\"a\x01\""}) {
        EXPECT_EQ(post(field(disposition, "1") + end()), kBad) << disposition;
    }
    EXPECT_EQ(post("--" + std::string(kBoundary) + "\r\n\r\nno head\r\n" + end()), kBad);
}

TEST_F(FormParts, AreOneAtLeastAndNotTooMany) {
    EXPECT_EQ(post(end()), kBad);
    EXPECT_EQ(post(""), kBad);
    EXPECT_EQ(post("\r\n"), kBad);
    std::string many;
    for (std::size_t i = 0; i < kFormParts; ++i) {
        many += field("name=\"a\"", "1");
    }
    EXPECT_EQ(post(many + end()), kFine);
    EXPECT_THAT(request().parts, SizeIs(kFormParts));
    EXPECT_EQ(post(many + field("name=\"a\"", "1") + end()), kBad);
}

TEST_F(FormParts, AreAllThereOrNone) {
    std::string const body = browsers_form("picture");
    std::size_t const whole = body.size() - 2; // the last line end may be missing
    ASSERT_EQ(post(body.substr(0, whole)), kFine) << "negative control";
    for (std::size_t size = 0; size < whole; ++size) {
        ASSERT_EQ(post(body.substr(0, size)), kBad) << size;
    }
    EXPECT_EQ(rig.handler.count(), 1U);
}

TEST_F(FormParts, EndWhereTheFormEnds) {
    EXPECT_EQ(post(browsers_form("p") + "more"), kBad);
    EXPECT_EQ(post(browsers_form("p") + browsers_form("q")), kBad);
    EXPECT_EQ(post("--" + std::string(kBoundary) + "longer\r\n" + browsers_form("p")), kBad);
}

TEST_F(FormParts, HaveHeadsOfABoundedLength) {
    EXPECT_EQ(post(field("name=\"" + std::string(1'000, 'a') + "\"", "1") + end()), kFine);
    EXPECT_EQ(post(field("name=\"" + std::string(kFormBuffer, 'a') + "\"", "1") + end()), kBad);
}

// RFC 7578, 4.3 gave up parts within parts; the library still takes them.
std::string nested_form() {
    return "--"s + kBoundary +
           "\r\nContent-Disposition: form-data; name=\"files\"\r\n"
           "Content-Type: multipart/mixed; boundary=inner\r\n\r\n" +
           field("filename=\"a\"", "1", "inner") + field("filename=\"b\"", "2", "inner") +
           end("inner") + end();
}

TEST_F(FormParts, SurviveEveryChange) {
    support::SeededRandom random(1);
    for (std::string const& body : {browsers_form("\r\n--"s + kBoundary + "x"), nested_form()}) {
        for (int i = 0; i < 200; ++i) {
            std::string changed = body;
            for (std::uint32_t left = random.below(4); left > 0; --left) {
                changed[random.below(static_cast<std::uint32_t>(changed.size()))] =
                    "\r\n-\";:=a\0"[random.below(9)];
            }
            std::string const status = post(changed);
            ASSERT_TRUE(status == kFine || status == kBad) << status << "\n" << changed;
        }
    }
}

} // namespace
} // namespace inloop::net
