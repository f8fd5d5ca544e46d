// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "delivery/delivery_context.h"
#include "net/http_client.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::delivery {

/// Goes through rows of which providers are asked something, so many at a time: when one is answered the next is asked.
/// What is asked, and what an answer means, says who derives from it. Lives in the client's thread, and as long as
/// answers are to come.
class ProviderWalk : public std::enable_shared_from_this<ProviderWalk> {
 public:
  Q_DISABLE_COPY_MOVE(ProviderWalk)
  virtual ~ProviderWalk() = default;

 protected:
  /// What is asked about one row, and what is written down of it.
  struct Question {
    /// By a provider that has its access token, if it needs one.
    std::function<Result<net::HttpRequest>(const providers::ReadyProvider&)> build;
    /// What came of it.
    std::function<Result<>(const providers::ReadyProvider&, const net::HttpOutcome&)> read;
    /// Nobody was asked: there was no access token, or no request could be made.
    std::function<Result<>(bool lacksToken)> unasked;
    bool onlyReads = false;  ///< changes nothing at the provider: it may be asked twice
  };

  ProviderWalk(const DeliveryContext& context, net::HttpClient& client);

  /// Walks over so many rows.
  void walk(std::size_t rows);
  /// Puts a question; another one may follow from its answer. The row counts as asked about until the last is answered.
  void put(const providers::ReadyProvider& by, Question question);
  /// Nothing if that provider can't be asked.
  [[nodiscard]] const std::optional<providers::ReadyProvider>& deskOf(ProviderId id);
  [[nodiscard]] const DeliveryContext& context() const { return m_context; }

 private:
  /// Puts the question about a row, or settles it without one. An error ends the walk.
  [[nodiscard]] virtual Result<> ask(std::size_t row) = 0;
  /// Called once: all is answered, or something couldn't be written down.
  virtual void ended(const Result<>& result) = 0;

  void goOn();
  void send(providers::ReadyProvider by, net::HttpRequest request, Question question);
  void answered(const Result<>& written);
  void end(const Result<>& result);

  DeliveryContext m_context;
  net::HttpClient& m_client;
  providers::ProviderRepository m_providers;
  std::map<ProviderId, std::optional<providers::ReadyProvider>> m_desks;
  std::size_t m_rows = 0;
  std::size_t m_next = 0;
  int m_asking = 0;
  bool m_ended = false;
};

}  // namespace heliograph::delivery
