// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_presence.h"

#include <QCoreApplication>
#include <QFile>

#include "storage/statement.h"

namespace heliograph::campaign {

using storage::Statement;

namespace {

/// When a process began, in the kernel's ticks since the computer did; -1 if there is no such process.
qint64 startOf(qint64 process) {
  constexpr int kStart = 19;  // of the words behind the name, which may hold spaces itself
  QFile file(QStringLiteral("/proc/%1/stat").arg(process));
  if (!file.open(QIODevice::ReadOnly)) return -1;
  const QByteArray line = file.readAll();
  const QList<QByteArray> words = line.mid(line.lastIndexOf(')') + 2).split(' ');
  return words.size() > kStart ? words[kStart].toLongLong() : -1;
}

}  // namespace

Result<> CampaignPresence::enter(CampaignId id, const QString& writer) const {
  HELIOGRAPH_TRY(forgetDead(id));
  const qint64 process = QCoreApplication::applicationPid();
  Statement insert(m_database, QStringLiteral("INSERT OR REPLACE INTO campaign_presence (campaign_id, writer, process, "
                                              "process_start, opened_at) VALUES (?, ?, ?, ?, ?)"));
  return insert.bind(id).bind(writer).bind(process).bind(startOf(process)).bind(m_clock.now()).run();
}

Result<> CampaignPresence::leave(CampaignId id, const QString& writer) const {
  Statement erase(m_database, QStringLiteral("DELETE FROM campaign_presence WHERE campaign_id = ? AND writer = ?"));
  return erase.bind(id).bind(writer).run();
}

Result<std::vector<QDateTime>> CampaignPresence::others(CampaignId id, const QString& writer) const {
  Statement find(m_database, QStringLiteral("SELECT process, process_start, opened_at FROM campaign_presence "
                                            "WHERE campaign_id = ? AND writer <> ? ORDER BY opened_at"));
  find.bind(id).bind(writer);
  std::vector<QDateTime> opened;
  for (;;) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return opened;
    if (startOf(find.integer(0)) == find.integer(1)) opened.push_back(find.instant(2));
  }
}

Result<> CampaignPresence::forgetDead(CampaignId id) const {
  QStringList dead;
  Statement find(m_database,
                 QStringLiteral("SELECT process, process_start, writer FROM campaign_presence WHERE campaign_id = ?"));
  find.bind(id);
  for (;;) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    if (startOf(find.integer(0)) != find.integer(1)) dead << find.text(2);
  }
  for (const QString& writer : dead) HELIOGRAPH_TRY(leave(id, writer));
  return {};
}

}  // namespace heliograph::campaign
