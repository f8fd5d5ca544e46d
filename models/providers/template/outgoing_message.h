// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <vector>

namespace heliograph::providers {

/// A pair of a request that only one campaign has.
struct NamedValue {
  QString name;
  QString value;

  bool operator==(const NamedValue&) const = default;
};

/// One message on its way to a provider.
struct OutgoingMessage {
  QString to = {};        ///< E.164
  QString body = {};      ///< the text, final
  QString encoding = {};  ///< "GSM-7" or "UCS-2"
  int parts = 1;
  QString clientId = {};  ///< ours, made before the first byte and unique to this try
  QString campaignId = {};
  QString templateId = {};                    ///< of the text approved beforehand (India: DLT), may be empty
  QStringList templateVariables = {};         ///< what stands in the template's gaps, in their order
  QHash<QString, QString> custom = {};        ///< values of the tokens that a provider's settings ask for, by name
  std::vector<NamedValue> extraBody = {};     ///< pairs of this campaign only, at the level of the message
  std::vector<NamedValue> extraHeaders = {};  ///< likewise, as headers
  std::vector<NamedValue> extraGlobals = {};  ///< likewise, at the top of the body
  QDateTime sendAt = {};                      ///< when the provider is to send it; invalid: at once
};

}  // namespace heliograph::providers
