// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "core/result.h"

namespace heliograph::providers {

/// One message as the sandbox has it.
struct SandboxMessage {
  qint64 number = 0;  ///< 1, 2, 3, … in order of arrival
  QString id;         ///< "SB0000000001"
  QString to, from, body, clientRef;
  QString status;  ///< "accepted" or "refused"
  int code = 0;    ///< why it was refused, else 0
  int parts = 1;
  QDateTime at;      ///< UTC, milliseconds
  QString service;   ///< Twilio's dialect: the messaging service, if one was named
  QDateTime sendAt;  ///< Twilio's dialect: when it is to go out; invalid: at once

  bool operator==(const SandboxMessage&) const = default;
  [[nodiscard]] QJsonObject toJson() const;
  [[nodiscard]] static SandboxMessage fromJson(const QJsonObject& json);
};

/// What the sandbox received: a file to which lines of JSON are only ever appended. A line is on the disk before
/// `append` returns, so the file is the truth about what arrived whatever happens to the process. Messages that arrive
/// while the disk is busy go there together with the next write. Safe from any thread.
class SandboxRecord final {
 public:
  SandboxRecord() = default;
  ~SandboxRecord() = default;
  Q_DISABLE_COPY_MOVE(SandboxRecord)

  /// Opens or makes the file and goes on after its last whole line; a torn last line is cut off.
  [[nodiscard]] Result<> open(const QString& file);
  void close();

  /// Gives the message its number, id and time and writes it; returns when it is on the disk.
  [[nodiscard]] Result<SandboxMessage> append(SandboxMessage message);

  [[nodiscard]] Result<SandboxMessage> byId(const QString& id) const;
  /// Every message with this client reference, in order of arrival; more than one means it was sent twice.
  [[nodiscard]] Result<std::vector<SandboxMessage>> byClientRef(const QString& clientRef) const;
  /// Messages with a number above `after`, in order, at most `limit`.
  [[nodiscard]] Result<std::vector<SandboxMessage>> since(qint64 after, int limit) const;
  [[nodiscard]] qint64 count() const;

  /// Everything in a file, without opening it for writing; a torn last line is left out.
  [[nodiscard]] static Result<std::vector<SandboxMessage>> load(const QString& file);

  /// Overwrites number and text of everything that was sent to these numbers, in place: the messages stay, whatever
  /// program has the file open. A file that isn't there has nothing to forget. Errors: Io.
  [[nodiscard]] static Result<> forget(const QString& file, const QStringList& numbers);

 private:
  [[nodiscard]] Result<SandboxMessage> readAt(qsizetype index) const;
  [[nodiscard]] bool write(const QByteArray& line);
  [[nodiscard]] bool waitUntilOnDisk(std::unique_lock<std::mutex>& lock, qsizetype index);
  void dropUnsynced();

  mutable std::mutex m_mutex;
  std::condition_variable m_synced;
  mutable QFile m_file;
  std::vector<qint64> m_offsets;                 // of message n at n - 1
  QMultiHash<QString, qsizetype> m_byClientRef;  // -> index in m_offsets
  qsizetype m_onDisk = 0;                        // so many messages are; nobody is shown the others
  bool m_isSyncing = false;
  bool m_isBroken = false;  // the disk failed: nothing more is taken, as nobody knows what it still holds
};

}  // namespace heliograph::providers
