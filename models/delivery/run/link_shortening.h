// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <chrono>
#include <functional>
#include <vector>

#include "campaign/short_links.h"
#include "delivery/delivery_context.h"
#include "delivery/http_thread.h"
#include "providers/shorteners/shortener.h"

namespace heliograph::delivery {

/// What making a campaign's short links has given; all of them are there then.
struct MadeShortLinks {
  int asked = 0;    ///< made just now; the others were there
  QString warning;  ///< one made now is longer than was counted: what it means and what to do; else empty

  bool operator==(const MadeShortLinks&) const = default;
};

/// A shortener as it stands in a form, to be tried.
struct ShortenerTrial {
  providers::Shortener shortener;   ///< stored or not
  providers::SecretValues secrets;  ///< as they were typed; others are read from the store, if they were for there
};

/// What a shortener answered to a test.
struct ShortenerAnswer {
  QString link;        ///< empty: it can't be used, see `problem`
  int characters = 0;  ///< that the link takes in a text
  QString problem;     ///< a sentence; empty: fine
  int status = 0;      ///< of HTTP; 0 when no answer came
  QByteArray body;     ///< without secrets
  qint64 milliseconds = 0;
};

struct ShorteningOptions {
  std::chrono::milliseconds deadline{10'000};  ///< for each request
};

/// Asks link shorteners. A link is asked for once: what is made is kept with the campaign at once, so that neither
/// publishing again nor a crash makes another. An answer that never came may have made one that nobody knows of.
class LinkShortening final {
 public:
  LinkShortening(const DeliveryContext& context, const providers::DefinitionCatalog& kinds, HttpThread& http,
                 ShorteningOptions options = {})
      : m_context(context), m_kinds(kinds), m_http(http), m_options(options) {}

  /// The address that tests ask a short link for.
  [[nodiscard]] static QString testAddress();

  /// Makes the short links of a draft that aren't there yet, one after the other, and ends with the first that can't be
  /// made. Errors, with what to do: NotFound (no such shortener), Credentials, InvalidInput, LimitExceeded, Refused,
  /// Network, Timeout, those of storage. The future ends once.
  [[nodiscard]] QFuture<Result<MadeShortLinks>> make(const campaign::Campaign& campaign) const;
  /// The same on the thread of `client`; `done` is called once.
  void makeOn(net::HttpClient& client, const campaign::Campaign& campaign,
              std::function<void(const Result<MadeShortLinks>&)> done) const;

  /// Makes a short link of testAddress(), now. Errors (nothing was asked then): InvalidInput, Credentials, those of the
  /// store. The future ends once.
  [[nodiscard]] QFuture<Result<ShortenerAnswer>> test(const ShortenerTrial& trial) const;

 private:
  [[nodiscard]] Result<providers::ReadyShortener> readyForTest(const ShortenerTrial& trial) const;

  DeliveryContext m_context;
  const providers::DefinitionCatalog& m_kinds;
  HttpThread& m_http;
  ShorteningOptions m_options;
};

}  // namespace heliograph::delivery
