// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_sms.h"

#include <array>
#include <string>

#include "app/cli/bench_timing.h"
#include "message/sms_text.h"

namespace heliograph::cli {
namespace {

constexpr int measureRounds = 250'000;

/// Keeps what was counted from being left out as unused.
volatile int partsCounted = 0;

constexpr std::string_view ninetyCharacters =
    "Hi Emma, you have 1240 points. Show this text for 10% off in New York. Reply STOP to leave";

constexpr std::array<std::string_view, 4> mixedTexts{
    ninetyCharacters,
    "Bonjour Chloé, votre cadeau vous attend jusqu'à demain [Paris]. Répondez STOP pour ne plus rien recevoir de "
    "nous, "
    "et dites-nous ce qui vous ferait plaisir la prochaine fois que vous passez",
    "नमस्ते आरव, आपके पास 990 अंक हैं। पुणे में 10% की छूट पाने के लिए यह संदेश दिखाएं।",
    "مرحبا مريم، لديك 505 نقطة. اعرض هذه الرسالة للحصول على خصم 🎁 في دبي."};

/// The same count for texts that are known to be ASCII letters of GSM-7 that fit one part: nothing but the look at
/// each character.
int partsByHand(const std::string& text) {
  int units = 0;
  for (const char c : text) {
    const bool extended = c == '[' || c == ']' || c == '{' || c == '}' || c == '^' || c == '~' || c == '|' || c == '\\';
    if (c < 0 || c == '`') return -1;
    units += extended ? 2 : 1;
  }
  return units <= 160 ? 1 : (units + 152) / 153;
}

/// The text is read anew in every turn, or the compiler would count it once.
void forgetText(const std::string& text) {
  asm volatile("" : : "g"(text.data()) : "memory");
}

template <class Count>
double nanosecondsEach(Count count) {
  return 1e9 / medianPerSecond(measureRounds, [&] {
           for (int round = 0; round < measureRounds; ++round) partsCounted = partsCounted + count();
         });
}

}  // namespace

Result<QJsonObject> benchSms() {
  static_assert(ninetyCharacters.size() == 90);
  const std::string text(ninetyCharacters);
  const double mixed = medianPerSecond(static_cast<double>(measureRounds) * mixedTexts.size(), [] {
    for (int round = 0; round < measureRounds; ++round) {
      for (const std::string_view mixedText : mixedTexts) {
        partsCounted = partsCounted + message::measureSms(mixedText).parts;
      }
    }
  });
  return QJsonObject{{QStringLiteral("ninety_characters_nanoseconds"), nanosecondsEach([&] {
                        forgetText(text);
                        return message::measureSms(text).parts;
                      })},
                     {QStringLiteral("by_hand_nanoseconds"), nanosecondsEach([&] {
                        forgetText(text);
                        return partsByHand(text);
                      })},
                     {QStringLiteral("mixed_per_second"), mixed}};
}

}  // namespace heliograph::cli
