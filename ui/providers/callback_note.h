// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "providers/provider.h"
#include "ui/services.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

/// Says where a provider that calls has to call, to be copied into its own settings. Empty and hidden for one that
/// doesn't call, or isn't stored yet.
class CallbackNote final : public Label {
  Q_OBJECT
 public:
  explicit CallbackNote(Services& services, QWidget* parent = nullptr);

  void showFor(const std::optional<providers::Provider>& provider, const providers::ProviderDefinition& kind);

 private:
  void say(const QString& path, bool receipts, bool replies);

  Services& m_services;
};

}  // namespace heliograph::ui
