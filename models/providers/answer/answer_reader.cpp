// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/answer/answer_reader.h"

#include "providers/answer/batch_results.h"
#include "providers/answer/read_answer.h"
#include "providers/answer/recipient_look_up.h"
#include "providers/definition/number_form.h"
#include "providers/template/retry_after.h"
#include "providers/template/scrub.h"

namespace heliograph::providers {
namespace {

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
    case RuleOutcome::NoCredit:
      return Outcome::NoCredit;
    case RuleOutcome::NotKept:
      return Outcome::NotKept;
    case RuleOutcome::InDoubt:
    case RuleOutcome::NotFound:
    case RuleOutcome::TakenBack:
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

/// Reads verdicts from what one answer says of a message.
class VerdictReader {
 public:
  VerdictReader(const ProviderDefinition& definition, const net::HttpAnswer& answer, const SecretValues& secrets,
                const QDateTime& now)
      : m_definition(definition), m_answer(answer), m_secrets(secrets), m_now(now) {}

  [[nodiscard]] SendVerdict of(const AnswerSpec& spec, const ReadAnswer& read, const OutgoingMessage& message) const {
    SendVerdict verdict;
    verdict.httpStatus = m_answer.status;
    verdict.outcome = sendOutcome(read.consequence().outcome);
    verdict.temporary = verdict.outcome == SendVerdict::Outcome::RetryAfter;
    for (const QString& id : read.ids()) verdict.messageIds << withoutSecrets(id, hiddenTexts(m_secrets, message.body));
    verdict.messageId = verdict.messageIds.value(0);
    verdict.code = scrubWords(read.code(), message.to, hiddenTexts(m_secrets, message.body));
    verdict.words = scrubWords(read.words(), message.to, hiddenTexts(m_secrets, message.body));
    verdict.hint = read.consequence().hint;
    verdict.echoedTo = read.first(spec.echoTo);
    if (verdict.temporary) verdict.retryAfter = waitingTime(m_answer, read.consequence(), m_now);
    doubtIfUnreliable(verdict, spec, read, m_definition, message);
    return verdict;
  }

  /// Several results of one message are its parts: only if they agree it is clear what became of it.
  [[nodiscard]] SendVerdict ofResults(const std::vector<const AnswerNode*>& results,
                                      const OutgoingMessage& message) const {
    const AnswerSpec& spec = m_definition.batch.result;
    SendVerdict all;
    all.httpStatus = m_answer.status;
    if (results.empty()) {
      putInDoubt(all, QStringLiteral("no_result"),
                 QStringLiteral("The provider's answer doesn't say what became of this message."));
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
      SendVerdict one = of(spec, ReadAnswer(spec, m_answer, *results[i]), message);
      if (i == 0) {
        all = std::move(one);
      } else if (one.outcome == all.outcome) {
        all.messageIds += one.messageIds;
      } else {
        putInDoubt(all, QStringLiteral("results_differ"),
                   QStringLiteral("The provider took only parts of this message, by its answer."));
      }
    }
    return all;
  }

 private:
  const ProviderDefinition& m_definition;
  const net::HttpAnswer& m_answer;
  const SecretValues& m_secrets;
  const QDateTime& m_now;
};

/// Nobody has any of them, and one of them is the reason: which, is found out by sending each by itself. What the
/// provider says may be about any of them.
void refuseAlone(SendVerdict& verdict, const BatchSpec& batch, const std::vector<OutgoingMessage>& messages) {
  using Outcome = SendVerdict::Outcome;
  for (const OutgoingMessage& other : messages) {
    verdict.words = scrubWords(verdict.words, other.to, {other.body});
    verdict.code = scrubWords(verdict.code, other.to, {other.body});
  }
  const bool ofOne = verdict.outcome == Outcome::Permanent || verdict.outcome == Outcome::OptedOut ||
                     verdict.outcome == Outcome::BadNumber;
  // "200, refused" doesn't say of whom: a provider that goes through a list may have taken those before the one that it
  // refused, or before its credit ended. Only one that promises to take all or none is sent any of them again.
  const bool mayHaveSome = verdict.httpStatus >= 200 && verdict.httpStatus < 300 && !batch.allOrNone;
  if (mayHaveSome && (ofOne || verdict.outcome == Outcome::NoCredit || verdict.outcome == Outcome::NotKept)) {
    putInDoubt(verdict, verdict.code.isEmpty() ? QStringLiteral("batch_refused") : verdict.code,
               QStringLiteral("The provider refused the request, but not with a status that says it took none of its "
                              "messages. Some may have been sent."));
  } else if (ofOne) {
    verdict.outcome = Outcome::RetryAlone;
  }
}

}  // namespace

SendVerdict readSend(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                     const OutgoingMessage& message, const SecretValues& secrets, const QDateTime& now) {
  return readSend(definition, outcome, std::vector<OutgoingMessage>{message}, secrets, now).front();
}

std::vector<SendVerdict> readSend(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                                  const std::vector<OutgoingMessage>& messages, const SecretValues& secrets,
                                  const QDateTime& now) {
  if (outcome.kind != net::HttpOutcome::Answered) {
    return std::vector<SendVerdict>(messages.size(), withoutAnswer(outcome));
  }
  const VerdictReader reader(definition, outcome.answer, secrets, now);
  const ReadAnswer whole(definition.send.answer, outcome.answer);
  const bool hasResults = definition.batch.isUsed() && definition.batch.match != BatchSpec::Match::Whole;
  // Where the answer has results they count, whatever it says as a whole: some of the messages may have been taken.
  const RuleOutcome said = whole.consequence().outcome;
  std::vector<SendVerdict> verdicts;
  const auto lists = [&] { return !resultNodes(definition.batch, whole.root()).empty(); };
  const bool isClear = said == RuleOutcome::Accepted || (said != RuleOutcome::InDoubt && whole.isReadable() && lists());
  if (hasResults && isClear && whole.isReadable()) {
    const auto results = resultsOf(definition, outcome.answer, whole.root(), messages);
    for (std::size_t i = 0; i < messages.size(); ++i) verdicts.push_back(reader.ofResults(results[i], messages[i]));
    return verdicts;
  }
  for (const OutgoingMessage& message : messages) {
    verdicts.push_back(reader.of(definition.send.answer, whole, message));
    if (messages.size() > 1) refuseAlone(verdicts.back(), definition.batch, messages);
  }
  return verdicts;
}

namespace {

bool saysNoOtherId(const ReadAnswer& read, const QString& messageId) {
  const QStringList ids = read.ids();
  return ids.isEmpty() || messageId.isEmpty() || ids.contains(messageId);
}

}  // namespace

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
  if (exchange == (definition.lookUpByRecipient ? &*definition.lookUpByRecipient : nullptr)) {
    if (said != RuleOutcome::Accepted) return verdict;
    verdict.isByRecipient = true;
    verdict.messageId =
        withoutSecrets(findByRecipient(definition, outcome.answer, read.root(), key), hiddenTexts(secrets));
    if (!verdict.messageId.isEmpty()) verdict.outcome = LookUpVerdict::Outcome::Found;
    return verdict;
  }
  if (said == RuleOutcome::Accepted) {
    verdict.outcome = LookUpVerdict::Outcome::Found;
    verdict.messageId = withoutSecrets(read.ids().value(0), hiddenTexts(secrets));
  } else if (said == RuleOutcome::NotFound) {
    verdict.outcome = LookUpVerdict::Outcome::NotFound;
  } else if (said == RuleOutcome::TakenBack && saysNoOtherId(read, key.messageId)) {
    verdict.outcome = LookUpVerdict::Outcome::TakenBack;
  }
  return verdict;
}

CancelVerdict readCancel(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                         const QString& messageId, const SecretValues& secrets, const QDateTime& now) {
  using Outcome = CancelVerdict::Outcome;
  CancelVerdict verdict;
  if (outcome.kind == net::HttpOutcome::NotSent) verdict.outcome = Outcome::Later;
  if (!definition.cancel || outcome.kind != net::HttpOutcome::Answered) return verdict;
  const ReadAnswer read(definition.cancel->answer, outcome.answer);
  const Consequence& then = read.consequence();
  verdict.code = scrubWords(read.code(), QString(), hiddenTexts(secrets));
  verdict.words = scrubWords(read.words(), QString(), hiddenTexts(secrets));
  if (!read.isReadable() || !saysNoOtherId(read, messageId)) return verdict;
  if (then.outcome == RuleOutcome::Accepted) verdict.outcome = Outcome::TakenBack;
  if (then.outcome == RuleOutcome::Permanent) verdict.outcome = Outcome::TooLate;
  if (then.outcome == RuleOutcome::RetryAfter) {
    verdict.outcome = Outcome::Later;
    verdict.retryAfter = waitingTime(outcome.answer, then, now);
  }
  return verdict;
}

namespace {

AccountVerdict readCheck(const std::optional<Exchange>& exchange, const net::HttpOutcome& outcome,
                         const SecretValues& secrets) {
  AccountVerdict verdict;
  if (!exchange) return verdict;
  if (outcome.kind != net::HttpOutcome::Answered) {
    verdict.hint = outcome.error.message;
    return verdict;
  }
  const AnswerSpec& spec = exchange->answer;
  const ReadAnswer read(spec, outcome.answer);
  const RuleOutcome said = read.consequence().outcome;
  verdict.code = withoutSecrets(read.code(), hiddenTexts(secrets));
  verdict.words = scrubWords(read.words(), QString(), hiddenTexts(secrets));
  verdict.hint = read.consequence().hint;
  if (said == RuleOutcome::Accepted && read.isReadable()) {
    verdict.outcome = AccountVerdict::Outcome::Good;
    verdict.balance = withoutSecrets(read.first(spec.balance), hiddenTexts(secrets)).simplified().left(40);
  } else if (said == RuleOutcome::Credentials || said == RuleOutcome::NoCredit) {
    verdict.outcome = AccountVerdict::Outcome::Rejected;
  } else if (verdict.hint.isEmpty()) {
    verdict.hint = QStringLiteral(
                       "The provider answered with HTTP status %1, which says nothing about the account. "
                       "Try again later.")
                       .arg(outcome.answer.status);
  }
  return verdict;
}

}  // namespace

AccountVerdict readAccountCheck(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                                const SecretValues& secrets) {
  return readCheck(definition.accountCheck, outcome, secrets);
}

AccountVerdict readSenderCheck(const ProviderDefinition& definition, const net::HttpOutcome& outcome,
                               const SecretValues& secrets) {
  return readCheck(definition.senderCheck, outcome, secrets);
}

}  // namespace heliograph::providers
