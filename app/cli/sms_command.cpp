// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sms_command.h"

#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "message/sms_text.h"

namespace heliograph::cli {
namespace {

QJsonArray costlyArray(const std::vector<message::CostlyCharacter>& costly) {
  QJsonArray array;
  for (const message::CostlyCharacter& one : costly) {
    array.append(QJsonObject{{QStringLiteral("char"), one.character},
                             {QStringLiteral("codepoint"), static_cast<qint64>(one.codepoint)},
                             {QStringLiteral("at"), static_cast<qint64>(one.at)},
                             {QStringLiteral("replacement"), one.replacement.value_or(QString())}});
  }
  return array;
}

Result<> measure(Call& call) {
  QByteArray text = call.argument(0).toUtf8();
  if (text == "-") {
    auto input = call.console().readInput();
    if (!input) return fail(input.error());
    text = *input;
  }
  const message::SmsMeasure measure = message::measureSms({text.constData(), static_cast<size_t>(text.size())});
  const auto costly = message::costlyCharacters(QString::fromUtf8(text));
  QString words = QStringLiteral("%1, %2, %3, %4 left in the last part")
                      .arg(message::encodingName(measure.encoding))
                      .arg(counted(measure.units, QStringLiteral("unit")))
                      .arg(counted(measure.parts, QStringLiteral("part")))
                      .arg(measure.leftInPart);
  for (const message::CostlyCharacter& one : costly) {
    words += QStringLiteral("\n%1 at %2 makes it UCS-2").arg(one.character).arg(one.at);
    if (!one.replacement) continue;
    words += one.replacement->isEmpty() ? QStringLiteral("; without it, it would not be")
                                        : QStringLiteral("; %1 would not").arg(*one.replacement);
  }
  call.console().answer({{QStringLiteral("encoding"), message::encodingName(measure.encoding)},
                         {QStringLiteral("units"), measure.units},
                         {QStringLiteral("parts"), measure.parts},
                         {QStringLiteral("left_in_part"), measure.leftInPart},
                         {QStringLiteral("costly"), costlyArray(costly)}},
                        words);
  return {};
}

}  // namespace

std::vector<Command> smsCommands() {
  return {{QStringLiteral("sms"),
           QStringLiteral("TEXT|-"),
           QStringLiteral("Counts the parts of a text."),
           1,
           1,
           {},
           measure}};
}

}  // namespace heliograph::cli
