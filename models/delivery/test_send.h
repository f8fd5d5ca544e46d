// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <optional>

#include "campaign/campaign.h"
#include "core/result.h"
#include "delivery/delivery_context.h"
#include "delivery/http_thread.h"
#include "delivery/link_shortening.h"
#include "delivery/test_send_repository.h"

namespace heliograph::delivery {

/// One real message to one number.
struct TestSendRequest {
  campaign::Campaign campaign;         ///< the draft as it stands; only its message, limits and route matter
  QString to;                          ///< with country code ("+919812345678")
  std::optional<ProviderId> provider;  ///< instead of the campaign's route: of a group the first that can send
  std::optional<int> copy = {};        ///< which of the message's copies, from 0; none: the person's own
  QString asIdentity;                  ///< whose values are used; empty: nobody's, so that fallbacks show
};

/// What came of it.
struct TestSendResult {
  bool accepted = false;
  bool unclear = false;  ///< neither accepted nor refused for sure: it may have arrived
  QString provider;      ///< name
  QString messageId;     ///< the provider's
  QString words;         ///< in the provider's own words, without number and secrets
  QString hint;          ///< what to do, may be empty
  QString text;
  QString encoding;
  int parts = 0;

  bool operator==(const TestSendResult&) const = default;
};

/// Sends tests. Each is tried once, with one provider, and written down.
class TestSend final {
 public:
  /// `shortening` makes the short links that aren't there yet, as publishing would: a test leads where the texts will.
  /// Without it such a test is refused.
  TestSend(const DeliveryContext& context, HttpThread& http, const LinkShortening* shortening = nullptr)
      : m_context(context), m_http(http), m_shortening(shortening) {}

  /// Sends it. Errors (nothing was sent then): InvalidInput for a number that can't be or a message that doesn't
  /// render, Credentials when no provider can send, NotFound, those of LinkShortening and of storage. The future ends
  /// once.
  [[nodiscard]] QFuture<Result<TestSendResult>> send(const TestSendRequest& request) const;

  /// The last test of this campaign, compared with its present message; nothing if there was none. Blocking.
  [[nodiscard]] Result<std::optional<LastTest>> last(const campaign::Campaign& campaign) const;

 private:
  DeliveryContext m_context;
  HttpThread& m_http;
  const LinkShortening* m_shortening;
};

}  // namespace heliograph::delivery
