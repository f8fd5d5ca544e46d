// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/copies_table.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

enum CopyColumn { CopyName, CopyPeople, CopyAccepted, CopyRefused, CopyUnclear, CopyParts, CopyClicked, CopyControl };

Label* figureLabel(const QString& text, TypeRole role = TypeRole::Body, Ink ink = Ink::Text) {
  auto* label = new Label(text, role, ink);
  label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return label;
}

/// "12 (4.1 %)" of those who got it.
QString clickedWords(const reports::CopyCount& copy) {
  const QLocale locale;
  if (copy.accepted == 0) return locale.toString(copy.clicked);
  const double percent = 100.0 * static_cast<double>(copy.clicked) / static_cast<double>(copy.accepted);
  return CopiesTable::tr("%1 (%2 %)").arg(locale.toString(copy.clicked), locale.toString(percent, 'f', 1));
}

}  // namespace

CopiesTable::CopiesTable(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins({});
  m_grid->setHorizontalSpacing(size::Large);
  m_grid->setVerticalSpacing(size::Small);
  m_grid->setColumnStretch(CopyName, 1);
}

void CopiesTable::show(const std::vector<reports::CopyCount>& copies, std::optional<int> winner,
                       const QStringList& texts) {
  clearLayout(*m_grid);
  m_hasClicks =
      std::any_of(copies.begin(), copies.end(), [](const reports::CopyCount& copy) { return copy.clicked > 0; });
  addHeader();
  for (const reports::CopyCount& copy : copies) addLine(copy, winner == copy.copy, texts.value(copy.copy));
}

void CopiesTable::addHeader() {
  m_grid->addWidget(new Label(tr("Copy"), TypeRole::Hint, Ink::Text3), 0, CopyName);
  QStringList titles{tr("People"), tr("Accepted"), tr("Refused"), tr("Unclear"), tr("Parts")};
  if (m_hasClicks) titles << tr("Clicked");
  for (int i = 0; i < titles.size(); ++i) {
    m_grid->addWidget(figureLabel(titles[i], TypeRole::Hint, Ink::Text3), 0, CopyPeople + i);
  }
}

void CopiesTable::addLine(const reports::CopyCount& copy, bool won, const QString& text) {
  const QLocale locale;
  const int line = copy.copy + 1;
  auto* name = new QWidget;
  auto* column = new QVBoxLayout(name);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(new ElidedLabel(won ? tr("%1 (winner)").arg(copy.name) : copy.name, TypeRole::Label, Ink::Text));
  if (!text.isEmpty()) {
    auto* words = new ElidedLabel(text.simplified(), TypeRole::Hint, Ink::Text3);
    words->setToolTip(text);
    column->addWidget(words);
  }
  m_grid->addWidget(name, line, CopyName);
  const qint64 figures[]{copy.people, copy.accepted, copy.refused, copy.unclear, copy.parts};
  int at = CopyPeople;
  for (const qint64 figure : figures) m_grid->addWidget(figureLabel(locale.toString(figure)), line, at++);
  if (m_hasClicks) m_grid->addWidget(figureLabel(clickedWords(copy)), line, CopyClicked);
  name->setAccessibleName(tr("%1: %2 people, %3 accepted, %4 refused, %5 unclear")
                              .arg(copy.name, locale.toString(copy.people), locale.toString(copy.accepted),
                                   locale.toString(copy.refused), locale.toString(copy.unclear)));
}

void CopiesTable::addControl(int copy, QWidget* control) {
  m_grid->addWidget(control, copy + 1, CopyControl);
}

}  // namespace heliograph::ui
