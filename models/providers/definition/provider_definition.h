// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>
#include <vector>

#include "core/result.h"
#include "providers/definition/answer_spec.h"
#include "providers/definition/report_spec.h"
#include "providers/definition/request_spec.h"
#include "providers/template/setting_field.h"

namespace heliograph::providers {

/// How a request shows who sends it. Built-in strategies; a definition only names one.
struct Authentication {
  enum class Strategy { None, Basic, Bearer, Header, OAuth2 };

  Strategy strategy = Strategy::None;
  TextTemplate user;                    ///< Basic; OAuth2: client id
  TextTemplate secret;                  ///< Basic: password; Bearer: token; Header: value; OAuth2: client secret
  QString headerName = {};              ///< Header
  TextTemplate tokenUrl = {};           ///< OAuth2: where tokens are asked for (RFC 6749, 4.4)
  bool clientInHeader = false;          ///< OAuth2: client id and secret by Basic instead of in the form
  std::vector<RequestField> form = {};  ///< OAuth2: further pairs of the form ("scope")

  bool operator==(const Authentication&) const = default;
};

/// How requests are signed. Built-in strategies; a definition only names one.
struct RequestSignature {
  enum class Strategy {
    None,
    Hmac,       ///< over a text of tokens
    VonageSig,  ///< over the sorted pairs, as Vonage joins them
  };

  Strategy strategy = Strategy::None;
  QString secret;          ///< name of a secret field; requests aren't signed while it is empty
  TextTemplate algorithm;  ///< "SHA256" (Hmac), "SHA256HMAC" (VonageSig)
  bool inBase64 = false;   ///< else hexadecimal
  TextTemplate over;       ///< Hmac: what is signed
  std::vector<RequestField> headers;
  std::vector<RequestField> fields;  ///< further pairs of the form, or of the query where there is none

  bool operator==(const RequestSignature&) const = default;
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

/// Messages that the provider keeps and sends at a time it is told ({SendAt}).
struct HoldingSpec {
  std::chrono::seconds least{0};  ///< the time has to be more than so far away
  std::chrono::seconds most{0};   ///< and no farther
  QString when = {};              ///< "settings.NAME": only if this field is filled in; empty: always
  QString otherwise = {};         ///< why it doesn't without, and what to do; for the person

  bool operator==(const HoldingSpec&) const = default;
};

/// How several messages share one request, and how their results are told apart.
struct BatchSpec {
  enum class Match {
    Index,     ///< the results stand in the order of the messages
    ClientId,  ///< each result says our id back
    Number,    ///< each result says its number
    Whole,     ///< one answer counts for all of them
  };

  int most = 1;       ///< messages a request; 1: none share one
  QString at;         ///< the list in the JSON body whose one element is written for each message
  QString separator;  ///< instead: {To} is all numbers, joined by this
  Match match = Match::Whole;
  bool allOrNone = false;  ///< the provider never takes some of a request's messages and refuses it nevertheless
  Selector each;           ///< the results; read by `result` once the answer as a whole says accepted
  AnswerSpec result;       ///< of one message; its selectors start at its result

  [[nodiscard]] bool isUsed() const { return !at.isEmpty() || !separator.isEmpty(); }
  bool operator==(const BatchSpec&) const = default;
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
  QStringList hosts;              ///< further ones that single requests may go to; credentials go nowhere else
  bool secretsInAddress = false;  ///< a secret may stand in the path or the query
  NumberForm numberForm = NumberForm::E164;
  Authentication authentication;
  RequestSignature signature;
  std::vector<SettingField> settings;
  std::vector<OneOfFields> oneOf;
  QHash<QString, QHash<QString, QString>> values;  ///< token -> its value -> how the provider spells it
  ProviderLimits limits;
  bool templateIdRequired = false;  ///< nothing can be sent without the id of an approved text
  bool matchesTemplate = false;     ///< the text has to be the approved one
  bool takesExtraPairs = false;     ///< a campaign may add pairs of its own
  Exchange send;                    ///< of a shortener: asks for a short link
  BatchSpec batch;
  std::optional<Exchange> accountCheck;
  std::optional<Exchange> senderCheck;  ///< whether the number or name that messages come from can be used
  std::optional<Exchange> lookUpById;
  std::optional<Exchange> lookUpByClientId;
  std::optional<Exchange> lookUpByRecipient;
  std::optional<HoldingSpec> holds;     ///< it keeps messages for later
  std::optional<Exchange> cancel;       ///< takes one back that it keeps
  std::optional<ReportsSpec> receipts;  ///< what became of messages
  std::optional<ReportsSpec> inbound;   ///< what people answered

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
