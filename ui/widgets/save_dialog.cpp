// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/save_dialog.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

SaveDialog::SaveDialog(const QString& prefix, const QString& title, QWidget* parent)
    : QDialog(parent),
      m_body(new QVBoxLayout),
      m_cancel(new Button(tr("Cancel"))),
      m_save(new Button(tr("Save"), ButtonRole::Primary)),
      m_problem(new Label({}, TypeRole::Hint, Ink::Problem)) {
  setObjectName(prefix + QStringLiteral(".dialog"));
  setWindowTitle(title);
  m_problem->setObjectName(prefix + QStringLiteral(".saveProblem"));
  m_problem->setWordWrap(true);
  m_problem->setTextFormat(Qt::PlainText);
  m_problem->hide();
  m_cancel->setAutoDefault(false);
  m_save->setObjectName(prefix + QStringLiteral(".save"));
  m_save->setDefault(true);
  connect(m_cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_save, &Button::clicked, this, &SaveDialog::save);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(m_cancel);
  buttons->addWidget(m_save);
  m_body->setSpacing(size::Medium);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Medium);
  column->addWidget(new Label(title, TypeRole::Title));
  column->addLayout(m_body);
  column->addWidget(m_problem);
  column->addLayout(buttons);
}

// The buttons were made before what stands over them.
void SaveDialog::showEvent(QShowEvent* event) {
  tabBefore(this, {m_cancel, m_save});
  if (!focusWidget()) nextControl(m_save)->setFocus();
  QDialog::showEvent(event);
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
