// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include "delivery/delivery_context.h"
#include "delivery/receipts/receipt_intake.h"
#include "net/http_server.h"
#include "providers/reports/report_reader.h"
#include "providers/routes/provider_repository.h"

namespace heliograph::delivery {

/// Answers providers' calls. Who doesn't know the secret in the path, or signs wrongly where the definition asks for a
/// signature, is answered 403 and nothing is read. Used by one thread.
class CallbackDesk final {
 public:
  /// `publicUrl`: as providers reach this program (signatures cover the address); empty: as the call's Host says.
  CallbackDesk(const DeliveryContext& context, const QUrl& publicUrl);

  [[nodiscard]] net::ServerAnswer handle(const net::ServerRequest& request) const;

 private:
  struct Place;
  [[nodiscard]] Result<Place> placeOf(const QByteArray& path) const;
  [[nodiscard]] Result<> checkSignature(const Place& place, const providers::CallbackRequest& call) const;
  [[nodiscard]] net::ServerAnswer take(const Place& place, const providers::CallbackRequest& call) const;
  [[nodiscard]] providers::CallbackRequest callOf(const net::ServerRequest& request) const;

  DeliveryContext m_context;
  QString m_publicUrl;
  providers::ProviderRepository m_providers;
};

}  // namespace heliograph::delivery
