// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange_end.h"

namespace heliograph::net {
namespace {

bool hasNoBody(int status) {
  return status == 204 || status == 304;
}

/// QNetworkReply's codes for an answer that came as it should and says no.
bool isStatusError(const ExchangeEnd& end) {
  switch (end.error) {
    case QNetworkReply::ProtocolInvalidOperationError:
      return end.status == 400;
    case QNetworkReply::ProxyAuthenticationRequiredError:
      return end.status == 407;
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
      return true;
    default:
      return false;
  }
}

bool isWholeAnswer(const ExchangeEnd& end) {
  if (end.status < 200) {
    return false;
  }
  if (end.cut == ExchangeEnd::Cut::Deadline || end.cut == ExchangeEnd::Cut::Silence) {
    // The time ran out with the last byte: nothing is missing but Qt's word that it is the last.
    return end.contentLength.has_value() && *end.contentLength > 0 && end.received == *end.contentLength;
  }
  if (end.cut != ExchangeEnd::Cut::None) {
    return false;
  }
  // A redirect of a body that can't be rewound ends with an error although the answer is whole: length decides first.
  if (end.contentLength.has_value() && !hasNoBody(end.status)) {
    return end.received == *end.contentLength;
  }
  // An answer without any length ends with the connection (RFC 9112, 6.3), which Qt takes for a broken one.
  const bool endsWithConnection = !end.isChunked && (end.error == QNetworkReply::ContentReSendError ||
                                                     end.error == QNetworkReply::RemoteHostClosedError);
  return end.error == QNetworkReply::NoError || isStatusError(end) || endsWithConnection;
}

bool isBeforeRequest(QNetworkReply::NetworkError error) {
  return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
         error == QNetworkReply::SslHandshakeFailedError || error == QNetworkReply::ProxyConnectionRefusedError ||
         error == QNetworkReply::ProxyNotFoundError;
}

bool neverArrived(const ExchangeEnd& end) {
  if (end.bodySize == 0) {
    // Its head is the whole request, and Qt doesn't say when that has left.
    return !end.requestSent && end.cut == ExchangeEnd::Cut::None && isBeforeRequest(end.error);
  }
  if (end.bodyTaken == 0) {
    return true;
  }
  // Qt found the connection dead before it had written the whole request, and could not begin again.
  return end.error == QNetworkReply::ContentReSendError && !end.requestSent && end.cut == ExchangeEnd::Cut::None;
}

ErrorCode codeOf(const ExchangeEnd& end) {
  switch (end.cut) {
    case ExchangeEnd::Cut::Deadline:
    case ExchangeEnd::Cut::Silence:
      return ErrorCode::Timeout;
    case ExchangeEnd::Cut::TooLong:
      return ErrorCode::LimitExceeded;
    case ExchangeEnd::Cut::Cancelled:
      return ErrorCode::Cancelled;
    case ExchangeEnd::Cut::None:
      break;
  }
  return ErrorCode::Network;
}

QString cutReason(const ExchangeEnd& end, const QString& host) {
  switch (end.cut) {
    case ExchangeEnd::Cut::Deadline:
    case ExchangeEnd::Cut::Silence:
      return QStringLiteral("%1 did not answer in time.").arg(host);
    case ExchangeEnd::Cut::TooLong:
      return QStringLiteral("%1 gave an answer that is too long to be right. Check the address.").arg(host);
    case ExchangeEnd::Cut::Cancelled:
      return QStringLiteral("The request to %1 was stopped.").arg(host);
    case ExchangeEnd::Cut::None:
      break;
  }
  return {};
}

QString errorReason(const ExchangeEnd& end, const QString& host) {
  switch (end.error) {
    case QNetworkReply::ConnectionRefusedError:
      return QStringLiteral("%1 refused the connection. Check the address and the port.").arg(host);
    case QNetworkReply::HostNotFoundError:
      return QStringLiteral("There is no server named %1. Check the address and the network connection.").arg(host);
    case QNetworkReply::SslHandshakeFailedError:
      return QStringLiteral(
                 "The identity of %1 could not be proved (TLS). Check the address and this computer's clock.")
          .arg(host);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
      return QStringLiteral("The proxy on the way to %1 did not let the request through. Check the proxy settings.")
          .arg(host);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
      return QStringLiteral("%1 closed the connection without a whole answer.").arg(host);
    default:
      return QStringLiteral("The connection to %1 broke off.").arg(host);
  }
}

}  // namespace

HttpOutcome::Kind kindOf(const ExchangeEnd& end) {
  if (isWholeAnswer(end)) {
    return HttpOutcome::Answered;
  }
  return neverArrived(end) ? HttpOutcome::NotSent : HttpOutcome::Unclear;
}

Error errorOf(const ExchangeEnd& end, HttpOutcome::Kind kind, const QString& host) {
  Error error;
  error.code = codeOf(end);
  error.message = end.cut == ExchangeEnd::Cut::None ? errorReason(end, host) : cutReason(end, host);
  error.message += kind == HttpOutcome::NotSent ? QStringLiteral(" Nothing was sent.")
                                                : QStringLiteral(" The request may have arrived.");
  error.detail = QStringLiteral("cut=%1 qt=%2 status=%3 received=%4 announced=%5 taken=%6/%7 sent=%8")
                     .arg(static_cast<int>(end.cut))
                     .arg(static_cast<int>(end.error))
                     .arg(end.status)
                     .arg(end.received)
                     .arg(end.contentLength.value_or(-1))
                     .arg(end.bodyTaken)
                     .arg(end.bodySize)
                     .arg(end.requestSent ? 1 : 0);
  return error;
}

}  // namespace heliograph::net
