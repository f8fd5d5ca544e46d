// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rule_facts.h"

#include <QJsonDocument>
#include <algorithm>

#include "audience/match_counter.h"
#include "ui/who/rule_list.h"
#include "ui/who/rule_row.h"

namespace heliograph::ui {

namespace {

constexpr int kPauseMs = 120;

audience::Segment only(audience::SegmentPart part) {
  part.off = false;
  return {{audience::SegmentGroup::Join::All, {std::move(part)}}};
}

QByteArray keyOf(const RuleRow& row) {
  return QJsonDocument(audience::toJson(only(row.part()))).toJson(QJsonDocument::Compact);
}

bool isCounted(const RuleRow& row) {
  return row.isComplete() && !row.isOff();
}

}  // namespace

RuleFacts::RuleFacts(Services& services, RuleList& list, QObject* parent)
    : QObject(parent), m_services(services), m_list(list) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPauseMs);
  connect(&m_pause, &QTimer::timeout, this, &RuleFacts::countNext);
  connect(&list, &RuleList::edited, this, &RuleFacts::refresh);
  connect(&list, &RuleList::shown, this, &RuleFacts::refresh);
}

void RuleFacts::forget() {
  m_people.clear();
  refresh();
}

bool RuleFacts::eachMatchesSomebody() const {
  int counted = 0;
  for (const RuleRow* row : m_list.rows()) {
    if (row->isOff()) continue;
    if (m_people.value(keyOf(*row)) <= 0) return false;
    ++counted;
  }
  return counted > 1;
}

void RuleFacts::refresh() {
  m_cancel.cancel();
  m_cancel = CancelToken();
  ++m_generation;
  bool missing = false;
  for (RuleRow* row : m_list.rows()) {
    if (row->isOff()) continue;
    if (!row->isComplete()) {
      row->clearPeople();
      continue;
    }
    const auto known = m_people.constFind(keyOf(*row));
    if (known == m_people.constEnd()) {
      missing = true;
      row->setCounting();
    } else if (*known < 0) {
      row->clearPeople(tr("This rule can't be counted: what it speaks of isn't there, or a value doesn't suit it."));
    } else {
      row->setPeople(*known);
    }
  }
  if (missing) {
    m_pause.start();
  } else {
    Q_EMIT counted();
  }
}

void RuleFacts::countNext() {
  const auto& rows = m_list.rows();
  const auto next = std::find_if(rows.begin(), rows.end(), [this](const RuleRow* row) {
    return isCounted(*row) && !m_people.contains(keyOf(*row));
  });
  if (next == rows.end()) return;
  const audience::Segment rule = only((*next)->part());
  const QByteArray key = keyOf(**next);
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, &columns = m_services.columns, rule,
            cancel = m_cancel] { return audience::MatchCounter(database, clock, &columns).count(rule, cancel); })
      .then(this, [this, key, generation = m_generation](const Result<qint64>& people) {
        const bool cancelled = !people && people.error().code == ErrorCode::Cancelled;
        if (!cancelled) m_people.insert(key, people.value_or(-1));
        if (generation == m_generation) refresh();
      });
}

}  // namespace heliograph::ui
