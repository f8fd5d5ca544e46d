// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>
#include <functional>

#include "net/exchange_end.h"
#include "net/once_body.h"

class QNetworkAccessManager;
class QNetworkRequest;

namespace heliograph::net {

/// One try of one request: from handing it to Qt until its outcome is known.
class HttpExchange final : public QObject {
  Q_OBJECT

 public:
  using Done = std::function<void(HttpExchange*, HttpOutcome)>;

  /// Begins at once; calls `done` once, never from inside the constructor.
  HttpExchange(QNetworkAccessManager& manager, const HttpRequest& request, const QNetworkRequest& qtRequest, Done done,
               QObject* parent);
  ~HttpExchange() override;
  Q_DISABLE_COPY_MOVE(HttpExchange)

  /// Ends it now with what is certain of it, through `done`.
  void abort();

 private:
  void runOut();
  void readHeaders();
  void readBody();
  void end(ExchangeEnd::Cut cut);
  void fillEnd(ExchangeEnd::Cut cut);

  HttpRequest m_request;
  Done m_done;
  QPointer<OnceBody> m_body;
  QPointer<QNetworkReply> m_reply;
  QTimer m_deadline;
  QElapsedTimer m_begun;
  QByteArray m_answerBody;
  ExchangeEnd m_end;
  bool m_looksAgain = false;
  bool m_ended = false;
};

}  // namespace heliograph::net
