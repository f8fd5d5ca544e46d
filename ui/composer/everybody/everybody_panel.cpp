// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/everybody/everybody_panel.h"

#include <QApplication>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

EverybodyPanel::EverybodyPanel(QWidget* parent)
    : QWidget(parent),
      m_fold(new Fold(tr("Everybody"), {})),
      m_note(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_grid(new QGridLayout) {
  setObjectName(QStringLiteral("everybody"));
  m_fold->setObjectName(QStringLiteral("everybody.fold"));
  m_note->setObjectName(QStringLiteral("everybody.note"));
  m_note->setWordWrap(true);
  m_grid->setContentsMargins({});
  m_grid->setHorizontalSpacing(size::Medium);
  m_grid->setVerticalSpacing(0);
  m_grid->setColumnStretch(0, 1);
  m_fold->body()->addWidget(m_note);
  m_fold->body()->addLayout(m_grid);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_fold);
}

void EverybodyPanel::show(const delivery::CheckReport& report, bool current, const QString& hint) {
  m_fold->setSummary(report.counted ? everybodySummary(report) : hint);
  QString note = current ? report.estimate : tr("Counting. These figures are of the text before.");
  if (!report.counted) note = hint;
  m_note->setText(note);
  m_note->setVisible(!note.isEmpty());
  showLines(everybodyLines(report), current);
}

void EverybodyPanel::showSoFar(const delivery::CheckReport& report, qint64 people) {
  const QLocale locale;
  const QString looked = locale.toString(report.reach.qualified);
  m_fold->setSummary(tr("So far: %1").arg(everybodySummary(report)));
  m_note->setText(people > report.reach.qualified
                      ? tr("Counting. So far %1 of %2 people were looked at.").arg(looked, locale.toString(people))
                      : tr("Counting. So far %1 people were looked at.").arg(looked));
  m_note->setVisible(true);
  showLines(everybodyLines(report), false);
}

bool EverybodyPanel::sameShape(const std::vector<EverybodyLine>& a, const std::vector<EverybodyLine>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const EverybodyLine& one, const EverybodyLine& other) {
    return one.section == other.section && one.name == other.name && one.replaced == other.replaced &&
           one.walk.people.isEmpty() == other.walk.people.isEmpty();
  });
}

void EverybodyPanel::showLines(std::vector<EverybodyLine> lines, bool current) {
  const bool same = sameShape(lines, m_lines);
  m_lines = std::move(lines);
  if (!same) rebuild();
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    m_rows[i]->setFact(m_lines[i].label, m_lines[i].figure);
    m_rows[i]->setTone(current ? m_lines[i].tone : Tone::Neutral);
    m_rows[i]->setStale(!current);
  }
}

// Lines come and go with the text; the focus stays where it was if that line is still there.
void EverybodyPanel::rebuild() {
  const QWidget* focus = QApplication::focusWidget();
  const QString focused = focus && isAncestorOf(focus) ? focus->objectName() : QString();
  clearLayout(*m_grid);
  m_rows.clear();
  int row = 0;
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    if (i == 0 || m_lines[i].section != m_lines[i - 1].section) {
      if (row > 0) m_grid->setRowMinimumHeight(row++, size::Small);
      m_grid->addWidget(new Label(sectionTitle(m_lines[i].section), TypeRole::Hint, Ink::Text3), row++, 0, 1, 2);
    }
    addLine(row++, i);
  }
  for (FactRow* line : m_rows) {
    if (!focused.isEmpty() && line->objectName() == focused) line->setFocus(Qt::OtherFocusReason);
  }
}

void EverybodyPanel::makeWalkable(FactRow& row, std::size_t index) {
  const QString about = m_lines[index].toolTip;
  const QString leads = tr("Show these people on the phone");
  row.setActivatable(about.isEmpty() ? leads : QStringLiteral("%1\n%2").arg(about, leads));
  connect(&row, &FactRow::clicked, this, [this, index, name = row.objectName()] {
    m_walked = name;
    Q_EMIT walkRequested(m_lines[index].walk);
  });
}

void EverybodyPanel::focusWalked() {
  const auto row = std::find_if(m_rows.begin(), m_rows.end(), [this](const FactRow* one) {
    return one->objectName() == m_walked && one->isVisible();
  });
  if (row != m_rows.end()) return (*row)->setFocus(Qt::OtherFocusReason);
  m_fold->takeFocus();
}

void EverybodyPanel::addLine(int row, std::size_t index) {
  static const char* const sections[] = {"parts", "cost", "missing", "fallback", "skipped", "character"};
  const EverybodyLine& line = m_lines[index];
  auto* fact = new FactRow(line.label, line.figure);
  fact->setObjectName(QStringLiteral("everybody.%1.%2")
                          .arg(QLatin1String(sections[static_cast<std::size_t>(line.section)]), line.name));
  fact->setToolTip(line.toolTip);
  if (!line.walk.people.isEmpty()) makeWalkable(*fact, index);
  m_rows.push_back(fact);
  const bool replace = !line.replaced.isEmpty();
  m_grid->addWidget(fact, row, 0, 1, replace ? 1 : 2);
  if (!replace) return;
  auto* link = new LinkButton(tr("Replace"));
  link->setObjectName(fact->objectName() + QStringLiteral(".replace"));
  link->setAccessibleName(tr("Replace %1").arg(line.replaced));
  connect(link, &LinkButton::clicked, this, [this, index] {
    const QString character = m_lines[index].replaced;
    Q_EMIT replaceRequested(character);
  });
  m_grid->addWidget(link, row, 1);
}

}  // namespace heliograph::ui
