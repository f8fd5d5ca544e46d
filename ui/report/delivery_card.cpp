// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/delivery_card.h"

#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "delivery/receipts/delivery_words.h"
#include "ui/layout/clear_layout.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

using reports::DeliveryCount;

namespace {

/// All runs together: delivered, not delivered by reason, on its way, not heard yet.
std::vector<DeliveryCount> deliveriesTogether(const std::vector<reports::RunReport>& reports) {
  std::vector<DeliveryCount> lines;
  for (const auto& report : reports) {
    for (const DeliveryCount& count : report.deliveries) {
      const auto same = std::find_if(lines.begin(), lines.end(), [&count](const DeliveryCount& line) {
        return line.state == count.state && line.code == count.code;
      });
      if (same == lines.end()) {
        lines.push_back(count);
      } else {
        same->people += count.people;
      }
    }
  }
  const auto rank = [](const DeliveryCount& line) {
    static const QStringList order{QStringLiteral("delivered"), QStringLiteral("failed"), QStringLiteral("sent")};
    const qsizetype at = order.indexOf(line.state);
    return at < 0 ? order.size() : at;
  };
  std::stable_sort(lines.begin(), lines.end(), [&rank](const DeliveryCount& a, const DeliveryCount& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.people > b.people;
  });
  return lines;
}

QString lineWords(const DeliveryCount& line) {
  const QString state = delivery::deliveryStateText(line.state);
  if (line.state != QStringLiteral("failed")) return state;
  return DeliveryCard::tr("%1: %2").arg(state, delivery::deliveryCodeText(line.code));
}

}  // namespace

DeliveryCard::DeliveryCard(QWidget* parent) : Card(parent), m_lines(new QVBoxLayout) {
  setObjectName(QStringLiteral("report.delivery"));
  m_lines->setSpacing(2);
  body()->addWidget(new Label(tr("What became of the accepted messages"), TypeRole::Label));
  body()->addLayout(m_lines);
  hide();
}

void DeliveryCard::show(const std::vector<reports::RunReport>& reports) {
  const auto lines = deliveriesTogether(reports);
  const bool heard = std::any_of(lines.begin(), lines.end(), [](const auto& line) { return !line.state.isEmpty(); });
  setVisible(heard);
  if (lines == m_shown) return;
  m_shown = lines;
  clearLayout(*m_lines);
  qint64 all = 0;
  for (const DeliveryCount& line : lines) all += line.people;
  for (const DeliveryCount& line : lines) {
    if (m_lines->count() > 0) m_lines->addWidget(new Separator);
    m_lines->addWidget(makeLine(line, all));
  }
}

QWidget* DeliveryCard::makeLine(const DeliveryCount& line, qint64 all) {
  const QLocale locale;
  const double share = all > 0 ? 100.0 * static_cast<double>(line.people) / static_cast<double>(all) : 0;
  const QString words = lineWords(line);
  auto* fact = new FactRow(
      words, tr("%1 (%2 %)").arg(locale.toString(line.people), locale.toString(share, 'f', share < 10 ? 1 : 0)));
  fact->setActivatable(tr("Show these people"));
  if (line.state == QStringLiteral("failed")) fact->setTone(Tone::Problem);
  PeopleFilter filter{{delivery::RowState::Accepted}, {}, words};
  filter.delivery = line.state;
  if (line.state == QStringLiteral("failed")) filter.deliveryCode = line.code;
  connect(fact, &FactRow::clicked, this, [this, filter] { Q_EMIT chosen(filter); });
  return fact;
}

}  // namespace heliograph::ui
