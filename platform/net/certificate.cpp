// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/certificate.h"

#include <arpa/inet.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstring>
#include <ctime>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

namespace inloop::net {

namespace {

template <auto deinit>
struct Deinit {
    template <class T>
    void operator()(T* object) const {
        deinit(object);
    }
};
template <class T, auto deinit>
using Owned = std::unique_ptr<std::remove_pointer_t<T>, Deinit<deinit>>;
using Certificate = Owned<gnutls_x509_crt_t, gnutls_x509_crt_deinit>;
using PrivateKey = Owned<gnutls_x509_privkey_t, gnutls_x509_privkey_deinit>;
using Credentials = Owned<gnutls_certificate_credentials_t, gnutls_certificate_free_credentials>;

// PEM that GnuTLS allocated: the key's is wiped before it is freed.
struct Pem {
    gnutls_datum_t datum{};
    Pem() = default;
    Pem(Pem const&) = delete;
    Pem& operator=(Pem const&) = delete;
    ~Pem() {
        if (datum.data != nullptr) {
            explicit_bzero(datum.data, datum.size);
            gnutls_free(datum.data);
        }
    }
    [[nodiscard]] std::string_view text() const {
        return {static_cast<char const*>(static_cast<void const*>(datum.data)), datum.size};
    }
};

// GnuTLS only reads what it is given, but asks for it writable.
gnutls_datum_t datum_of(std::string_view text) {
    return {static_cast<unsigned char*>(static_cast<void*>(const_cast<char*>(text.data()))),
            static_cast<unsigned>(text.size())};
}

std::string reason(int error) {
    return gnutls_strerror(error);
}

// The steps of one making: the first error stands.
class Steps {
public:
    void add(char const* name, int result) {
        if (result < 0 && m_failed.empty()) {
            m_failed = std::string(name) + ": " + reason(result);
        }
    }
    [[nodiscard]] Result<void> outcome() const {
        if (m_failed.empty()) {
            return {};
        }
        return fail(ErrorCode::crypto, "making a certificate, " + m_failed);
    }

private:
    std::string m_failed;
};

bool is_dns_name(std::string_view name) {
    auto const allowed = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '.';
    };
    return !name.empty() && name.size() <= 253 && name.front() != '.' && name.front() != '-' &&
           std::ranges::all_of(name, allowed);
}

Result<void> add_name(gnutls_x509_crt_t certificate, std::string const& name) {
    std::array<unsigned char, 16> address{};
    unsigned size = 0;
    if (::inet_pton(AF_INET, name.c_str(), address.data()) == 1) {
        size = 4;
    } else if (::inet_pton(AF_INET6, name.c_str(), address.data()) == 1) {
        size = 16;
    } else if (!is_dns_name(name)) {
        return fail(ErrorCode::invalid_input,
                    "'" + name + "' is neither a host name nor an IP address; give the names and " +
                        "addresses the server is reached by");
    }
    int const set =
        size > 0
            ? gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_IPADDRESS,
                                                   address.data(), size, GNUTLS_FSAN_APPEND)
            : gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_DNSNAME, name.data(),
                                                   static_cast<unsigned>(name.size()),
                                                   GNUTLS_FSAN_APPEND);
    if (set < 0) {
        return fail(ErrorCode::crypto, "making a certificate for " + name + ": " + reason(set));
    }
    return {};
}

Result<PrivateKey> new_key() {
    gnutls_x509_privkey_t raw = nullptr;
    Steps steps;
    steps.add("key", gnutls_x509_privkey_init(&raw));
    PrivateKey key(raw);
    steps.add("key",
              gnutls_x509_privkey_generate(raw, GNUTLS_PK_ECDSA,
                                           GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0));
    if (auto done = steps.outcome(); !done) {
        return tl::unexpected(done.error());
    }
    return key;
}

void set_serial(gnutls_x509_crt_t certificate, Steps& steps) {
    std::array<unsigned char, 16> serial{};
    steps.add("serial", gnutls_rnd(GNUTLS_RND_NONCE, serial.data(), serial.size()));
    serial[0] = static_cast<unsigned char>((serial[0] & 0x7FU) | 0x40U); // positive (RFC 5280)
    steps.add("serial", gnutls_x509_crt_set_serial(certificate, serial.data(), serial.size()));
}

void set_validity(gnutls_x509_crt_t certificate, WallTime now, int years, Steps& steps) {
    using std::chrono::system_clock;
    // A kiosk or laptop whose clock is hours behind does not find a certificate of the future.
    std::time_t const from = system_clock::to_time_t(now - std::chrono::days(1));
    std::time_t const to = system_clock::to_time_t(now + std::chrono::days(365) * years);
    steps.add("begin", gnutls_x509_crt_set_activation_time(certificate, from));
    steps.add("end", gnutls_x509_crt_set_expiration_time(certificate, to));
}

// The profile of a server's certificate (RFC 5280).
void set_uses(gnutls_x509_crt_t certificate, Steps& steps) {
    steps.add("version", gnutls_x509_crt_set_version(certificate, 3));
    steps.add("constraints", gnutls_x509_crt_set_basic_constraints(certificate, 0, -1));
    steps.add("usage", gnutls_x509_crt_set_key_usage(certificate, GNUTLS_KEY_DIGITAL_SIGNATURE));
    steps.add("purpose",
              gnutls_x509_crt_set_key_purpose_oid(certificate, GNUTLS_KP_TLS_WWW_SERVER, 0));
}

void set_key(gnutls_x509_crt_t certificate, gnutls_x509_privkey_t key, Steps& steps) {
    steps.add("key", gnutls_x509_crt_set_key(certificate, key));
    std::array<unsigned char, 32> id{};
    std::size_t size = id.size();
    steps.add("key id",
              gnutls_x509_crt_get_key_id(certificate, GNUTLS_KEYID_USE_SHA256, id.data(), &size));
    steps.add("key id", gnutls_x509_crt_set_subject_key_id(certificate, id.data(), 20));
}

Result<ServerIdentity> exported(gnutls_x509_crt_t certificate, gnutls_x509_privkey_t key) {
    Pem certificate_pem;
    Pem key_pem;
    Steps steps;
    steps.add("export",
              gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &certificate_pem.datum));
    steps.add("export", gnutls_x509_privkey_export2(key, GNUTLS_X509_FMT_PEM, &key_pem.datum));
    if (auto done = steps.outcome(); !done) {
        return tl::unexpected(done.error());
    }
    auto secret = SecretText::with_capacity(key_pem.text().size());
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    if (!secret->insert(0, key_pem.text())) {
        return fail(ErrorCode::crypto, "making a certificate: the key is not text");
    }
    return ServerIdentity{std::string(certificate_pem.text()), std::move(*secret)};
}

Result<Certificate> read_certificate(std::string const& pem) {
    gnutls_x509_crt_t raw = nullptr;
    int result = gnutls_x509_crt_init(&raw);
    Certificate certificate(raw);
    if (result >= 0) {
        gnutls_datum_t const text = datum_of(pem);
        result = gnutls_x509_crt_import(raw, &text, GNUTLS_X509_FMT_PEM);
    }
    if (result < 0) {
        return fail(ErrorCode::invalid_input,
                    "the certificate cannot be read (" + reason(result) +
                        "); give a PEM file that begins with -----BEGIN CERTIFICATE-----");
    }
    return certificate;
}

Result<void> check_key(SecretText const& key_pem) {
    gnutls_x509_privkey_t raw = nullptr;
    int result = gnutls_x509_privkey_init(&raw);
    PrivateKey const key(raw);
    if (result >= 0) {
        gnutls_datum_t const text = datum_of(key_pem.view());
        result = gnutls_x509_privkey_import(raw, &text, GNUTLS_X509_FMT_PEM);
    }
    if (result < 0) {
        return fail(ErrorCode::invalid_input,
                    "the key of the certificate cannot be read (" + reason(result) +
                        "); give a PEM file without a password that begins with "
                        "-----BEGIN PRIVATE KEY----- or -----BEGIN EC PRIVATE KEY-----");
    }
    return {};
}

} // namespace

Result<ServerIdentity> make_self_signed(CertificateSpec const& spec, WallTime now) {
    if (spec.names.empty()) {
        return fail(ErrorCode::invalid_input,
                    "a certificate needs a name; give the host name or address of the server");
    }
    auto const key = new_key();
    if (!key) {
        return tl::unexpected(key.error());
    }
    gnutls_x509_crt_t raw = nullptr;
    Steps steps;
    steps.add("certificate", gnutls_x509_crt_init(&raw));
    Certificate const certificate(raw);
    for (std::string const& name : spec.names) {
        if (auto added = add_name(raw, name); !added) {
            return tl::unexpected(added.error());
        }
    }
    std::string const& subject = spec.names.front();
    // 64 is the room of a common name (RFC 5280); browsers read the alternative names.
    steps.add("subject", gnutls_x509_crt_set_dn_by_oid(
                             raw, GNUTLS_OID_X520_COMMON_NAME, 0, subject.data(),
                             static_cast<unsigned>(std::min<std::size_t>(subject.size(), 64))));
    set_serial(raw, steps);
    set_validity(raw, now, spec.years, steps);
    set_uses(raw, steps);
    set_key(raw, key->get(), steps);
    steps.add("signature", gnutls_x509_crt_sign2(raw, raw, key->get(), GNUTLS_DIG_SHA256, 0));
    if (auto done = steps.outcome(); !done) {
        return tl::unexpected(done.error());
    }
    return exported(raw, key->get());
}

Result<void> check_identity(ServerIdentity const& identity) {
    auto const certificate = read_certificate(identity.certificate_pem);
    if (!certificate) {
        return tl::unexpected(certificate.error());
    }
    if (auto key = check_key(identity.key_pem); !key) {
        return key;
    }
    gnutls_certificate_credentials_t raw = nullptr;
    int result = gnutls_certificate_allocate_credentials(&raw);
    Credentials const credentials(raw);
    if (result >= 0) {
        gnutls_datum_t const chain = datum_of(identity.certificate_pem);
        gnutls_datum_t const key = datum_of(identity.key_pem.view());
        result = gnutls_certificate_set_x509_key_mem(raw, &chain, &key, GNUTLS_X509_FMT_PEM);
    }
    if (result < 0) {
        return fail(ErrorCode::invalid_input,
                    "certificate and key do not belong together (" + reason(result) +
                        "); give the key the certificate was made for, and the server's own "
                        "certificate first");
    }
    return {};
}

Result<ByteArray<32>> server_key_of(std::string const& certificate_pem) {
    auto const certificate = read_certificate(certificate_pem);
    if (!certificate) {
        return tl::unexpected(certificate.error());
    }
    ByteArray<32> key{};
    std::size_t size = key.size();
    int const got = gnutls_x509_crt_get_key_id(
        certificate->get(), GNUTLS_KEYID_USE_SHA256,
        static_cast<unsigned char*>(static_cast<void*>(key.data())), &size);
    if (got < 0 || size != key.size()) {
        return fail(ErrorCode::invalid_input, "the certificate has no key that can be read (" +
                                                  reason(got) + "); make another one");
    }
    return key;
}

Result<WallTime> certificate_ends(std::string const& certificate_pem) {
    auto const certificate = read_certificate(certificate_pem);
    if (!certificate) {
        return tl::unexpected(certificate.error());
    }
    std::time_t const end = gnutls_x509_crt_get_expiration_time(certificate->get());
    if (end == static_cast<std::time_t>(-1)) {
        return fail(ErrorCode::invalid_input,
                    "the certificate has no date of end; make another one");
    }
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::from_time_t(end));
}

} // namespace inloop::net
