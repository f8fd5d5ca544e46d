// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/save_dialog.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

SaveDialog::SaveDialog(const QString& prefix, const QString& title, QWidget* parent)
    : QDialog(parent), m_body(new QVBoxLayout), m_problem(new Label({}, TypeRole::Hint, Ink::Problem)) {
  setObjectName(prefix + QStringLiteral(".dialog"));
  setWindowTitle(title);
  m_problem->setObjectName(prefix + QStringLiteral(".saveProblem"));
  m_problem->setWordWrap(true);
  m_problem->setTextFormat(Qt::PlainText);
  m_problem->hide();
  auto* cancel = new Button(tr("Cancel"));
  cancel->setAutoDefault(false);
  auto* save = new Button(tr("Save"), ButtonRole::Primary);
  save->setObjectName(prefix + QStringLiteral(".save"));
  save->setDefault(true);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(save, &Button::clicked, this, &SaveDialog::save);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(save);
  m_body->setSpacing(size::Medium);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Medium);
  column->addWidget(new Label(title, TypeRole::Title));
  column->addLayout(m_body);
  column->addWidget(m_problem);
  column->addLayout(buttons);
}

void SaveDialog::finish(const Result<>& done) {
  if (!done) {
    m_problem->setText(done.error().message);
    return m_problem->show();
  }
  Q_EMIT saved();
  accept();
}

}  // namespace heliograph::ui
