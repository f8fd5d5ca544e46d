// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/message_values.h"

#include <QRegularExpression>

#include "providers/definition/number_form.h"

namespace heliograph::providers {
namespace {

QString utf16Hex(const QString& text) {
  QString hex;
  for (const QChar unit : text) hex += QStringLiteral("%1").arg(unit.unicode(), 4, 16, QLatin1Char('0')).toUpper();
  return hex;
}

}  // namespace

void addNumber(TokenValues& values, const QString& e164, NumberForm form) {
  const QString national = formatNumber(e164, NumberForm::National);
  const QString digits = formatNumber(e164, NumberForm::Digits);
  values.insert(QStringLiteral("To"), formatNumber(e164, form));
  values.insert(QStringLiteral("NumberE164"), e164);
  values.insert(QStringLiteral("NumberDigits"), digits);
  values.insert(QStringLiteral("NumberNational"), national);
  values.insert(QStringLiteral("NumberCountryCode"),
                digits.endsWith(national) ? digits.chopped(national.size()) : QString());
}

TokenValues messageValues(const ProviderDefinition& definition, const OutgoingMessage& message) {
  TokenValues values;
  addNumber(values, message.to, definition.numberForm);
  values.insert(QStringLiteral("Body"), message.body);
  values.insert(QStringLiteral("BodyUtf16Hex"), utf16Hex(message.body));
  values.insert(QStringLiteral("ClientId"), message.clientId);
  values.insert(QStringLiteral("CampaignId"), message.campaignId);
  values.insert(QStringLiteral("Encoding"), message.encoding);
  values.insert(QStringLiteral("Parts"), QString::number(message.parts));
  values.insert(QStringLiteral("TemplateId"), message.templateId);
  values.insert(QStringLiteral("TemplateVariables"), message.templateVariables.join(QLatin1Char(',')));
  for (qsizetype i = 0; i < message.templateVariables.size(); ++i) {
    values.insert(QStringLiteral("TemplateVariables.%1").arg(i + 1), message.templateVariables.at(i));
  }
  for (auto one = message.custom.begin(); one != message.custom.end(); ++one) {
    values.insert(QStringLiteral("custom.") + one.key(), *one);
  }
  const QDateTime at = message.sendAt.toUTC();
  values.insert(QStringLiteral("SendAt"),
                at.isValid() ? at.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")) : QString());
  values.insert(QStringLiteral("SendAtUnix"), at.isValid() ? QString::number(at.toSecsSinceEpoch()) : QString());
  applySpellings(definition, values);
  return values;
}

void applySpellings(const ProviderDefinition& definition, TokenValues& values) {
  for (auto token = definition.values.begin(); token != definition.values.end(); ++token) {
    const auto value = values.find(token.key());
    if (value != values.end()) *value = token->value(*value, *value);
  }
}

bool isMessageToken(const QString& token) {
  static const QRegularExpression named(
      QStringLiteral("\\A(custom\\.[A-Za-z0-9_]+|TemplateVariables\\.[1-9][0-9]?)\\z"));
  return messageTokens().contains(token) || named.match(token).hasMatch();
}

const QStringList& numberTokens() {
  static const QStringList tokens{QStringLiteral("To"), QStringLiteral("NumberE164"), QStringLiteral("NumberDigits"),
                                  QStringLiteral("NumberNational"), QStringLiteral("NumberCountryCode")};
  return tokens;
}

const QStringList& messageTokens() {
  static const QStringList tokens = numberTokens() + QStringList{QStringLiteral("Body"),
                                                                 QStringLiteral("BodyUtf16Hex"),
                                                                 QStringLiteral("ClientId"),
                                                                 QStringLiteral("BatchId"),
                                                                 QStringLiteral("CampaignId"),
                                                                 QStringLiteral("Encoding"),
                                                                 QStringLiteral("Parts"),
                                                                 QStringLiteral("TemplateId"),
                                                                 QStringLiteral("Variable"),
                                                                 QStringLiteral("VariableNumber"),
                                                                 QStringLiteral("SendAt"),
                                                                 QStringLiteral("SendAtUnix"),
                                                                 QStringLiteral("TemplateVariables")};
  return tokens;
}

}  // namespace heliograph::providers
