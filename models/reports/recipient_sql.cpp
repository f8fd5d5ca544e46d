// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/recipient_sql.h"

#include "delivery/outbox/reason_text.h"

namespace heliograph::reports {
namespace {

/// Where the condition is answered: the people only if somebody is searched by name.
const QString kPeople = QStringLiteral("FROM outbox o LEFT JOIN profile p ON p.id = o.profile_id WHERE ");
const QString kRows = QStringLiteral("FROM outbox o WHERE ");

/// The text as the inside of a LIKE pattern with \ as its escape.
QString likePattern(QString text) {
  for (const QChar special : {u'\\', u'%', u'_'}) text.replace(special, QString(u'\\') + special);
  return u'%' + text + u'%';
}

QString answerOf(const QString& code, const QString& words) {
  if (code.isEmpty() || words.isEmpty()) return code + words;
  return QStringLiteral("%1: %2").arg(code, words);
}

}  // namespace

RecipientSql::RecipientSql(const RecipientQuery& query) : m_query(query) {
  m_condition = query.run.isValid() ? QStringLiteral("o.run_id = ?")
                                    : QStringLiteral("o.run_id IN (SELECT id FROM run WHERE campaign_id = ?)");
  if (!query.seeds) m_condition += QStringLiteral(" AND o.seed = 0");
  if (!query.states.isEmpty()) {
    QStringList marks;
    for (qsizetype i = 0; i < query.states.size(); ++i) marks << QStringLiteral("?");
    m_condition += QStringLiteral(" AND o.state IN (%1)").arg(marks.join(u','));
  }
  if (query.reason) m_condition += QStringLiteral(" AND o.reason = ?");
  if (query.delivery) m_condition += QStringLiteral(" AND coalesce(o.delivery_state, '') = ?");
  if (query.deliveryCode) m_condition += QStringLiteral(" AND coalesce(o.delivery_code, 0) = ?");
  if (!query.search.isEmpty()) {
    m_condition += QStringLiteral(" AND (p.identity LIKE ? ESCAPE '\\' OR o.address LIKE ? ESCAPE '\\')");
  }
}

QString RecipientSql::source() const {
  return (m_query.search.isEmpty() ? kRows : kPeople) + m_condition;
}

/// The page's rows are found first, so that only they are joined with what is told about them.
QString RecipientSql::page() const {
  return QStringLiteral(
             "SELECT o.id, o.run_id, p.identity, o.address, o.state, o.reason, v.name, o.message_id, a.code, a.words, "
             "o.encoding, o.parts, o.tries, f.started_at, o.updated_at, o.text, o.copy, o.seed, "
             "o.delivery_state, o.delivery_code, o.delivery_words, o.delivered_at FROM "
             "(SELECT o.id ") +
         source() +
         QStringLiteral(
             " AND o.id > ? ORDER BY o.id LIMIT ?) page JOIN outbox o ON o.id = page.id LEFT JOIN profile p ON p.id = "
             "o.profile_id LEFT JOIN provider v ON v.id = o.provider_id LEFT JOIN attempt a ON a.outbox_id = o.id AND "
             "a.number = o.tries LEFT JOIN attempt f ON f.outbox_id = o.id AND f.number = 1 ORDER BY o.id");
}

QString RecipientSql::count() const {
  return QStringLiteral("SELECT COUNT(*) ") + source();
}

void RecipientSql::bind(storage::Statement& statement) const {
  if (m_query.run.isValid()) {
    statement.bind(m_query.run);
  } else {
    statement.bind(m_query.campaign);
  }
  for (const delivery::RowState state : m_query.states) statement.bind(delivery::rowStateName(state));
  if (m_query.reason) statement.bind(*m_query.reason);
  if (m_query.delivery) statement.bind(*m_query.delivery);
  if (m_query.deliveryCode) statement.bind(*m_query.deliveryCode);
  if (m_query.search.isEmpty()) return;
  const QString pattern = likePattern(m_query.search);
  statement.bind(pattern).bind(pattern);
}

Recipient RecipientSql::read(const storage::Statement& row) {
  Recipient recipient;
  recipient.id = row.id<OutboxId>(0);
  recipient.run = row.id<RunId>(1);
  recipient.identity = row.text(2);
  recipient.address = row.text(3);
  recipient.state = delivery::rowStateFromName(row.text(4));
  recipient.reason = row.text(5);
  recipient.reasonText = delivery::reasonText(recipient.reason);
  recipient.provider = row.text(6);
  recipient.messageId = row.text(7);
  recipient.answer = answerOf(row.text(8), row.text(9));
  recipient.encoding = row.text(10);
  recipient.parts = static_cast<int>(row.integer(11));
  recipient.tries = static_cast<int>(row.integer(12));
  recipient.firstTriedAt = row.instant(13);
  recipient.updatedAt = row.instant(14);
  recipient.message = row.text(15);
  recipient.isSeed = row.integer(17) != 0;
  recipient.delivery = row.text(18);
  recipient.deliveryCode = static_cast<int>(row.integer(19));
  recipient.deliveryWords = row.text(20);
  recipient.deliveredAt = row.instant(21);
  if (!row.isNull(16)) recipient.copyNumber = static_cast<int>(row.integer(16));
  return recipient;
}

}  // namespace heliograph::reports
