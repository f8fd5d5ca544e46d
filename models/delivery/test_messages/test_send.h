// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <optional>
#include <vector>

#include "campaign/campaign.h"
#include "core/money.h"
#include "core/result.h"
#include "delivery/delivery_context.h"
#include "delivery/http_thread.h"
#include "delivery/run/link_shortening.h"
#include "delivery/test_messages/test_event.h"
#include "delivery/test_messages/test_send_repository.h"
#include "providers/request/request_picture.h"

namespace heliograph::delivery {

/// Who gets a test.
struct TestRecipient {
  QString to;          ///< with country code ("+919812345678")
  QString asIdentity;  ///< whose values are used; empty: nobody's, so that fallbacks show

  bool operator==(const TestRecipient&) const = default;
};

/// One real message to one number.
struct TestSendRequest {
  campaign::Campaign campaign;         ///< the draft as it stands; only its message, limits and route matter
  QString to;                          ///< as in TestRecipient
  std::optional<ProviderId> provider;  ///< instead of the campaign's route
  std::optional<int> copy = {};        ///< which of the message's copies, from 0; none: the person's own
  QString asIdentity;                  ///< as in TestRecipient
  bool rememberNumber = false;         ///< a number that is nobody's is offered again for other tests
  TestEvent event = {};                ///< what stands for the triggering event
};

/// What somebody would get.
struct TestPreview {
  QString problem;  ///< why nothing would leave, in a sentence; empty: it can
  QString text;     ///< there if it could be made
  QString encoding;
  int parts = 0;
  QString provider;            ///< that would take it; empty: none can
  std::optional<Money> price;  ///< of all parts; none: no price is known
  bool free = false;           ///< through a provider for testing
  QStringList linked;          ///< whose answers of linked content stand in it, each with its time, in words

  bool operator==(const TestPreview&) const = default;
};

/// What a provider answered that didn't take a test, so that the next of the group was asked.
struct TestPassed {
  QString provider;  ///< name
  QString words;     ///< why not
  int httpStatus = 0;

  bool operator==(const TestPassed&) const = default;
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
  std::optional<Money> price;         ///< of all parts; none: no price is known
  providers::RequestPicture request;  ///< without secrets
  int httpStatus = 0;                 ///< 0: no answer
  QString answer;                     ///< its body without secrets, cut short if it is long
  QStringList linked;                 ///< as in TestPreview
  std::vector<TestPassed> before;     ///< who was asked before `provider`

  bool operator==(const TestSendResult&) const = default;
};

/// What those answered who were asked before, in a sentence each: "“A” didn't take it: no credit." Empty for nobody.
[[nodiscard]] QString passedText(const TestSendResult& result);

/// Sends tests, and writes them down. Through a group one goes to the first member that covers the number, and on to
/// the next only where a real message would: never once it may have been taken.
class TestSend final {
 public:
  /// `shortening` makes the short links that aren't there yet, as publishing would: a test leads where the texts will.
  /// Without it such a test is refused.
  TestSend(const DeliveryContext& context, HttpThread& http, const LinkShortening* shortening = nullptr)
      : m_context(context), m_http(http), m_shortening(shortening) {}

  /// What each of them would get. Blocking; asks nobody. Errors: those that concern all (a broken message, storage).
  [[nodiscard]] Result<std::vector<TestPreview>> preview(const TestSendRequest& request,
                                                         const std::vector<TestRecipient>& recipients) const;

  /// What can be chosen for the event that its message reads. Blocking. Errors: a broken message, storage.
  [[nodiscard]] Result<TestEventForm> eventForm(const campaign::Campaign& campaign) const;

  /// Sends it. Errors (nothing was sent then): InvalidInput for a number that can't be, a message that doesn't
  /// render or has a variable without a value, Credentials when no provider can send, NotFound, those of LinkShortening
  /// and of storage. The future ends once.
  [[nodiscard]] QFuture<Result<TestSendResult>> send(const TestSendRequest& request) const;

  /// Sends it to one after the other: the next once the one before is answered and written down. The future gives one
  /// result each, in their order; cancelled, it sends no further one. The request's own recipient gets nothing.
  [[nodiscard]] QFuture<Result<TestSendResult>> sendEach(const TestSendRequest& request,
                                                         std::vector<TestRecipient> recipients) const;

  /// The last test of this campaign, compared with its present message; nothing if there was none. Blocking.
  [[nodiscard]] Result<std::optional<LastTest>> last(const campaign::Campaign& campaign) const;
  /// The last tests of this campaign, at most `most`, the last first. Blocking.
  [[nodiscard]] Result<std::vector<TestEntry>> history(const campaign::Campaign& campaign, int most) const;

 private:
  DeliveryContext m_context;
  HttpThread& m_http;
  const LinkShortening* m_shortening;
};

}  // namespace heliograph::delivery
