// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/keyring_desk.h"

#include <qt6keychain/keychain.h>

#include <QThread>
#include <atomic>
#include <future>

namespace heliograph::net {
namespace {

/// QtKeychain runs its jobs one after another through an object that belongs for good to the thread of the first job,
/// and needs that thread's event loop. So all jobs of the process run on one thread that never ends; callers wait
/// without an event loop of their own. The thread is left to the end of the process on purpose: a job that hangs (a
/// prompt that nobody answers) can't be ended, and must not keep the program from leaving.
QObject* desk() {
  static QObject* const object = [] {
    auto* thread = new QThread;
    thread->setObjectName(QStringLiteral("keyring"));
    auto* made = new QObject;
    made->moveToThread(thread);
    thread->start();
    return made;
  }();
  return object;
}

// Callers that gave up on jobs which still run. The next job would wait behind them.
std::atomic<int> abandoned = 0;

struct Call {
  std::promise<KeyringAnswer> answer;
  std::atomic<bool> isGivenUp = false;
  std::atomic<bool> isAnswered = false;
};

QKeychain::Job* makeJob(const KeyringQuestion& question) {
  switch (question.verb) {
    case KeyringVerb::Read:
      return new QKeychain::ReadPasswordJob(question.service);
    case KeyringVerb::Remove:
      return new QKeychain::DeletePasswordJob(question.service);
    case KeyringVerb::Write:
      break;
  }
  auto* job = new QKeychain::WritePasswordJob(question.service);
  job->setTextData(question.secret);
  return job;
}

void start(const KeyringQuestion& question, const std::shared_ptr<Call>& call) {
  QKeychain::Job* job = makeJob(question);
  job->setKey(question.key);
  QObject::connect(job, &QKeychain::Job::finished, desk(), [call](QKeychain::Job* done) {
    KeyringAnswer answer{done->error(), done->errorString(), {}};
    if (const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(done)) {
      answer.secret = read->textData();
    }
    call->answer.set_value(std::move(answer));
    call->isAnswered = true;
    if (call->isGivenUp.exchange(false)) {
      --abandoned;
    }
  });
  job->start();
}

}  // namespace

std::optional<KeyringAnswer> askKeyring(const KeyringQuestion& question, std::chrono::milliseconds limit) {
  if (abandoned > 0) {
    return std::nullopt;
  }
  const auto call = std::make_shared<Call>();
  auto answer = call->answer.get_future();
  QMetaObject::invokeMethod(
      desk(), [question, call] { start(question, call); }, Qt::QueuedConnection);
  if (answer.wait_for(limit) == std::future_status::ready) {
    return answer.get();
  }
  ++abandoned;
  call->isGivenUp = true;
  if (call->isAnswered && call->isGivenUp.exchange(false)) {
    --abandoned;
  }
  return std::nullopt;
}

}  // namespace heliograph::net
