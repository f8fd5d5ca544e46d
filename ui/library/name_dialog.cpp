// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/name_dialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr int kNameDialogWidth = 380;
}

NameDialog::NameDialog(const QString& title, const QString& suggestion, QWidget* parent)
    : QDialog(parent),
      m_name(new QLineEdit(suggestion)),
      m_problem(new Label({}, TypeRole::Hint, Ink::Problem)),
      m_offer(new QCheckBox),
      m_save(new Button(tr("Save"), ButtonRole::Primary)) {
  setObjectName(QStringLiteral("library.name"));
  setWindowTitle(title);
  setMinimumWidth(kNameDialogWidth);
  m_name->setObjectName(QStringLiteral("library.name.field"));
  m_name->setAccessibleName(tr("Name"));
  m_name->selectAll();
  m_problem->setObjectName(QStringLiteral("library.name.problem"));
  m_problem->setWordWrap(true);
  m_problem->setTextFormat(Qt::PlainText);
  m_problem->hide();
  m_offer->setObjectName(QStringLiteral("library.name.offer"));
  m_offer->hide();
  m_save->setObjectName(QStringLiteral("library.name.save"));
  m_save->setDefault(true);
  m_save->setEnabled(!suggestion.trimmed().isEmpty());
  auto* cancel = new Button(tr("Cancel"));
  cancel->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(m_save);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Name"), m_name));
  column->addWidget(m_name);
  column->addWidget(m_problem);
  column->addWidget(m_offer);
  column->addSpacing(size::Small);
  column->addLayout(buttons);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_name, &QLineEdit::textChanged, this, [this](const QString& name) {
    m_save->setEnabled(!name.trimmed().isEmpty());
    m_problem->hide();
  });
  connect(m_save, &Button::clicked, this, [this] { Q_EMIT named(m_name->text().trimmed()); });
}

void NameDialog::offer(const QString& words) {
  m_offer->setText(words);
  m_offer->show();
}

bool NameDialog::isTaken() const {
  return m_offer->isChecked();
}

void NameDialog::refuse(const QString& why) {
  m_problem->setText(why);
  m_problem->show();
  m_name->setFocus();
}

}  // namespace heliograph::ui
