// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/copies_card.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "delivery/outbox/winner_words.h"
#include "ui/report/copies_table.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using delivery::RunState;
using reports::CopyCount;
using reports::RunReport;

namespace {

/// The copies of all runs together; those of runs with other copies are left out.
std::vector<CopyCount> copiesTogether(const std::vector<RunReport>& reports) {
  std::vector<CopyCount> sums;
  for (const RunReport& report : reports) {
    if (sums.empty()) {
      sums = report.copies;
      continue;
    }
    if (sums.size() != report.copies.size()) continue;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      sums[i].people += report.copies[i].people;
      sums[i].accepted += report.copies[i].accepted;
      sums[i].refused += report.copies[i].refused;
      sums[i].unclear += report.copies[i].unclear;
      sums[i].skipped += report.copies[i].skipped;
      sums[i].parts += report.copies[i].parts;
      sums[i].clicked += report.copies[i].clicked;
    }
  }
  return sums;
}

bool waitsForWinner(const RunReport& report) {
  return report.run.state == RunState::Held && report.run.reason == delivery::hold::abTest;
}

QString testWords(const RunReport& report) {
  if (report.run.winner) return delivery::winnerText(report.run);
  const QString waiting = QLocale().toString(report.waitForWinner);
  if (waitsForWinner(report)) {
    const QString words = CopiesCard::tr("The test was sent. %1 people wait for the winner.").arg(waiting);
    const bool told = report.run.choosesItself() || report.run.decidedAt.isValid();
    return told ? words + QLatin1Char(' ') + delivery::whoChoosesText(report.run) : words;
  }
  if (report.run.isOver()) return CopiesCard::tr("No winner was chosen.");
  return CopiesCard::tr("The test is being sent. %1 people wait for its winner.").arg(waiting);
}

}  // namespace

CopiesCard::CopiesCard(QWidget* parent)
    : Card(parent),
      m_table(new CopiesTable),
      m_words(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_choose(new Button(tr("Choose the winner…"))) {
  setObjectName(QStringLiteral("report.copies"));
  m_words->setObjectName(QStringLiteral("report.copies.words"));
  m_words->setWordWrap(true);
  m_choose->setObjectName(QStringLiteral("report.chooseWinner"));
  auto* foot = new QHBoxLayout;
  foot->setSpacing(size::Medium);
  foot->addWidget(m_words, 1);
  foot->addWidget(m_choose);
  body()->addWidget(new Label(tr("Copies"), TypeRole::Label));
  body()->addWidget(m_table);
  body()->addLayout(foot);
  connect(m_choose, &Button::clicked, this, [this] { Q_EMIT winnerRequested(m_tested); });
  hide();
}

void CopiesCard::show(const std::vector<RunReport>& reports) {
  const auto copies = copiesTogether(reports);
  setVisible(!copies.empty());
  m_tested = {};
  QString words;
  std::optional<int> winner;
  for (const RunReport& report : reports) {
    if (!report.run.hasTest) continue;
    words = testWords(report);
    winner = report.run.winner;
    if (waitsForWinner(report)) m_tested = report.run.id;
  }
  m_table->show(copies, winner);
  m_words->setText(words);
  m_words->setVisible(!words.isEmpty());
  m_choose->setVisible(m_tested.isValid());
}

}  // namespace heliograph::ui
