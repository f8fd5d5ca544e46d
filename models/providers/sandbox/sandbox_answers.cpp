// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_answers.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace heliograph::providers {

QString sandboxWords(int code) {
  static const QHash<int, QString> words{
      {20003, QStringLiteral("The token is missing or wrong")},
      {20402, QStringLiteral("The account has no credit left")},
      {20404, QStringLiteral("Not found")},
      {20405, QStringLiteral("Method not allowed")},
      {20429, QStringLiteral("Too many requests")},
      {20500, QStringLiteral("Internal error")},
      {21211, QStringLiteral("This is not a phone number")},
      {21408, QStringLiteral("Sending to this country is not enabled")},
      {21602, QStringLiteral("A message needs a body")},
      {21603, QStringLiteral("A message needs a sender")},
      {21604, QStringLiteral("A message needs a number to go to")},
      {21605, QStringLiteral("The request is malformed")},
      {21610, QStringLiteral("This person has opted out")},
      {21612, QStringLiteral("There is no route to this number")},
      {21614, QStringLiteral("This is not a mobile number")},
      {30007, QStringLiteral("The message was filtered")},
      {30409, QStringLiteral("The message can't be taken back any more")},
      {35115, QStringLiteral("A message is kept for a minute to 35 days")},
      {35118, QStringLiteral("A time to send at needs a messaging service")},
  };
  return words.value(code, QStringLiteral("Refused"));
}

namespace {

QJsonObject errorJson(int code) {
  return {{QStringLiteral("error"),
           QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("message"), sandboxWords(code)}}}};
}

}  // namespace

net::ServerAnswer jsonAnswer(int status, const QJsonObject& json) {
  net::ServerAnswer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", "application/json"}};
  answer.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
  return answer;
}

net::ServerAnswer acceptedAnswer(const SandboxMessage& message) {
  return jsonAnswer(201, {{QStringLiteral("id"), message.id},
                          {QStringLiteral("status"),
                           message.sendAt.isValid() ? QStringLiteral("scheduled") : QStringLiteral("accepted")},
                          {QStringLiteral("to"), message.to},
                          {QStringLiteral("from"), message.from},
                          {QStringLiteral("client_ref"), message.clientRef},
                          {QStringLiteral("parts"), message.parts}});
}

net::ServerAnswer refusedAnswer(const SandboxMessage& message, int code) {
  QJsonObject json = errorJson(code);
  json.insert(QStringLiteral("to"), message.to);
  json.insert(QStringLiteral("client_ref"), message.clientRef);
  return jsonAnswer(code == kSandboxNoCredit ? 402 : 400, json);
}

net::ServerAnswer throttledAnswer(int retryAfterSeconds) {
  net::ServerAnswer answer = jsonAnswer(429, errorJson(20429));
  answer.headers.append({"Retry-After", QByteArray::number(retryAfterSeconds)});
  return answer;
}

net::ServerAnswer errorAnswer(int status, int code) {
  return jsonAnswer(status, errorJson(code));
}

net::ServerAnswer nonsenseAnswer() {
  net::ServerAnswer answer;
  answer.headers = {{"Content-Type", "text/html"}};
  answer.body = "<!doctype html><title>Welcome</title><h1>It works</h1>";
  return answer;
}

net::ServerAnswer listAnswer(const Result<std::vector<SandboxMessage>>& messages, qint64 after, qint64 count) {
  if (!messages) {
    return errorAnswer(500, 20500);
  }
  QJsonArray list;
  for (const SandboxMessage& message : *messages) {
    list.append(message.toJson());
  }
  return jsonAnswer(200, {{QStringLiteral("messages"), list},
                          {QStringLiteral("next"), messages->empty() ? after : messages->back().number},
                          {QStringLiteral("count"), count}});
}

}  // namespace heliograph::providers
