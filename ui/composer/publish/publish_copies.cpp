// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish/publish_copies.h"

#include <QLocale>
#include <QVBoxLayout>

#include "ui/composer/words/copy_words.h"
#include "ui/composer/words/publish_sentence.h"
#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using PublishedKind = campaign::Variants::Kind;

PublishCopies::PublishCopies(QWidget* parent)
    : Card(parent), m_lines(new QVBoxLayout), m_words(new Label({}, TypeRole::Hint, Ink::Text3)) {
  setObjectName(QStringLiteral("publish.copies"));
  m_lines->setSpacing(0);
  m_words->setWordWrap(true);
  body()->addWidget(new Label(tr("Copies"), TypeRole::Label));
  body()->addLayout(m_lines);
  body()->addWidget(m_words);
}

void PublishCopies::show(const campaign::Variants& variants, const delivery::CheckReport& report) {
  setVisible(!report.copies.empty());
  clearLayout(*m_lines);
  const QLocale locale;
  const bool test = variants.kind == PublishedKind::AbTest;
  for (const delivery::CopyFigures& copy : report.copies) {
    const QString parts = tr("%1 parts").arg(locale.toString(copy.totalParts()));
    const QString value = test ? parts : tr("%1 · %2").arg(peopleWords(copy.people), parts);
    m_lines->addWidget(new FactRow(test ? tr("%1 for everybody").arg(copy.name) : copy.name, value));
  }
  m_words->setVisible(test);
  m_words->setText(test ? whoGetsWhatWords(variants, report) : QString());
}

}  // namespace heliograph::ui
