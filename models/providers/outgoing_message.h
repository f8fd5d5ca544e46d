// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::providers {

/// One message on its way to a provider.
struct OutgoingMessage {
  QString to;        ///< E.164
  QString body;      ///< the text, final
  QString encoding;  ///< "GSM-7" or "UCS-2"
  int parts = 1;
  QString clientId;  ///< ours, made before the first byte and unique to this try
  QString campaignId;
};

}  // namespace heliograph::providers
