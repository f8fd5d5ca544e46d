// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"

namespace heliograph {

Q_LOGGING_CATEGORY(logApp, "heliograph.app", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "heliograph.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "heliograph.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logAudience, "heliograph.audience", QtInfoMsg)
Q_LOGGING_CATEGORY(logProviders, "heliograph.providers", QtInfoMsg)
Q_LOGGING_CATEGORY(logCampaign, "heliograph.campaign", QtInfoMsg)
Q_LOGGING_CATEGORY(logDelivery, "heliograph.delivery", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "heliograph.ui", QtInfoMsg)

}  // namespace heliograph
