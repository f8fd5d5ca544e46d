// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <optional>
#include <vector>

#include "core/result.h"
#include "providers/answer_spec.h"
#include "providers/request_spec.h"
#include "providers/setting_field.h"

namespace heliograph::providers {

/// How a request shows who sends it. Built-in strategies; a definition only names one.
struct Authentication {
  enum class Strategy { None, Basic, Bearer, Header };

  Strategy strategy = Strategy::None;
  TextTemplate user;    ///< Basic
  TextTemplate secret;  ///< Basic: password; Bearer: token; Header: value
  QString headerName;   ///< Header

  bool operator==(const Authentication&) const = default;
};

/// How the provider wants a number written.
enum class NumberForm {
  E164,      ///< +919812345678
  Digits,    ///< 919812345678
  National,  ///< 9812345678
};

/// What the provider bears; 0 stands for "not known".
struct ProviderLimits {
  double perSecond = 0;
  int inFlight = 0;
  int maxLength = 0;  ///< UTF-16 units of the text
  int maxParts = 0;

  bool operator==(const ProviderLimits&) const = default;
};

/// A request and how its answer is read.
struct Exchange {
  RequestSpec request;
  AnswerSpec answer;

  bool operator==(const Exchange&) const = default;
};

/// All that is known of one kind of provider. It is data: built from JSON (resources/schemas/provider.schema.json), and
/// for the generic provider from the settings of one instance; nothing in the program asks which provider it is.
struct ProviderDefinition {
  QString id;
  QString name;
  QString summary;
  bool madeFromSettings = false;  ///< the requests are not here but are made from each instance's settings
  bool forTesting = false;        ///< sends nothing to real phones
  int shortLinkLength = 0;        ///< of a link shortener: characters its links usually take; 0: it sends messages
  TextTemplate baseUrl;           ///< scheme and host; empty when each instance has to give one
  NumberForm numberForm = NumberForm::E164;
  Authentication authentication;
  std::vector<SettingField> settings;
  std::vector<OneOfFields> oneOf;
  QHash<QString, QHash<QString, QString>> values;  ///< token -> its value -> how the provider spells it
  ProviderLimits limits;
  Exchange send;  ///< of a shortener: asks for a short link
  std::optional<Exchange> accountCheck;
  std::optional<Exchange> lookUpById;
  std::optional<Exchange> lookUpByClientId;

  /// Parses and checks a definition. Error: InvalidInput; the message names the place ("send/answer/rules/2") and what
  /// is expected there.
  [[nodiscard]] static Result<ProviderDefinition> parse(const QByteArray& json);
  /// The same for a link shortener (resources/schemas/shortener.schema.json). Its main exchange is "shorten" with the
  /// token {Link}; the answer's id is the short link.
  [[nodiscard]] static Result<ProviderDefinition> parseShortener(const QByteArray& json);

  /// The field of that name; null when there is none.
  [[nodiscard]] const SettingField* field(const QString& name) const;

  bool operator==(const ProviderDefinition&) const = default;
};

}  // namespace heliograph::providers
