// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_record.h"

#include <QJsonDocument>
#include <algorithm>
#include <optional>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace heliograph::providers {
namespace {

Error fileError(const QFile& file, const QString& what) {
  return {ErrorCode::Io,
          QStringLiteral("The sandbox's record %1 can't be %2. Check the folder and the free space.")
              .arg(file.fileName(), what),
          file.errorString()};
}

bool syncToDisk(const QFile& file) {
#ifdef Q_OS_WIN
  return _commit(file.handle()) == 0;
#else
  return ::fsync(file.handle()) == 0;
#endif
}

/// The line's message, or nothing if it isn't one.
std::optional<SandboxMessage> messageOf(const QByteArray& line) {
  const QJsonDocument document = QJsonDocument::fromJson(line);
  return document.isObject() && line.endsWith('\n') ? std::optional(SandboxMessage::fromJson(document.object()))
                                                    : std::nullopt;
}

/// Calls `take(message, offset)` for each whole line; gives where the last of them ends.
template <class Take>
Result<qint64> readLines(QFile& file, Take take) {
  qint64 end = 0;
  while (!file.atEnd()) {
    const QByteArray line = file.readLine();
    const auto message = messageOf(line);
    if (!message && file.atEnd()) {
      break;  // torn: the process or the computer went down while it was being written
    }
    if (!message) {
      return fail(
          ErrorCode::Damaged,
          QStringLiteral("The sandbox's record %1 is damaged. Move it away to begin a new one.").arg(file.fileName()));
    }
    take(*message, end);
    end += line.size();
  }
  return end;
}

}  // namespace

QJsonObject SandboxMessage::toJson() const {
  QJsonObject json{{QStringLiteral("number"), number}, {QStringLiteral("id"), id},
                   {QStringLiteral("to"), to},         {QStringLiteral("from"), from},
                   {QStringLiteral("body"), body},     {QStringLiteral("client_ref"), clientRef},
                   {QStringLiteral("status"), status}, {QStringLiteral("code"), code},
                   {QStringLiteral("parts"), parts},   {QStringLiteral("at"), at.toString(Qt::ISODateWithMs)}};
  if (!service.isEmpty()) json.insert(QStringLiteral("service"), service);
  if (sendAt.isValid()) json.insert(QStringLiteral("send_at"), sendAt.toString(Qt::ISODate));
  return json;
}

SandboxMessage SandboxMessage::fromJson(const QJsonObject& json) {
  SandboxMessage message;
  message.number = json.value(QLatin1String("number")).toInteger();
  message.id = json.value(QLatin1String("id")).toString();
  message.to = json.value(QLatin1String("to")).toString();
  message.from = json.value(QLatin1String("from")).toString();
  message.body = json.value(QLatin1String("body")).toString();
  message.clientRef = json.value(QLatin1String("client_ref")).toString();
  message.status = json.value(QLatin1String("status")).toString();
  message.code = json.value(QLatin1String("code")).toInt();
  message.parts = json.value(QLatin1String("parts")).toInt(1);
  message.at = QDateTime::fromString(json.value(QLatin1String("at")).toString(), Qt::ISODateWithMs);
  message.service = json.value(QLatin1String("service")).toString();
  message.sendAt = QDateTime::fromString(json.value(QLatin1String("send_at")).toString(), Qt::ISODate);
  return message;
}

Result<> SandboxRecord::open(const QString& file) {
  const std::lock_guard lock(m_mutex);
  m_file.setFileName(file);
  m_offsets.clear();
  m_byClientRef.clear();
  if (!m_file.open(QIODevice::ReadWrite)) {
    return fail(fileError(m_file, QStringLiteral("opened")));
  }
  const auto end = readLines(m_file, [this](const SandboxMessage& message, qint64 offset) {
    m_byClientRef.insert(message.clientRef, static_cast<qsizetype>(m_offsets.size()));
    m_offsets.push_back(offset);
  });
  if (!end) {
    m_file.close();
    return fail(end.error());
  }
  if (*end != m_file.size() && !m_file.resize(*end)) {
    return fail(fileError(m_file, QStringLiteral("repaired")));
  }
  m_onDisk = static_cast<qsizetype>(m_offsets.size());
  m_isBroken = false;
  return {};
}

void SandboxRecord::close() {
  std::unique_lock lock(m_mutex);
  m_synced.wait(lock, [this] { return !m_isSyncing; });
  m_file.close();
}

bool SandboxRecord::write(const QByteArray& line) {
  const qint64 offset = m_file.size();
  if (!m_file.isOpen() || m_isBroken) return false;
  if (!m_file.seek(offset) || m_file.write(line) != line.size() || !m_file.flush()) {
    m_file.resize(offset);
    return false;
  }
  m_offsets.push_back(offset);
  return true;
}

/// Nobody was told yet that these arrived.
void SandboxRecord::dropUnsynced() {
  m_isBroken = true;
  const auto first = static_cast<std::size_t>(m_onDisk);
  if (first < m_offsets.size()) m_file.resize(m_offsets.at(first));
  m_offsets.resize(first);
  m_byClientRef.removeIf([this](const auto& entry) { return entry.value() >= m_onDisk; });
}

/// One of those who wait writes for all who have come so far.
bool SandboxRecord::waitUntilOnDisk(std::unique_lock<std::mutex>& lock, qsizetype index) {
  while (m_onDisk <= index && !m_isBroken) {
    if (m_isSyncing) {
      m_synced.wait(lock);
      continue;
    }
    m_isSyncing = true;
    const auto written = static_cast<qsizetype>(m_offsets.size());
    lock.unlock();
    const bool isOnDisk = syncToDisk(m_file);
    lock.lock();
    m_isSyncing = false;
    if (isOnDisk) {
      m_onDisk = written;
    } else {
      dropUnsynced();
    }
    m_synced.notify_all();
  }
  return m_onDisk > index;
}

Result<SandboxMessage> SandboxRecord::append(SandboxMessage message) {
  std::unique_lock lock(m_mutex);
  const auto index = static_cast<qsizetype>(m_offsets.size());
  message.number = index + 1;
  message.id = QStringLiteral("SB%1").arg(message.number, 10, 10, QLatin1Char('0'));
  message.at = QDateTime::currentDateTimeUtc();
  if (!write(QJsonDocument(message.toJson()).toJson(QJsonDocument::Compact) + '\n')) {
    return fail(fileError(m_file, QStringLiteral("written")));
  }
  m_byClientRef.insert(message.clientRef, index);
  if (!waitUntilOnDisk(lock, index)) return fail(fileError(m_file, QStringLiteral("written")));
  return message;
}

Result<SandboxMessage> SandboxRecord::readAt(qsizetype index) const {
  if (!m_file.seek(m_offsets.at(static_cast<std::size_t>(index)))) {
    return fail(fileError(m_file, QStringLiteral("read")));
  }
  auto message = messageOf(m_file.readLine());
  return message ? Result<SandboxMessage>(std::move(*message))
                 : Result<SandboxMessage>(fail(fileError(m_file, QStringLiteral("read"))));
}

Result<SandboxMessage> SandboxRecord::byId(const QString& id) const {
  const std::lock_guard lock(m_mutex);
  bool isNumber = false;
  const qlonglong number = id.mid(2).toLongLong(&isNumber);
  if (!id.startsWith(QLatin1String("SB")) || !isNumber || number < 1 || number > m_onDisk) {
    return fail(ErrorCode::NotFound, QStringLiteral("The sandbox has no such message."));
  }
  return readAt(number - 1);
}

Result<std::vector<SandboxMessage>> SandboxRecord::byClientRef(const QString& clientRef) const {
  const std::lock_guard lock(m_mutex);
  QList<qsizetype> indices = m_byClientRef.values(clientRef);
  std::sort(indices.begin(), indices.end());
  std::vector<SandboxMessage> messages;
  for (const qsizetype index : indices) {
    if (index >= m_onDisk) break;
    auto message = readAt(index);
    if (!message) {
      return fail(std::move(message.error()));
    }
    messages.push_back(std::move(*message));
  }
  return messages;
}

Result<std::vector<SandboxMessage>> SandboxRecord::since(qint64 after, int limit) const {
  const std::lock_guard lock(m_mutex);
  std::vector<SandboxMessage> messages;
  for (qint64 index = std::max<qint64>(after, 0);
       index < m_onDisk && messages.size() < static_cast<std::size_t>(std::max(limit, 0)); ++index) {
    auto message = readAt(index);
    if (!message) {
      return fail(std::move(message.error()));
    }
    messages.push_back(std::move(*message));
  }
  return messages;
}

qint64 SandboxRecord::count() const {
  const std::lock_guard lock(m_mutex);
  return m_onDisk;
}

Result<std::vector<SandboxMessage>> SandboxRecord::load(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return fail(file.exists() ? fileError(file, QStringLiteral("read"))
                              : Error{ErrorCode::NotFound, QStringLiteral("There is no record %1.").arg(path), {}});
  }
  std::vector<SandboxMessage> messages;
  const auto end = readLines(file, [&](const SandboxMessage& message, qint64) { messages.push_back(message); });
  if (!end) {
    return fail(end.error());
  }
  return messages;
}

}  // namespace heliograph::providers
