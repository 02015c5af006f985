// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/random.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/officerlog/commands.h"
#include "kiosk/officerlog/desk/desk.h"
#include "kiosk/officerlog/desk/retention.h"
#include "kiosk/officerlog/editing/editing.h"
#include "kiosk/officerlog/records/store.h"
#include "kiosk/pages/assets.h"
#include "kiosk/seal/signing_key.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/system_clock.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace inloop::officerlog {

// Everything of one log, opened: what the desk works on. Stays where it is.
struct OpenLog {
    platform::LinuxFiles files;
    platform::SystemClock clock;
    SystemRandom random;
    std::unique_ptr<records::Store> store;
    std::unique_ptr<entries::WordList> words;
    std::unique_ptr<pages::Assets> assets;
    std::unique_ptr<desk::Texts> texts;
    std::unique_ptr<vault::Audit> audit;
    std::unique_ptr<vault::Vault> vault;
    std::mutex lock;
    std::unique_ptr<desk::Desk> desk;
    std::filesystem::path assets_folder;
    std::unique_ptr<editing::Editing> editing;
};

// Opens the databases in the data folder and reads the assets. Errors name the file and the mend.
[[nodiscard]] Result<std::unique_ptr<OpenLog>> open_log(Folders const& folders);

// The key that signs acknowledgements and replies. `not_found` before init.
[[nodiscard]] Result<seal::SigningKey> ack_sign_of(records::Store& store);

// retention.toml of the data folder; what this program proposes when there is none.
[[nodiscard]] Result<desk::RetentionRules> retention_rules(OpenLog& log,
                                                           std::filesystem::path const& data);

// Into data/backups/YYYYMMDDTHHMMSSZ; returns the folder: both databases, the log's own certificate
// where it has one, and the sums of them (backup_sums.h). Keys of letters may not outlive their
// letters in a backup, so that of older ones keys.db and the certificate's key are deleted but for
// the last two, and every one that is older than seven days.
[[nodiscard]] Result<std::filesystem::path> back_up(OpenLog& log,
                                                    std::filesystem::path const& data);
// Seconds since 1970 of the newest backup; 0: none.
[[nodiscard]] records::Seconds last_backup(OpenLog& log, std::filesystem::path const& data);

} // namespace inloop::officerlog
