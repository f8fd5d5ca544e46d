// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <functional>
#include <memory>
#include <vector>

#include "core/result.h"
#include "net/http_server.h"
#include "providers/sandbox/sandbox_behaviour.h"
#include "providers/sandbox/sandbox_record.h"

namespace heliograph::providers {

struct SandboxOptions {
  QString token;  ///< if not empty, every request needs "Authorization: Bearer <token>"
  std::function<int(const QByteArray& utf8)> countParts;  ///< parts of a text; without it each text is one part
  std::function<QDateTime()> now;  ///< by which messages are kept for later; without it the computer's clock
};

/// An SMS provider for trying things out: it listens on this computer only, keeps what it is sent, and texts nobody.
///
/// Sending: `POST /messages`, a form (application/x-www-form-urlencoded) or a JSON object with
///     to           E.164, needed
///     body         needed
///     from         optional
///     client_ref   optional, the sender's own id
///     send_at      optional, ISO 8601: it is kept and goes out then, 1 minute to 35 days from now; until then it can
///     be
///                  taken back by `POST /messages/{id}/cancel`: 200 {"id","status":"canceled"}, or 409 with code 30409
/// answers
///     201 {"id":"SB0000000001","status":"accepted","to":"+…","from":"…","client_ref":"…","parts":1}
///         written to the record, and on the disk, before the answer begins
///     400 {"error":{"code":C,"message":"…"},"to":"+…","client_ref":"…"}       refused, C being
///         21211 no such number   21408 country not allowed   21610 opted out   21612 no route   21614 not a mobile
///         30007 refused by a filter   21604 no "to"   21602 no "body"   21605 malformed request   35115 no such time
///     402 {"error":{"code":20402,…}}  the account has no credit; otherwise like 400
///     401 {"error":{"code":20003,…}}  wrong or missing token
///     429 {"error":{"code":20429,…}}  too many; with Retry-After in seconds; the message was not taken
///     500 {"error":{"code":20500,…}}  may or may not have been taken
/// Several in one request: `POST /batch`, a JSON object {"messages":[…]} of up to 100 such messages, answers 200
///     {"results":[…]}, in their order what each had been answered by itself; each is on the disk before the answer
///     begins.
/// These numbers are always answered so, as test numbers of real providers are:
///     +15005550001 21211, +15005550002 21612, +15005550003 21408, +15005550004 21610, +15005550009 21614,
///     +15005550008 is throttled (429), +15005550005 finds no credit (402; Vonage: status 9; Twilio suspends such an
///     account: 401 with 20003). The behaviour "refuse" with the code 20402 answers all so.
///
/// Looking up: `GET /messages/{id}` 200 {message} or 404 {"error":{"code":20404,…}};
///     `GET /messages?client_ref=R` 200 {"messages":[{message},…]}, empty if it never arrived;
///     `GET /messages?since=N&limit=M` 200 {"messages":[…],"next":N2,"count":C}: those after number N in order of
///     arrival. {message} is
///     {"number":1,"id","to","from","body","client_ref","status":"accepted"|"refused","code":0,"parts":1,
///     "at":"2026-01-31T12:00:00.000Z"}; one with "send_at" is looked up with the status "scheduled" until then, and
///     "canceled" if it was taken back. Until then nothing is said of it under `/receipts`.
/// What became of messages: `GET /receipts?ids=A,B` (up to 100) 200
///     {"receipts":[{"id","client_ref","to","state":"sent"|"delivered"|"failed","code":0,"at"}]}; as the behaviour
///     says, or as was set by `POST /messages/{id}/receipt` {"state","code"}.
/// Answers of people: `GET /replies?since=N` 200 {"replies":[{"id","from","to","text","at"}],"next":"N2"}; made by
///     `POST /messages/{id}/reply` {"text"}, or for every message by the behaviour.
/// Checking the credentials: `GET /account` 200 {"account":"sandbox","status":"active","count":C}.
///
/// Real providers' own interfaces are spoken as well, over the same record, so that their definitions and their
/// official clients can be tried without an account; `token` is then the password that Basic authentication needs:
///     Twilio   POST /2010-04-01/Accounts/{Sid}/Messages.json, GET of it (the list, by To, From, DateSent), of
///              Messages/{Sid}.json and of Balance.json; SendAt, and Status=canceled to a message that is kept
///     Vonage   POST /sms/json (a form or JSON), GET /account/get-balance
///
/// Misbehaving on demand: `POST /behaviour` (`GET` shows it) with any of, absent ones taking their default:
///     mode           "accept" (default), "refuse", "throttle", "fail" (500), "stall" (never answers), "close" (closes
///     without an
///                    answer), "nonsense" (200 with HTML), "lie" (201 that echoes another number and client_ref)
///     recorded       false; for fail, stall, close, nonsense: true means that the message is in the record, so it did
///     arrive
///                    (accept and lie always record; refuse records with status "refused")
///     every          1; the mode holds for each n-th POST /messages counted from the setting, the others are accepted
///     rate           0; throttle: so many a second are accepted
///     retry_after    1; seconds in a 429
///     code           30007; of a refusal
///     delay_ms       0; before each answer
///     delivery       "delivered" (default), "failed" or "sent": what becomes of messages
///     delivery_code  30003; of a failed delivery
///     reply          ""; what people answer each message from now on
///     refuse_numbers {}; {"+15551234567":21610}: refused so in every mode
/// answers 200 with the behaviour, or 400 with code 21605.
class SandboxServer final {
 public:
  explicit SandboxServer(SandboxOptions options = {});
  ~SandboxServer();
  Q_DISABLE_COPY_MOVE(SandboxServer)

  /// Listens on the loopback address (0: any free port) and goes on with the record in `recordFile`. Gives the base
  /// address, "http://127.0.0.1:PORT/".
  [[nodiscard]] Result<QUrl> start(quint16 port, const QString& recordFile);
  void stop();
  [[nodiscard]] bool isRunning() const;
  [[nodiscard]] QUrl url() const;

  /// As `POST /behaviour`.
  void setBehaviour(const SandboxBehaviour& behaviour);
  [[nodiscard]] SandboxBehaviour behaviour() const;

  /// Called on a server thread for each message that was recorded, after it is on the disk. Set it before `start`.
  void onMessage(std::function<void(const SandboxMessage&)> listener);

  /// Whether a message that was kept for later was taken back.
  [[nodiscard]] bool wasTakenBack(const SandboxMessage& message) const;

  /// What arrived; see SandboxRecord.
  [[nodiscard]] const SandboxRecord& record() const;

 private:
  class Desk;
  std::unique_ptr<Desk> m_desk;
  net::HttpServer m_server;
};

}  // namespace heliograph::providers
