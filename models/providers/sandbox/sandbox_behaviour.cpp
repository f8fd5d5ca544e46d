// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_behaviour.h"

#include <array>
#include <utility>

namespace heliograph::providers {
namespace {

using Mode = SandboxBehaviour::Mode;

constexpr std::array modeNames{std::pair{Mode::Accept, "accept"},     std::pair{Mode::Refuse, "refuse"},
                               std::pair{Mode::Throttle, "throttle"}, std::pair{Mode::Fail, "fail"},
                               std::pair{Mode::Stall, "stall"},       std::pair{Mode::Close, "close"},
                               std::pair{Mode::Nonsense, "nonsense"}, std::pair{Mode::Lie, "lie"}};

tl::unexpected<Error> wrong(const QString& field) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("The sandbox does not know what to do with \"%1\".").arg(field));
}

Result<> readMode(const QJsonValue& value, Mode& mode) {
  for (const auto& [known, name] : modeNames) {
    if (value.toString() == QLatin1String(name)) {
      mode = known;
      return {};
    }
  }
  return wrong(QStringLiteral("mode"));
}

Result<> readNumber(const QString& field, const QJsonValue& value, int least, int& number) {
  const double given = value.toDouble(-1);
  if (!value.isDouble() || given < least || given > 1e9 || given != static_cast<int>(given)) {
    return wrong(field);
  }
  number = static_cast<int>(given);
  return {};
}

Result<> readNumbers(const QJsonValue& value, QHash<QString, int>& numbers) {
  if (!value.isObject()) {
    return wrong(QStringLiteral("refuse_numbers"));
  }
  const QJsonObject object = value.toObject();
  for (auto entry = object.begin(); entry != object.end(); ++entry) {
    HELIOGRAPH_TRY(readNumber(QStringLiteral("refuse_numbers"), entry.value(), 1, numbers[entry.key()]));
  }
  return {};
}

Result<> readField(const QString& field, const QJsonValue& value, SandboxBehaviour& behaviour) {
  if (field == QLatin1String("mode")) {
    return readMode(value, behaviour.mode);
  }
  if (field == QLatin1String("recorded")) {
    behaviour.recorded = value.toBool();
    return value.isBool() ? Result<>() : Result<>(wrong(field));
  }
  if (field == QLatin1String("every")) {
    return readNumber(field, value, 1, behaviour.every);
  }
  if (field == QLatin1String("rate")) {
    return readNumber(field, value, 0, behaviour.rate);
  }
  if (field == QLatin1String("retry_after")) {
    return readNumber(field, value, 0, behaviour.retryAfterSeconds);
  }
  if (field == QLatin1String("code")) {
    return readNumber(field, value, 1, behaviour.code);
  }
  if (field == QLatin1String("delay_ms")) {
    return readNumber(field, value, 0, behaviour.delayMs);
  }
  if (field == QLatin1String("delivery_code")) {
    return readNumber(field, value, 1, behaviour.deliveryCode);
  }
  if (field == QLatin1String("delivery")) {
    const QStringList known{QStringLiteral("sent"), QStringLiteral("delivered"), QStringLiteral("failed")};
    behaviour.delivery = value.toString();
    return known.contains(behaviour.delivery) ? Result<>() : Result<>(wrong(field));
  }
  if (field == QLatin1String("reply")) {
    behaviour.reply = value.toString();
    return value.isString() ? Result<>() : Result<>(wrong(field));
  }
  return field == QLatin1String("refuse_numbers") ? readNumbers(value, behaviour.refuseNumbers)
                                                  : Result<>(wrong(field));
}

}  // namespace

QJsonObject SandboxBehaviour::toJson() const {
  QJsonObject numbers;
  for (auto entry = refuseNumbers.cbegin(); entry != refuseNumbers.cend(); ++entry) {
    numbers.insert(entry.key(), entry.value());
  }
  QString name;
  for (const auto& [known, text] : modeNames) {
    name = known == mode ? QLatin1String(text) : name;
  }
  return {{QStringLiteral("mode"), name},
          {QStringLiteral("recorded"), recorded},
          {QStringLiteral("every"), every},
          {QStringLiteral("rate"), rate},
          {QStringLiteral("retry_after"), retryAfterSeconds},
          {QStringLiteral("code"), code},
          {QStringLiteral("delay_ms"), delayMs},
          {QStringLiteral("delivery"), delivery},
          {QStringLiteral("delivery_code"), deliveryCode},
          {QStringLiteral("reply"), reply},
          {QStringLiteral("refuse_numbers"), numbers}};
}

Result<SandboxBehaviour> SandboxBehaviour::fromJson(const QJsonObject& json) {
  SandboxBehaviour behaviour;
  for (auto entry = json.begin(); entry != json.end(); ++entry) {
    HELIOGRAPH_TRY(readField(entry.key(), entry.value(), behaviour));
  }
  return behaviour;
}

}  // namespace heliograph::providers
