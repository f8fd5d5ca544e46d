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

audience::Segment only(const audience::SegmentRule& rule) {
  return {{audience::SegmentGroup::Join::All, {{rule}}}};
}

QByteArray keyOf(const audience::SegmentRule& rule) {
  return QJsonDocument(audience::toJson(only(rule))).toJson(QJsonDocument::Compact);
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
  m_values.clear();
  refresh();
}

bool RuleFacts::eachMatchesSomebody() const {
  const auto& rows = m_list.rows();
  return rows.size() > 1 && std::all_of(rows.begin(), rows.end(),
                                        [this](const RuleRow* row) { return m_people.value(keyOf(row->rule())) > 0; });
}

void RuleFacts::refresh() {
  m_cancel.cancel();
  m_cancel = CancelToken();
  ++m_generation;
  bool missing = false;
  for (RuleRow* row : m_list.rows()) {
    offerValues(*row);
    if (!row->isComplete()) {
      row->clearPeople();
      continue;
    }
    const auto known = m_people.constFind(keyOf(row->rule()));
    if (known == m_people.constEnd()) {
      missing = true;
      row->setCounting();
    } else if (*known < 0) {
      row->clearPeople(tr("This rule can't be counted: nobody has this property, or the value doesn't suit it."));
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
    return row->isComplete() && !m_people.contains(keyOf(row->rule()));
  });
  if (next == rows.end()) return;
  const audience::SegmentRule rule = (*next)->rule();
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, rule, cancel = m_cancel] {
        return audience::MatchCounter(database, clock).count(only(rule), cancel);
      })
      .then(this, [this, rule, generation = m_generation](const Result<qint64>& people) {
        const bool cancelled = !people && people.error().code == ErrorCode::Cancelled;
        if (!cancelled) m_people.insert(keyOf(rule), people.value_or(-1));
        if (generation == m_generation) refresh();
      });
}

void RuleFacts::offerValues(RuleRow& row) {
  const QString property = row.rule().property;
  if (property.isEmpty()) return;
  if (const auto known = m_values.constFind(property); known != m_values.constEnd()) {
    if (!known->empty()) row.offerValues(*known);
    return;
  }
  m_values.insert(property, {});
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, property] {
        return audience::PropertyValues(database, clock).of(property).value_or(std::vector<audience::CommonValue>{});
      })
      .then(this, [this, property](const std::vector<audience::CommonValue>& values) {
        m_values.insert(property, values);
        for (RuleRow* each : m_list.rows()) {
          if (each->rule().property == property) each->offerValues(values);
        }
      });
}

}  // namespace heliograph::ui
