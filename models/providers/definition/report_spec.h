// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "providers/definition/answer_spec.h"
#include "providers/definition/request_spec.h"

namespace heliograph::providers {

/// What a provider says has become of a message it took.
enum class DeliveryState {
  None,       ///< nothing that matters
  Sent,       ///< handed on, not at the phone yet
  Failed,     ///< it won't arrive
  Delivered,  ///< it is on the phone
};

/// A provider's state in ours.
struct StateMeaning {
  DeliveryState state = DeliveryState::None;
  int code = 0;  ///< category of a failure; 0: as its error code says

  bool operator==(const StateMeaning&) const = default;
};

/// How one kind of report is read, be it an answer to a question or a call of the provider's.
struct ReportSpec {
  enum class Format { Json, Xml, Fields, Events };

  Format format = Format::Json;
  QString inside;  ///< the field whose text is the JSON
  Selector each;   ///< the records; not set: the whole
  std::vector<Condition> where;
  Selector cursor;
  Selector next;             ///< of a feed: the address of its next page, on the same server
  bool newestFirst = false;  ///< its records stand in the order of their times, the youngest first
  QByteArray timeZone;       ///< IANA; empty: UTC
  Selector id, clientId, to, from, state, code, words, at, text, opt;
  QHash<QString, StateMeaning> states;  ///< by the provider's word in small letters
  QHash<QString, int> codes;
  QStringList optedOutCodes;

  bool operator==(const ReportSpec&) const = default;
};

/// How the provider is asked.
struct PollSpec {
  enum class By { Id, Ids, Feed };

  By by = By::Id;
  int atMost = 1;  ///< messages a request, with Ids
  QString separator;
  QString firstCursor;
  RequestSpec request;
  ReportSpec report;

  bool operator==(const PollSpec&) const = default;
};

/// How calls are signed; the strategies are built in.
struct SignatureSpec {
  enum class Strategy { None, Twilio, VonageSig, VonageJwt, PlivoV3 };

  Strategy strategy = Strategy::None;
  QString secret;          ///< name of a secret field
  TextTemplate algorithm;  ///< VonageSig: "SHA256HMAC"

  bool operator==(const SignatureSpec&) const = default;
};

/// How the provider calls.
struct CallbackSpec {
  SignatureSpec signature;
  ReportSpec report;

  bool operator==(const CallbackSpec&) const = default;
};

/// Receipts or replies of a provider: it is asked, or it calls, or both.
struct ReportsSpec {
  std::optional<PollSpec> poll;
  std::optional<CallbackSpec> callback;

  bool operator==(const ReportsSpec&) const = default;
};

}  // namespace heliograph::providers
