// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QHash>
#include <QString>
#include <optional>

#include "core/result.h"
#include "providers/answer/answer_reader.h"
#include "providers/provider.h"
#include "ui/services.h"

namespace heliograph::ui {

/// Where secrets are put: to stay, or where no keyring can be used, until the window is closed.
enum class KeepSecrets { ToStay, ForNow };

/// Stores a provider (a new one when its id is not valid), and its secrets: those typed anew, and after a change of its
/// name the others, too. Blocking. Errors: those of ProviderRepository, Credentials when a secret can't be kept to
/// stay; then nothing was stored.
[[nodiscard]] Result<ProviderId> storeProvider(const Services& services, const providers::Provider& provider,
                                               const QHash<QString, QString>& typedSecrets, KeepSecrets keep);

/// Removes a provider and its secrets. Blocking. Errors: those of ProviderRepository::remove().
[[nodiscard]] Result<> removeProvider(const Services& services, ProviderId id);

/// What a provider said of itself.
struct ProviderVerdict {
  std::optional<providers::AccountVerdict> account;  ///< none: it can't be asked about that
  std::optional<providers::AccountVerdict> sender;   ///< the number or name that messages come from; likewise

  /// Everything that was asked is good.
  [[nodiscard]] bool isGood() const;
};

/// Asks the provider whether the account and what messages come from are good, as far as it can be asked, and notes the
/// answer. Errors: Unsupported (nothing can be asked without sending), Credentials, those of the request.
[[nodiscard]] QFuture<Result<ProviderVerdict>> verifyProvider(const Services& services, ProviderId id);

}  // namespace heliograph::ui
