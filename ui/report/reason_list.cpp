// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reason_list.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "delivery/outbox/reason_text.h"
#include "reports/report_repository.h"
#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

using delivery::RowState;
using reports::ReasonCount;

namespace {

bool isWaiting(RowState state) {
  return state == RowState::Pending || state == RowState::Claimed || state == RowState::Sending;
}

/// All runs together, without those who have their message: unclear ones first, waiting ones last as one line.
std::vector<ReasonCount> withoutMessage(const std::vector<reports::RunReport>& reports) {
  std::vector<ReasonCount> lines;
  for (const auto& report : reports) {
    for (ReasonCount count : report.counts) {
      if (count.state == RowState::Accepted || count.people == 0) continue;
      if (isWaiting(count.state)) count = {RowState::Pending, {}, {}, count.people};
      const auto same = std::find_if(lines.begin(), lines.end(), [&count](const ReasonCount& line) {
        return line.state == count.state && line.reason == count.reason;
      });
      if (same == lines.end()) {
        lines.push_back(count);
      } else {
        same->people += count.people;
      }
    }
  }
  const auto rank = [](const ReasonCount& line) {
    return line.state == RowState::InDoubt ? 0 : line.state == RowState::Pending ? 2 : 1;
  };
  std::stable_sort(lines.begin(), lines.end(), [&rank](const ReasonCount& a, const ReasonCount& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.people > b.people;
  });
  return lines;
}

QString labelOf(const ReasonCount& line) {
  if (line.state == RowState::Pending) return ReasonList::tr("Waiting");
  if (line.state == RowState::Held && line.reason.isEmpty()) return delivery::rowStateText(RowState::Held);
  const QString label = delivery::reasonLabel(line.reason);
  if (line.state == RowState::InDoubt) return ReasonList::tr("Unclear: may have arrived");
  if (line.state == RowState::Refused && line.reason != delivery::reason::refusedByProvider)
    return ReasonList::tr("Refused: %1").arg(label);
  return label;
}

}  // namespace

ReasonList::ReasonList(QWidget* parent) : Card(parent), m_lines(new QVBoxLayout) {
  m_lines->setSpacing(2);
  body()->addWidget(new Label(tr("Who got no message, and why"), TypeRole::Label));
  body()->addLayout(m_lines);
  body()->addStretch();
}

void ReasonList::show(const std::vector<reports::RunReport>& reports) {
  const auto lines = withoutMessage(reports);
  const bool any = std::any_of(reports.begin(), reports.end(), [](const auto& report) { return report.total() > 0; });
  if (lines == m_shown && any == m_any && m_lines->count() > 0) return;
  m_shown = lines;
  m_any = any;
  clearLayout(*m_lines);
  for (const ReasonCount& line : lines) {
    if (m_lines->count() > 0) m_lines->addWidget(new Separator);
    m_lines->addWidget(makeLine(line));
  }
  if (!lines.empty()) return;
  const QString words = any ? tr("Everybody got the message.") : tr("Nobody was picked yet.");
  m_lines->addWidget(new Label(words, TypeRole::Body, Ink::Text2));
}

QWidget* ReasonList::makeLine(const ReasonCount& line) {
  const QString label = labelOf(line);
  auto* fact = new FactRow(label, QLocale().toString(line.people));
  const QString sentence = line.text.isEmpty() ? delivery::reasonText(line.reason) : line.text;
  fact->setActivatable(sentence.isEmpty() ? tr("Show these people") : tr("%1 Click to see who.").arg(sentence));
  const bool mayGo = line.state == RowState::Held && !line.reason.isEmpty();
  if (line.state == RowState::InDoubt || mayGo) fact->setTone(Tone::Attention);
  PeopleFilter filter{{line.state}, line.reason, label};
  if (line.state == RowState::Pending) filter = {reports::waitingStates, {}, label};
  connect(fact, &FactRow::clicked, this, [this, filter] { Q_EMIT chosen(filter); });
  if (line.state != RowState::InDoubt) return fact;
  auto* settle = new LinkButton(tr("Settle"));
  settle->setObjectName(QStringLiteral("report.settle"));
  connect(settle, &LinkButton::clicked, this, &ReasonList::settleRequested);
  auto* both = new QWidget;
  auto* row = new QHBoxLayout(both);
  row->setContentsMargins({});
  row->setSpacing(size::Medium);
  row->addWidget(fact, 1);
  row->addWidget(settle);
  return both;
}

}  // namespace heliograph::ui
