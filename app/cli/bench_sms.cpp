// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_sms.h"

#include <QElapsedTimer>
#include <array>

#include "message/sms_text.h"

namespace heliograph::cli {

Result<QJsonObject> benchSms() {
  static constexpr std::array<std::string_view, 4> texts{
      "Hi Emma, you have 1240 points. Show this text for 10% off in New York. Reply STOP to opt out",
      "Bonjour Chloé, votre cadeau vous attend jusqu'à demain [Paris]. Répondez STOP pour ne plus rien recevoir de "
      "nous, "
      "et dites-nous ce qui vous ferait plaisir la prochaine fois que vous passez",
      "नमस्ते आरव, आपके पास 990 अंक हैं। पुणे में 10% की छूट पाने के लिए यह संदेश दिखाएं।",
      "مرحبا مريم، لديك 505 نقطة. اعرض هذه الرسالة للحصول على خصم 🎁 في دبي."};
  constexpr int rounds = 250'000;
  QElapsedTimer timer;
  timer.start();
  qint64 parts = 0;
  for (int round = 0; round < rounds; ++round) {
    for (const std::string_view text : texts) parts += message::measureSms(text).parts;
  }
  const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  const auto count = static_cast<qint64>(rounds * texts.size());
  return QJsonObject{{QStringLiteral("texts"), count},
                     {QStringLiteral("parts"), parts},
                     {QStringLiteral("seconds"), seconds},
                     {QStringLiteral("per_second"), static_cast<double>(count) / seconds}};
}

}  // namespace heliograph::cli
