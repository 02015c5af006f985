// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/commands.h"
#include "kiosk/officerlog/log_folder.h"

#include <liboath/oath.h>
#include <sysexits.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

namespace inloop::officerlog {
namespace {

// What stands behind "secret=" of an otpauth address.
std::string secret_in(std::string const& uri) {
    constexpr char const* kName = "secret=";
    std::size_t const at = uri.find(kName);
    if (at == std::string::npos) {
        return {};
    }
    std::string const rest = uri.substr(at + std::char_traits<char>::length(kName));
    return rest.substr(0, rest.find('&'));
}

} // namespace

int demo_code(std::filesystem::path const& login) {
    std::ifstream file(login);
    std::string name;
    std::string passphrase;
    std::string uri;
    if (!std::getline(file, name) || !std::getline(file, passphrase) || !std::getline(file, uri)) {
        return complain({ErrorCode::not_found, login.string() + " is no login of a demo"},
                        EX_NOINPUT);
    }
    std::string const encoded = secret_in(uri);
    char* secret = nullptr;
    std::size_t size = 0;
    constexpr unsigned kStep = 30;
    constexpr unsigned kDigits = 6;
    char code[kDigits + 1] = {};
    if (oath_base32_decode(encoded.c_str(), encoded.size(), &secret, &size) != OATH_OK ||
        oath_totp_generate(secret, size, std::time(nullptr), kStep, 0, kDigits, code) != OATH_OK) {
        std::free(secret);
        return complain({ErrorCode::corrupt, login.string() + " holds no secret of codes"},
                        EX_DATAERR);
    }
    std::free(secret);
    std::printf("%s\n", code);
    return EX_OK;
}

} // namespace inloop::officerlog
