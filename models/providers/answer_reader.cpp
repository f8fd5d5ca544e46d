// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/answer_reader.h"

#include "providers/number_form.h"
#include "providers/retry_after.h"
#include "providers/rule_engine.h"
#include "providers/scrub.h"

namespace heliograph::providers {
namespace {

constexpr qsizetype longestId = 200;  // of what a provider names a message or an error by
constexpr qsizetype longestRaw = 2000;

/// One answer, parsed once, with what the definition selects from it.
class ReadAnswer {
 public:
  ReadAnswer(const AnswerSpec& spec, const net::HttpAnswer& answer) : m_spec(spec), m_answer(answer) {
    auto parsed = parseAnswer(answer.body, spec.format);
    m_readable = parsed.has_value();
    if (parsed) m_root = std::move(*parsed);
    m_then = applyRules(spec, m_root, answer);
  }

  [[nodiscard]] const Consequence& consequence() const { return m_then; }
  /// The body is what the definition says it is.
  [[nodiscard]] bool isReadable() const { return m_readable; }
  [[nodiscard]] QString first(const Selector& selector) const { return selector.first(m_root, m_answer); }
  [[nodiscard]] QString id() const { return first(m_spec.id).left(longestId); }
  [[nodiscard]] QString code() const { return first(m_spec.code).simplified().left(longestId); }

  /// What the provider says: its words, or the whole answer where it doesn't say where they stand.
  [[nodiscard]] QString words() const {
    const QString words = first(m_spec.words);
    if (!words.isEmpty() || m_then.outcome == RuleOutcome::Accepted) return words;
    const QByteArray start = m_answer.body.left(longestRaw).trimmed();
    return start.startsWith('<') && m_spec.format != AnswerFormat::Xml ? QString() : QString::fromUtf8(start);
  }

 private:
  const AnswerSpec& m_spec;
  const net::HttpAnswer& m_answer;
  AnswerNode m_root;
  bool m_readable = false;
  Consequence m_then;
};

SendVerdict::Outcome sendOutcome(RuleOutcome outcome) {
  using Outcome = SendVerdict::Outcome;
  switch (outcome) {
    case RuleOutcome::Accepted:
      return Outcome::Accepted;
    case RuleOutcome::RetryAfter:
      return Outcome::RetryAfter;
    case RuleOutcome::NextProvider:
      return Outcome::NextProvider;
    case RuleOutcome::Permanent:
      return Outcome::Permanent;
    case RuleOutcome::OptedOut:
      return Outcome::OptedOut;
    case RuleOutcome::BadNumber:
      return Outcome::BadNumber;
    case RuleOutcome::Credentials:
      return Outcome::Credentials;
    case RuleOutcome::InDoubt:
    case RuleOutcome::NotFound:
      break;
  }
  return Outcome::InDoubt;
}

/// Every way in which an answer may repeat what nobody is to see.
QStringList hiddenTexts(const SecretValues& secrets, const QString& body = {}) {
  QStringList hidden = secrets.values();
  if (!body.isEmpty()) hidden << body << QString::fromUtf8(escapeFor(Place::JsonString, body).value_or(QByteArray()));
  return hidden;
}

void putInDoubt(SendVerdict& verdict, const QString& code, const QString& hint) {
  verdict.outcome = SendVerdict::Outcome::InDoubt;
  verdict.temporary = false;
  verdict.retryAfter = std::chrono::seconds(0);
  verdict.code = code;
  verdict.hint = hint;
}

/// An answer that speaks of another message was given to another request; nothing is known about this one.
bool echoesAnother(const AnswerSpec& spec, const ReadAnswer& read, const ProviderDefinition& definition,
                   const OutgoingMessage& message) {
  const QString to = read.first(spec.echoTo);
  const QString id = read.first(spec.echoClientId);
  return (!to.isEmpty() && !isSameNumber(to, message.to, definition.numberForm)) ||
         (!id.isEmpty() && id != message.clientId);
}

/// Takes back what an answer that can't be relied on seems to say.
void doubtIfUnreliable(SendVerdict& verdict, const AnswerSpec& spec, const ReadAnswer& read,
                       const ProviderDefinition& definition, const OutgoingMessage& message) {
  const bool accepted = verdict.outcome == SendVerdict::Outcome::Accepted;
  if (accepted && !read.isReadable()) {
    putInDoubt(verdict, QStringLiteral("unreadable"),
               QStringLiteral("The provider's answer couldn't be understood. The message may have been sent."));
  } else if (echoesAnother(spec, read, definition, message)) {
    putInDoubt(verdict, QStringLiteral("echo_mismatch"),
               QStringLiteral("The provider's answer speaks of another message. This one may have been sent."));
    verdict.messageId.clear();
    verdict.words.clear();
  } else if (verdict.outcome == SendVerdict::Outcome::InDoubt) {
    const QString code =
        read.isReadable() ? QStringLiteral("http_%1").arg(verdict.httpStatus) : QStringLiteral("unreadable");
    const QString hint = QStringLiteral("The provider's answer doesn't say whether the message was taken.");
    putInDoubt(verdict, verdict.code.isEmpty() ? code : verdict.code, verdict.hint.isEmpty() ? hint : verdict.hint);
  }
}

SendVerdict withoutAnswer(const net::HttpOutcome& outcome) {
  SendVerdict verdict;
  verdict.httpStatus = outcome.answer.status;
  verdict.hint = outcome.error.message;
  verdict.temporary = outcome.kind == net::HttpOutcome::NotSent;
  verdict.outcome = verdict.temporary ? SendVerdict::Outcome::NextProvider : SendVerdict::Outcome::InDoubt;
  verdict.code = verdict.temporary ? QStringLiteral("not_sent") : QStringLiteral("no_answer");
  return verdict;
}

std::chrono::seconds waitingTime(const net::HttpAnswer& answer, const Consequence& then, const QDateTime& now) {
  const auto asked = parseRetryAfter(net::headerValue(answer.headers, "Retry-After"), now);
  return asked.count() > 0 ? asked : then.retryAfter.value_or(std::chrono::seconds(0));
}

}  // namespace

SendVerdict readSend(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                     const OutgoingMessage& message, const SecretValues& secrets, const QDateTime& now) {
  if (outcome.kind != net::HttpOutcome::Answered) return withoutAnswer(outcome);
  const AnswerSpec& spec = definition.send.answer;
  const ReadAnswer read(spec, outcome.answer);
  SendVerdict verdict;
  verdict.httpStatus = outcome.answer.status;
  verdict.outcome = sendOutcome(read.consequence().outcome);
  verdict.temporary = verdict.outcome == SendVerdict::Outcome::RetryAfter;
  verdict.messageId = read.id();
  verdict.code = scrubWords(read.code(), message.to, hiddenTexts(secrets));
  verdict.words = scrubWords(read.words(), message.to, hiddenTexts(secrets, message.body));
  verdict.hint = read.consequence().hint;
  verdict.echoedTo = read.first(spec.echoTo);
  if (verdict.temporary) verdict.retryAfter = waitingTime(outcome.answer, read.consequence(), now);
  doubtIfUnreliable(verdict, spec, read, definition, message);
  return verdict;
}

LookUpVerdict readLookUp(const ProviderDefinition& definition, const net::HttpOutcome& outcome, const LookUpKey& key,
                         const SecretValues& secrets) {
  LookUpVerdict verdict;
  const Exchange* exchange = lookUpExchange(definition, key);
  if (!exchange || outcome.kind != net::HttpOutcome::Answered) return verdict;
  const ReadAnswer read(exchange->answer, outcome.answer);
  const RuleOutcome said = read.consequence().outcome;
  verdict.words = scrubWords(read.first(exchange->answer.words), QString(), hiddenTexts(secrets));
  if (!read.isReadable()) return verdict;
  const QString echoed = read.first(exchange->answer.echoClientId);
  if (!echoed.isEmpty() && echoed != key.clientId) return verdict;
  if (said == RuleOutcome::Accepted) {
    verdict.outcome = LookUpVerdict::Outcome::Found;
    verdict.messageId = read.id();
  } else if (said == RuleOutcome::NotFound) {
    verdict.outcome = LookUpVerdict::Outcome::NotFound;
  }
  return verdict;
}

AccountVerdict readAccountCheck(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                                const SecretValues& secrets) {
  AccountVerdict verdict;
  if (!definition.accountCheck) return verdict;
  if (outcome.kind != net::HttpOutcome::Answered) {
    verdict.hint = outcome.error.message;
    return verdict;
  }
  const AnswerSpec& spec = definition.accountCheck->answer;
  const ReadAnswer read(spec, outcome.answer);
  const RuleOutcome said = read.consequence().outcome;
  verdict.code = read.code();
  verdict.words = scrubWords(read.words(), QString(), hiddenTexts(secrets));
  verdict.hint = read.consequence().hint;
  if (said == RuleOutcome::Accepted && read.isReadable()) {
    verdict.outcome = AccountVerdict::Outcome::Good;
    verdict.balance = read.first(spec.balance).simplified().left(40);
  } else if (said == RuleOutcome::Credentials) {
    verdict.outcome = AccountVerdict::Outcome::Rejected;
  } else if (verdict.hint.isEmpty()) {
    verdict.hint = QStringLiteral(
                       "The provider answered with HTTP status %1, which says nothing about the account. "
                       "Try again later.")
                       .arg(outcome.answer.status);
  }
  return verdict;
}

}  // namespace heliograph::providers
