// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_question.h"

#include <QCoreApplication>
#include <QMessageBox>

#include "ui/widgets/button.h"

namespace heliograph::ui {

void askBeforeRetiring(QWidget* parent, const QString& title, const QString& text, const QString& yes,
                       std::function<void()> then) {
  auto* question = new QMessageBox(QMessageBox::NoIcon, title, title, QMessageBox::NoButton, parent);
  question->setObjectName(QStringLiteral("providers.question"));
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->setInformativeText(text);
  auto* agree = new Button(yes, ButtonRole::Danger);
  agree->setObjectName(QStringLiteral("providers.question.yes"));
  auto* keep = new Button(QCoreApplication::translate("heliograph::ui::ProvidersTab", "Cancel"));
  keep->setObjectName(QStringLiteral("providers.question.no"));
  question->addButton(agree, QMessageBox::AcceptRole);
  question->addButton(keep, QMessageBox::RejectRole);
  question->setDefaultButton(keep);
  question->setEscapeButton(keep);
  QObject::connect(agree, &Button::clicked, parent, std::move(then));
  question->open();
}

}  // namespace heliograph::ui
