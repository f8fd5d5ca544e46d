// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_messages/test_results.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/composer/test_messages/test_history.h"
#include "ui/composer/test_messages/test_line.h"
#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

TestResults::TestResults(bool hasHistory, QWidget* parent)
    : QWidget(parent),
      m_side(new SegmentedChoice),
      m_sides(new QStackedWidget),
      m_rows(new QVBoxLayout),
      m_history(new TestHistory),
      m_problem(new Label({}, TypeRole::Body, Ink::Problem)) {
  m_problem->setObjectName(QStringLiteral("test.problem"));
  m_problem->setWordWrap(true);
  m_problem->setTextFormat(Qt::PlainText);
  m_problem->hide();
  m_side->setObjectName(QStringLiteral("test.side"));
  m_side->addChoice(PreviewSide, tr("Preview"));
  m_side->addChoice(HistorySide, tr("Tests so far"));
  m_side->setCurrent(PreviewSide);
  m_side->setVisible(hasHistory);
  connect(m_side, &SegmentedChoice::chosen, this, &TestResults::showSide);
  m_rows->setSpacing(size::Small);
  auto* lines = new QWidget;
  auto* page = new QVBoxLayout(lines);
  page->setContentsMargins({});
  page->setSpacing(size::Small);
  page->addWidget(m_problem);
  page->addLayout(m_rows);
  page->addStretch();
  m_sides->setObjectName(QStringLiteral("test.sides"));
  m_sides->addWidget(makeTestScroll(lines));
  m_sides->addWidget(makeTestScroll(m_history));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Large, size::Large, size::Wide, size::Large);
  column->setSpacing(size::Medium);
  column->addWidget(m_side, 0, Qt::AlignLeft);
  column->addWidget(m_sides, 1);
}

void TestResults::showSide(int side) {
  m_sides->setCurrentIndex(side);
}

bool TestResults::setPeople(const std::vector<TestPerson>& people) {
  const bool same = std::equal(
      people.begin(), people.end(), m_lines.begin(), m_lines.end(),
      [](const TestPerson& person, const TestLine* line) { return person.recipient == line->person().recipient; });
  if (same && !m_lines.empty()) return false;
  clearLayout(*m_rows);
  m_lines.clear();
  for (const TestPerson& person : people) {
    m_lines.push_back(new TestLine(person));
    m_rows->addWidget(m_lines.back());
  }
  if (!people.empty()) return true;
  auto* nobody = new Label(tr("Tick somebody, or add a contact or a number: what they would get is shown here."),
                           TypeRole::Body, Ink::Text2);
  nobody->setWordWrap(true);
  m_rows->addWidget(nobody);
  return true;
}

std::vector<delivery::TestRecipient> TestResults::recipients() const {
  std::vector<delivery::TestRecipient> recipients;
  for (const TestLine* line : m_lines) recipients.push_back(line->person().recipient);
  return recipients;
}

void TestResults::showPreviews(const Result<std::vector<delivery::TestPreview>>& previews) {
  m_problem->setVisible(!previews);
  if (!previews) return m_problem->setText(previews.error().message);
  for (std::size_t i = 0; i < std::min(previews->size(), m_lines.size()); ++i) m_lines[i]->showPreview((*previews)[i]);
}

void TestResults::clearProblem() {
  m_problem->hide();
}

void TestResults::clearResults() {
  for (TestLine* line : m_lines) line->clearResult();
}

void TestResults::begin() {
  m_side->setCurrent(PreviewSide);
  showSide(PreviewSide);
  clearResults();
  if (!m_lines.empty()) m_lines.front()->showSending();
}

void TestResults::showResult(int place, const Result<delivery::TestSendResult>& result) {
  const auto at = static_cast<std::size_t>(place);
  if (at >= m_lines.size()) return;
  m_lines[at]->showResult(result);
  if (at + 1 < m_lines.size()) m_lines[at + 1]->showSending();
}

void TestResults::showHistory(const std::vector<delivery::TestEntry>& tests, const QDateTime& now) {
  m_history->show(tests, now);
  m_side->setText(HistorySide, tests.empty() ? tr("Tests so far") : tr("Tests so far %1").arg(tests.size()));
}

QScrollArea* makeTestScroll(QWidget* inner) {
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(inner);
  return scroll;
}

}  // namespace heliograph::ui
