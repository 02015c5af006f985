// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

namespace inloop::support {

struct Sample {
    std::string_view name;
    std::string_view text;
    bool drawable = true; // the fonts of the tests have every letter
};

// A few sentences of each script and mixture a visitor may meet or type. No grapheme in them is
// without width.
inline constexpr std::array kSamples{
    Sample{"Dutch",
           "Is er iets aan de hand? Loop gerust binnen, of bel 0900-8844. Één café, geïnd."},
    Sample{"Turkish", "Şu anda burada kimse yok; ığdır, İstanbul, çok güzel."},
    Sample{"Polish", "Zażółć gęślą jaźń – proszę zadzwonić."},
    Sample{"Vietnamese", "Xin chào các bạn, tiếng Việt."},
    Sample{"Greek", "Καλώς ήρθατε στο αστυνομικό σημείο."},
    Sample{"Russian", "Участкового сейчас нет; вы можете оставить вопрос."},
    Sample{"Ukrainian", "Ласкаво просимо, їжак, ґанок, єдність."},
    Sample{"Arabic", "مرحبا بك في مركز الشرطة. هل لديك سؤال؟ لا بأس، شكراً لك!"},
    Sample{"Persian", "به اینجا خوش آمدید، پلیس گچ ژاله."},
    Sample{"ArabicWithNumbers",
           "اتصل بالرقم 112 إذا كان الأمر عاجلاً (أو 0900-8844) في Assen, Rolderstraat 21."},
    Sample{"ArabicDigits", "من ١٠:٣٠ إلى ١٢٫٥٪ يوم الثلاثاء"},
    Sample{"DutchWithArabic", "Zeg «مرحبا بالعالم» tegen 3 mensen (أهلا) en ga door."},
    Sample{"Amharic", "እንኳን ደህና መጡ። የሰፈር ፖሊስ እዚህ የለም፡ ጥያቄ መተው ይችላሉ።"},
    Sample{"Tigrinya", "ሰላም፣ 112 ደውሉ ወይ ኣብዚ ጽሓፉ።"},
    Sample{"Marks", "e\u0301 a\u0308 n\u0303 x\u0301\u0323 o\u0302\u0301"},
    Sample{"Hebrew", "שלום (אורח) 123 abc", false},
    Sample{"Chinese", "你好，世界。", false},
    Sample{"Hindi", "नमस्ते दुनिया", false},
    Sample{"Emoji", "a👨‍👩‍👧b🇳🇱🇧🇪c❤️d👍🏽", false},
};

} // namespace inloop::support
