// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/machine_look.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <net/route.h>
#include <netinet/in.h>

#include <array>
#include <fstream>
#include <memory>
#include <sstream>

namespace inloop::platform {

namespace {

namespace fs = std::filesystem;

// proc/net/route: interface, destination, gateway, flags, three numbers, mask; the rest does not
// matter. A first line of titles has no numbers.
std::string way_out_4(fs::path const& file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        std::istringstream fields(line);
        std::string interface;
        std::string gateway;
        std::string skipped;
        unsigned destination = 1;
        unsigned flags = 0;
        unsigned mask = 1;
        fields >> interface >> std::hex >> destination >> gateway >> flags >> skipped >> skipped >>
            skipped >> mask;
        if (fields && destination == 0 && mask == 0 && (flags & RTF_UP) != 0 &&
            (flags & RTF_REJECT) == 0) {
            return interface;
        }
    }
    return {};
}

// proc/net/ipv6_route: destination, its prefix, source, its prefix, next hop, three numbers, flags,
// interface.
std::string way_out_6(fs::path const& file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        std::istringstream fields(line);
        std::string destination;
        std::string interface;
        std::string skipped;
        unsigned prefix = 1;
        unsigned flags = 0;
        fields >> destination >> std::hex >> prefix >> skipped >> skipped >> skipped >> skipped >>
            skipped >> skipped >> flags >> interface;
        if (fields && prefix == 0 && destination.find_first_not_of('0') == std::string::npos &&
            (flags & RTF_UP) != 0 && (flags & RTF_REJECT) == 0 && interface != "lo") {
            return interface;
        }
    }
    return {};
}

// Empty for what does not lead out of the house: link-local, or no address at all.
std::string text_of(sockaddr const* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address == nullptr) {
        return {};
    }
    if (address->sa_family == AF_INET) {
        in_addr const& four = reinterpret_cast<sockaddr_in const*>(address)->sin_addr;
        bool const link_local = (ntohl(four.s_addr) >> 16U) == 0xA9FEU; // 169.254, RFC 3927
        return link_local || ::inet_ntop(AF_INET, &four, text.data(), text.size()) == nullptr
                   ? std::string()
                   : text.data();
    }
    if (address->sa_family == AF_INET6) {
        in6_addr const& six = reinterpret_cast<sockaddr_in6 const*>(address)->sin6_addr;
        return IN6_IS_ADDR_LINKLOCAL(&six) ||
                       ::inet_ntop(AF_INET6, &six, text.data(), text.size()) == nullptr
                   ? std::string()
                   : text.data();
    }
    return {};
}

std::vector<std::string> addresses_of(std::string const& interface) {
    std::vector<std::string> found;
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) {
        return found;
    }
    std::unique_ptr<ifaddrs, void (*)(ifaddrs*)> const all(first, ::freeifaddrs);
    for (ifaddrs const* one = first; one != nullptr; one = one->ifa_next) {
        std::string text = interface == one->ifa_name ? text_of(one->ifa_addr) : std::string();
        if (!text.empty()) {
            found.push_back(std::move(text));
        }
    }
    return found;
}

} // namespace

NetworkLook network(MachinePlaces const& places) {
    NetworkLook look{.way_out = way_out_4(places.proc / "net/route"), .addresses = {}};
    if (look.way_out.empty()) {
        look.way_out = way_out_6(places.proc / "net/ipv6_route");
    }
    if (!look.way_out.empty()) {
        look.addresses = addresses_of(look.way_out);
    }
    return look;
}

} // namespace inloop::platform
