// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/goal_card.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using delivery::ConversionFigures;
using delivery::RunConversions;
using reports::RunReport;

namespace {

void addFigures(ConversionFigures& sum, const ConversionFigures& more) {
  sum.people += more.people;
  sum.converted += more.converted;
  sum.revenue += more.revenue;
}

void addConversions(RunConversions& sum, const RunConversions& more) {
  addFigures(sum.sent, more.sent);
  for (std::size_t copy = 0; copy < sum.copies.size(); ++copy) addFigures(sum.copies[copy], more.copies[copy]);
  if (!more.heldBack) return;
  if (!sum.heldBack) sum.heldBack.emplace();
  addFigures(*sum.heldBack, *more.heldBack);
}

/// The runs with the last one's goal and copies together.
std::optional<RunConversions> conversionsTogether(const std::vector<RunReport>& reports) {
  std::optional<RunConversions> sum;
  for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
    if (!report->conversions) continue;
    const RunConversions& one = *report->conversions;
    if (!sum) {
      sum = one;
    } else if (sum->goal == one.goal && sum->copies.size() == one.copies.size()) {
      addConversions(*sum, one);
    }
  }
  return sum;
}

QString shareWords(const ConversionFigures& figures) {
  return GoalCard::tr("%1 %").arg(QLocale().toString(100 * figures.share().share(), 'f', 1));
}

QString comparisonWords(const RunConversions& counted) {
  if (!counted.heldBack || counted.heldBack->people == 0) return {};
  const QString words = GoalCard::tr("%1 converted with the message, %2 of those who were held back.")
                            .arg(shareWords(counted.sent), shareWords(*counted.heldBack));
  if (!delivery::mayBeChance(counted.sent.share(), counted.heldBack->share())) return words;
  return words + QLatin1Char(' ') + GoalCard::tr("The difference may be chance: it is less than 95 % sure.");
}

Label* goalFigure(const QString& text, TypeRole role = TypeRole::Body, Ink ink = Ink::Text) {
  auto* label = new Label(text, role, ink);
  label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return label;
}

}  // namespace

GoalCard::GoalCard(QWidget* parent)
    : Card(parent),
      m_words(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_grid(new QGridLayout),
      m_comparison(new Label({}, TypeRole::Hint, Ink::Text2)) {
  setObjectName(QStringLiteral("report.goal"));
  m_words->setObjectName(QStringLiteral("report.goal.words"));
  m_words->setWordWrap(true);
  m_comparison->setObjectName(QStringLiteral("report.goal.comparison"));
  m_comparison->setWordWrap(true);
  m_grid->setHorizontalSpacing(size::Large);
  m_grid->setVerticalSpacing(size::Small);
  m_grid->setColumnStretch(0, 1);
  body()->addWidget(new Label(tr("Goal"), TypeRole::Label));
  body()->addWidget(m_words);
  body()->addLayout(m_grid);
  body()->addWidget(m_comparison);
  hide();
}

void GoalCard::show(const std::vector<RunReport>& reports) {
  clearLayout(*m_grid);
  const auto counted = conversionsTogether(reports);
  QString problem;
  for (const RunReport& report : reports) {
    if (!report.conversionsProblem.isEmpty()) problem = report.conversionsProblem;
  }
  setVisible(counted || !problem.isEmpty());
  m_words->setText(counted ? audience::describe(counted->goal) : problem);
  m_comparison->setVisible(counted && counted->heldBack);
  if (!counted) return;
  m_comparison->setText(comparisonWords(*counted));
  const bool revenue = !counted->goal.revenue.isEmpty();
  addHeader(revenue);
  int line = 1;
  const auto& copies = reports.back().copies;
  for (std::size_t copy = 0; copy < copies.size() && copy < counted->copies.size(); ++copy) {
    addLine(line++, tr("Copy %1").arg(copies[copy].name), counted->copies[copy], revenue);
  }
  addLine(line++, copies.empty() ? tr("Got the message") : tr("All copies"), counted->sent, revenue);
  if (counted->heldBack) addLine(line, tr("Held back"), *counted->heldBack, revenue);
}

void GoalCard::addHeader(bool revenue) {
  QStringList titles{tr("People"), tr("Converted"), tr("Share")};
  if (revenue) titles << tr("Revenue") << tr("A person");
  for (int i = 0; i < titles.size(); ++i) {
    m_grid->addWidget(goalFigure(titles[i], TypeRole::Hint, Ink::Text3), 0, i + 1);
  }
}

void GoalCard::addLine(int line, const QString& name, const ConversionFigures& figures, bool revenue) {
  const QLocale locale;
  QStringList cells{locale.toString(figures.people), locale.toString(figures.converted), shareWords(figures)};
  if (revenue) cells << locale.toString(figures.revenue, 'f', 2) << locale.toString(figures.revenueEach(), 'f', 2);
  auto* title = new ElidedLabel(name, TypeRole::Label, Ink::Text);
  title->setAccessibleName(tr("%1: %2 people, %3 converted, %4").arg(name, cells[0], cells[1], cells[2]));
  m_grid->addWidget(title, line, 0);
  for (int i = 0; i < cells.size(); ++i) m_grid->addWidget(goalFigure(cells[i]), line, i + 1);
}

}  // namespace heliograph::ui
